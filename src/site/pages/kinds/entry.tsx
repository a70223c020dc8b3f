import type { Core } from '@strapi/strapi';
import type { VNode } from 'preact';
import { search } from '../../search';
import type { SiteType } from '../../public-api/site-types';
import type { ColumnNode } from '../../public-api/column-tree';
import { entryPath } from '../addresses';
import { titleOf, type Entry, type MediaFile } from '../content';
import { entriesOf } from '../lists';
import { rendered, type Page, type PageContext } from '../page';
import { readEntries } from '../reader';
import type { Site } from '../site';
import { Document } from '../templates/document';
import { minute } from '../templates/format';
import { Breadcrumbs, breadcrumbSchema, columnSteps } from '../templates/navigation';
import { Day, EntryLink, Rows } from '../templates/parts';
import type { EntryType } from '../types/entry-type';

const RELATED = 5;

export interface ShownEntry {
  collection: string;
  type: SiteType;
  shown: EntryType;
  entry: Entry;
  /** The columns that lead to it, the outermost first; none where it stands in none. */
  trail: readonly ColumnNode[];
}

interface Neighbours {
  before?: Entry;
  after?: Entry;
}

const besideOf = async (
  strapi: Core.Strapi,
  { type, entry, trail }: ShownEntry,
  direction: 'before' | 'after'
): Promise<Entry | undefined> => {
  const column = trail.at(-1);
  const [operator, order] =
    direction === 'before' ? (['$lt', 'desc'] as const) : (['$gt', 'asc'] as const);
  const { publicationDate, id } = entry;
  const [found] = await readEntries(strapi, type, {
    where: {
      $and: [
        column ? entriesOf(column, type) : {},
        {
          $or: [
            { publicationDate: { [operator]: publicationDate } },
            { $and: [{ publicationDate }, { id: { [operator]: id } }] },
          ],
        },
      ],
    },
    orderBy: [{ publicationDate: order }, { id: order }],
    limit: 1,
  });
  return found;
};

/** The pieces that were published before it and after it in its column. */
const neighboursOf = async (strapi: Core.Strapi, of: ShownEntry): Promise<Neighbours> =>
  of.shown.isSequence && of.entry.publicationDate
    ? {
        before: await besideOf(strapi, of, 'before'),
        after: await besideOf(strapi, of, 'after'),
      }
    : {};

/** What a title names: a work in 《》, or words in quotation marks. */
const NAMED = /[《“「]([^《》“”「」]{2,20})[》”」]/gu;

interface Related {
  documentId: string;
  collection: string;
  title: string;
  slug: string | null;
  column: { section: string; code: string } | null;
  publicationDate: string | null;
}

/** Pieces that name what the title names; where that is nothing, the latest of its column. */
const relatedTo = async (
  strapi: Core.Strapi,
  { collection, type, entry, trail }: ShownEntry
): Promise<Related[]> => {
  const related = new Map<string, Related>();
  const add = (one: Related): void => {
    if (one.documentId !== entry.documentId && related.size < RELATED) {
      related.set(one.documentId, one);
    }
  };
  for (const [, words = ''] of titleOf(entry).matchAll(NAMED)) {
    const { data } = await search(strapi, words, 1, RELATED + 1);
    data.forEach(add);
  }
  const column = trail.at(-1);
  if (related.size < RELATED && column) {
    const latest = await readEntries(strapi, type, {
      where: entriesOf(column, type),
      orderBy: [{ publicationDate: 'desc' }],
      limit: RELATED + 1,
    });
    for (const each of latest) {
      const { documentId, slug = null, column: own = null, publicationDate = null } = each;
      add({ documentId, slug, column: own, publicationDate, collection, title: titleOf(each) });
    }
  }
  return [...related.values()];
};

const Beside = ({ of, entry, name }: { of: string; entry?: Entry; name: string }): VNode => (
  <li>
    {name}：{entry ? <EntryLink of={of} entry={entry} /> : <span class="quiet">没有了</span>}
  </li>
);

const About = ({ related }: { related: readonly Related[] }): VNode | null =>
  related.length === 0 ? null : (
    <section class="related" aria-labelledby="related">
      <h2 id="related">相关内容</h2>
      <Rows>
        {related.map((each) => (
          <li key={each.documentId} class="row">
            <div class="row-head">
              <EntryLink of={each.collection} entry={each} />
              <Day of={each.publicationDate} />
            </div>
          </li>
        ))}
      </Rows>
    </section>
  );

interface WithPictures {
  cover?: MediaFile | null;
  poster?: MediaFile | null;
  portrait?: MediaFile | null;
  picture?: MediaFile | null;
  pictures?: MediaFile[] | null;
}

const pictureOf = (entry: WithPictures): string | null =>
  (entry.cover ?? entry.pictures?.[0] ?? entry.poster ?? entry.portrait ?? entry.picture)?.url ??
  null;

interface Described {
  site: Site;
  entry: Entry & { startsAt?: string; endsAt?: string | null; venue?: string };
  path: string;
  source: string;
  kind: string;
}

const schemaOf = ({ site, entry, path, source, kind }: Described): object => {
  const title = titleOf(entry);
  const picture = pictureOf(entry);
  return {
    '@context': 'https://schema.org',
    '@type': kind,
    name: title,
    ...(kind.endsWith('Article') ? { headline: title } : {}),
    ...(entry.summary ? { description: entry.summary } : {}),
    ...(entry.publicationDate ? { datePublished: entry.publicationDate } : {}),
    ...(picture ? { image: new URL(picture, site.url).href } : {}),
    ...(kind === 'Event'
      ? {
          startDate: entry.startsAt,
          ...(entry.endsAt ? { endDate: entry.endsAt } : {}),
          location: { '@type': 'Place', name: entry.venue },
          organizer: { '@type': 'Organization', name: source },
        }
      : { publisher: { '@type': 'GovernmentOrganization', name: source } }),
    inLanguage: 'zh-CN',
    url: site.url + path,
  };
};

/** An entry, drawn for its type: with its date and source, its neighbours and what is related. */
export const entryPage = async (context: PageContext, of: ShownEntry): Promise<Page> => {
  const { strapi, site, now } = context;
  const { collection, shown, entry, trail } = of;
  const path = entryPath(collection, entry);
  const column = trail.at(-1);
  const title = titleOf(entry);
  const source = shown.entry.source?.(entry) || site.organiser || site.name;
  const { before, after } = await neighboursOf(strapi, of);
  const related = await relatedTo(strapi, of);
  const steps = [...columnSteps(trail), { name: '正文' }];
  return rendered(
    200,
    <Document
      site={site}
      section={column?.section ?? null}
      now={now}
      isReadable
      head={{
        title: [title, column?.name, site.name].filter(Boolean).join(' - '),
        description: entry.summary,
        column,
        article: {
          title,
          source,
          publicationDate: entry.publicationDate,
          keywords: entry.keywords,
        },
        path,
        picture: pictureOf(entry),
        schema: [
          breadcrumbSchema(site, steps),
          schemaOf({ site, entry, path, source, kind: shown.entry.schema ?? 'Article' }),
        ],
      }}
    >
      <Breadcrumbs steps={steps} />
      <article class="entry" data-readable>
        <header>
          <h1>{title}</h1>
          <p class="quiet">
            {entry.publicationDate ? (
              <span>
                发布时间：
                <time datetime={entry.publicationDate}>{minute(entry.publicationDate)}</time>
              </span>
            ) : null}{' '}
            <span>来源：{source}</span>{' '}
            <button type="button" class="switch print" data-print hidden>
              打印
            </button>
          </p>
        </header>
        {shown.entry.draw(entry, now)}
        {shown.isSequence ? (
          <nav class="neighbours" aria-label="上一篇和下一篇">
            <ul>
              <Beside of={collection} entry={before} name="上一篇" />
              <Beside of={collection} entry={after} name="下一篇" />
            </ul>
          </nav>
        ) : null}
      </article>
      <About related={related} />
    </Document>
  );
};
