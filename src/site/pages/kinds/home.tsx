import type { VNode } from 'preact';
import { cacheOf } from '../../public-api/cache';
import { homeOf, type ReadHome } from '../../public-api/home';
import type { ColumnNode } from '../../public-api/column-tree';
import { columnPath, entryPath, HOME, sectionPath } from '../addresses';
import { rendered, type Page, type PageContext } from '../page';
import { readEntries } from '../reader';
import { SECTIONS, type Site } from '../site';
import { Document } from '../templates/document';
import { Picture } from '../templates/media';
import { Card, Cards, Day, Row, Rows, type Child, SummaryRows } from '../templates/parts';
import { EventCard, type Article, type CultureEvent } from '../types/news';

/** What the home page shows, read as pages read. */
const readHome: ReadHome = async (strapi, type, { filters, sort, limit }) =>
  readEntries(strapi, type, {
    where: filters,
    orderBy: sort.map((each) => {
      const [name = '', direction] = each.split(':');
      return { [name]: direction === 'desc' ? 'desc' : 'asc' };
    }),
    populate: ['cover', 'poster'],
    limit,
  }) as unknown as ReturnType<ReadHome>;

interface BlockProps {
  heading: string;
  href: string;
  name: string;
  children: Child;
}

const Block = ({ heading, href, name, children }: BlockProps): VNode => (
  <section class={`block ${name}`} aria-labelledby={`block-${name}`}>
    <div class="block-head">
      <h2 id={`block-${name}`}>{heading}</h2>
      <a class="more" href={href}>
        更多<span class="hidden">{heading}</span>
      </a>
    </div>
    {children}
  </section>
);

const Nothing = (): VNode => <p class="notice">暂无内容。</p>;

/** The first headline; without a cover its words have the place. */
const Lead = ({ entry }: { entry: Article }): VNode => (
  <article class={`lead${entry.cover ? '' : ' is-plain'}`}>
    {entry.cover ? (
      <div class="lead-image">
        <Picture file={entry.cover} least={900} alt="" isFirst />
      </div>
    ) : null}
    <div class="lead-text">
      <h3>
        <a href={entryPath('articles', entry)}>{entry.title}</a>
      </h3>
      {entry.summary ? <p class="clamp">{entry.summary}</p> : null}
      <Day of={entry.publicationDate} />
    </div>
  </article>
);

const Headlines = ({ entries: [first, ...others] }: { entries: readonly Article[] }): VNode => {
  if (!first) return <Nothing />;
  return (
    <div class="headline-grid">
      <Lead entry={first} />
      {others.length > 0 ? <SummaryRows of="articles" entries={others} /> : null}
    </div>
  );
};

const Shown = ({ entries, shape }: { entries: readonly Article[]; shape?: string }): VNode =>
  entries.length === 0 ? (
    <Nothing />
  ) : (
    <Cards>
      {entries.map((entry) => (
        <Card
          key={entry.documentId}
          of="articles"
          entry={entry}
          cover={entry.cover}
          about={<Day of={entry.publicationDate} />}
          level={3}
          shape={shape}
        />
      ))}
    </Cards>
  );

const Links = ({ nodes, shape }: { nodes: readonly ColumnNode[]; shape?: string }): VNode => (
  <ul class={shape}>
    {nodes.map((node) => (
      <li key={node.code}>
        <a href={columnPath(node)}>{node.name}</a>
      </li>
    ))}
  </ul>
);

/** The columns of the other sections, one glance each. */
const Directory = ({ columns }: Pick<PageContext, 'columns'>): VNode => (
  <section class="block" aria-labelledby="block-directory">
    <div class="block-head">
      <h2 id="block-directory">栏目导览</h2>
    </div>
    <div class="directory">
      {[...SECTIONS]
        .filter(([code]) => code !== 'news')
        .map(([code, { name, about }]) => (
          <div key={code}>
            <h3>
              <a href={sectionPath(code)}>{name}</a>
            </h3>
            <p class="quiet">{about}</p>
            <Links nodes={columns.of(code)} />
          </div>
        ))}
    </div>
  </section>
);

const schemaOf = (site: Site): object[] => [
  {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: site.name,
    url: `${site.url}/`,
    inLanguage: 'zh-CN',
    potentialAction: {
      '@type': 'SearchAction',
      target: `${site.url}/search/?q={q}`,
      'query-input': 'required name=q',
    },
  },
  {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    name: site.organiser || site.name,
    url: `${site.url}/`,
    ...(site.phone ? { telephone: site.phone } : {}),
    ...(site.address ? { address: site.address } : {}),
  },
];

/** The home page: headlines, dynamics, coming events, pictures, videos, and the columns. */
export const homePage = async ({ strapi, site, columns, now }: PageContext): Promise<Page> => {
  const home = await cacheOf(strapi).get('pages:home', () => homeOf(strapi, readHome));
  const headline = home.headline as unknown as Article[];
  const placed = (placement: string): string => {
    const trail = [...columns.byCode.values()].find(
      ([...each]) => each.at(-1)?.placement === placement
    );
    const node = trail?.at(-1);
    return node ? columnPath(node) : sectionPath('news');
  };
  const events = home.events as unknown as CultureEvent[];
  const eventColumn = events[0]?.column;
  const tiles = (code: string): VNode => (
    <Block
      heading={code === 'services' ? '办事服务' : '政务公开'}
      href={sectionPath(code)}
      name={code}
    >
      <Links nodes={columns.of(code)} shape="tiles" />
    </Block>
  );
  return rendered(
    200,
    <Document
      site={site}
      section="home"
      now={now}
      head={{
        title: [site.name, site.organiser].filter(Boolean).join(' - '),
        path: HOME,
        picture: headline[0]?.cover?.url,
        schema: schemaOf(site),
      }}
    >
      <h1 class="hidden">{site.name}</h1>
      <Block heading="头条资讯" href={placed('headline')} name="headline">
        <Headlines entries={headline} />
      </Block>
      <div class="two-thirds">
        <Block heading="工作动态" href={placed('dynamics')} name="dynamics">
          {home.dynamics.length === 0 ? (
            <Nothing />
          ) : (
            <Rows>
              {(home.dynamics as unknown as Article[]).map((entry) => (
                <Row
                  key={entry.documentId}
                  of="articles"
                  entry={entry}
                  date={entry.publicationDate}
                />
              ))}
            </Rows>
          )}
        </Block>
        <div>
          {tiles('services')}
          {tiles('disclosure')}
        </div>
      </div>
      <Block
        heading="文化资讯"
        href={eventColumn ? columnPath(eventColumn) : sectionPath('news')}
        name="events"
      >
        {events.length === 0 ? (
          <Nothing />
        ) : (
          <Cards>
            {events.map((event) => (
              <EventCard key={event.documentId} event={event} now={now} level={3} />
            ))}
          </Cards>
        )}
      </Block>
      <Block heading="图片" href={placed('picture')} name="pictures">
        <Shown entries={home.pictures as unknown as Article[]} />
      </Block>
      <Block heading="视频" href={placed('video')} name="videos">
        <Shown entries={home.videos as unknown as Article[]} shape="is-video" />
      </Block>
      <Directory columns={columns} />
    </Document>
  );
};
