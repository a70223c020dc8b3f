import type { VNode } from 'preact';
import { columnPath, HOME, SEARCH, sectionPath, SITE_MAP } from '../addresses';
import { SECTIONS, type Site } from '../site';
import { external, type Child } from './parts';
import { minute } from './format';

/** A column as the tags of 国办发〔2017〕47号 name it. */
interface HeadColumn {
  name: string;
  section: string;
  description?: string | null;
}

interface HeadArticle {
  title: string;
  publicationDate?: string | null;
  source: string;
  keywords?: string | null;
}

/** What a page says about itself, for machines. */
export interface Head {
  title: string;
  description?: string | null;
  column?: HeadColumn;
  article?: HeadArticle;
  /** The page's path, under which it is to be found. */
  path: string;
  /** Whether search engines leave it out: what is filtered, searched for or missing. */
  isUnlisted?: boolean;
  /** A picture for whoever shares the page. */
  picture?: string | null;
  /** Objects of schema.org. */
  schema?: readonly object[];
  /** The feed of the column. */
  feed?: string;
}

interface Frame {
  site: Site;
  head: Head;
  /** The section in the menu. */
  section: string | null;
  now: Date;
  /** Whether the reader may have the page read aloud. */
  isReadable?: boolean;
  children: Child;
}

const Meta = ({ name, content }: { name: string; content?: string | null }): VNode | null =>
  content ? <meta name={name} content={content} /> : null;

const Property = ({ name, content }: { name: string; content?: string | null }): VNode | null =>
  content ? <meta property={name} content={content} /> : null;

const absolute = (site: Site, address: string): string =>
  address.startsWith('/') ? site.url + address : address;

/** The tags that 国办发〔2017〕47号 asks for, as far as the page has them. */
const NationalTags = ({ site, head }: { site: Site; head: Head }): VNode => {
  const { column, article } = head;
  const section = SECTIONS.get(column?.section ?? '');
  return (
    <>
      <Meta name="SiteName" content={site.name} />
      <Meta name="SiteDomain" content={new URL(site.url).hostname} />
      <Meta name="SiteIDCode" content={site.idCode} />
      {column ? (
        <>
          <Meta name="ColumnName" content={column.name} />
          <Meta name="ColumnDescription" content={column.description || section?.about} />
          <Meta
            name="ColumnKeywords"
            content={[...new Set([column.name, section?.name, site.name])]
              .filter(Boolean)
              .join(',')}
          />
          <Meta name="ColumnType" content={section?.kind} />
        </>
      ) : null}
      {article ? (
        <>
          <Meta name="ArticleTitle" content={article.title} />
          <Meta name="PubDate" content={minute(article.publicationDate)} />
          <Meta name="ContentSource" content={article.source} />
          <Meta name="Url" content={absolute(site, head.path)} />
        </>
      ) : null}
    </>
  );
};

/** A data block, which no browser runs; nothing in it can end it. */
const SchemaBlock = ({ of }: { of: object }): VNode => (
  <script
    type="application/ld+json"
    dangerouslySetInnerHTML={{ __html: JSON.stringify(of).replaceAll('<', '\\u003c') }}
  />
);

const HeadTags = ({ site, head }: { site: Site; head: Head }): VNode => {
  const description = head.description || head.column?.description || site.description;
  const title = head.article?.title ?? head.title;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{head.title}</title>
      <NationalTags site={site} head={head} />
      <Meta name="description" content={description} />
      <Meta name="keywords" content={head.article?.keywords || site.keywords} />
      {head.isUnlisted ? <meta name="robots" content="noindex" /> : null}
      {head.isUnlisted ? null : <link rel="canonical" href={absolute(site, head.path)} />}
      <Property name="og:site_name" content={site.name} />
      <Property name="og:type" content={head.article ? 'article' : 'website'} />
      <Property name="og:title" content={title} />
      <Property name="og:description" content={description} />
      <Property name="og:url" content={absolute(site, head.path)} />
      <Property name="og:image" content={head.picture ? absolute(site, head.picture) : null} />
      <meta name="twitter:card" content={head.picture ? 'summary_large_image' : 'summary'} />
      <link rel="icon" href="/site/seal.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={site.asset('site.css')} />
      <link
        rel="alternate"
        type="application/rss+xml"
        title={`${site.name} 资讯`}
        href="/rss.xml"
      />
      {head.feed ? (
        <link
          rel="alternate"
          type="application/rss+xml"
          title={`${site.name} ${head.column?.name ?? ''}`}
          href={head.feed}
        />
      ) : null}
      <script src={site.asset('preferences.js')} />
      <script type="module" src={site.asset('site.js')} />
      {(head.schema ?? []).map((object, index) => (
        <SchemaBlock key={index} of={object} />
      ))}
    </head>
  );
};

/** The box that leads to the search page. */
export const SearchForm = ({ id, question = '' }: { id: string; question?: string }): VNode => (
  <form class="search" role="search" action={SEARCH} method="get">
    <label for={id} class="hidden">
      站内搜索
    </label>
    <input
      id={id}
      name="q"
      type="search"
      required
      maxLength={100}
      value={question}
      placeholder="搜索资讯、文件、办事……"
      autocomplete="off"
    />
    <button type="submit">搜索</button>
  </form>
);

/** Scripts show these; without them nothing is there that does nothing. */
const Tools = ({ isReadable }: { isReadable: boolean }): VNode => (
  <div class="switches" role="group" aria-label="无障碍" data-switches hidden>
    <button type="button" class="switch" data-switch="large-type" aria-pressed="false">
      大字版
    </button>
    <button type="button" class="switch" data-switch="high-contrast" aria-pressed="false">
      高对比
    </button>
    {isReadable ? (
      <button type="button" class="switch" data-read aria-pressed="false" hidden>
        朗读
      </button>
    ) : null}
  </div>
);

const Header = ({
  site,
  section,
  isReadable,
}: {
  site: Site;
  section: string | null;
  isReadable: boolean;
}): VNode => {
  const current = (code: string): 'page' | undefined => (section === code ? 'page' : undefined);
  return (
    <header class="site-header">
      <div class="wide masthead">
        <a class="brand" href={HOME}>
          <img src="/site/seal.svg" alt="" width={56} height={56} />
          <span>
            <strong>{site.name}</strong>
            {site.motto ? <span class="motto">{site.motto}</span> : null}
          </span>
        </a>
        <div class="tools">
          <Tools isReadable={isReadable} />
          <SearchForm id="search-top" />
        </div>
      </div>
      <nav class="menu" aria-label="主导航">
        <ul class="wide">
          <li>
            <a href={HOME} aria-current={current('home')}>
              首页
            </a>
          </li>
          {Array.from(SECTIONS, ([code, { name }]) => (
            <li key={code}>
              <a href={sectionPath(code)} aria-current={current(code)}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
};

const ICP = 'https://beian.miit.gov.cn/';
const POLICE = 'https://beian.mps.gov.cn/#/query/webSearch?code=';

const Footer = ({ site }: { site: Site }): VNode => {
  const of = (name: string, value: string): Child =>
    value ? (
      <span>
        {name}：{value}
      </span>
    ) : null;
  return (
    <footer class="site-footer">
      <div class="wide">
        <ul class="footer-links">
          <li>
            <a href={SITE_MAP}>网站地图</a>
          </li>
          <li>
            <a href={columnPath({ section: 'disclosure', code: 'disclosure-guide' })}>
              政府信息公开指南
            </a>
          </li>
          <li>
            <a href="/rss.xml">RSS 订阅</a>
          </li>
          {site.errorReport ? <li>{external(site.errorReport, '我为政府网站找错')}</li> : null}
        </ul>
        <p class="footer-facts">
          {of('主办单位', site.organiser)}
          {of('承办单位', site.contractor)}
          {of('地址', site.address)}
          {of('电话', site.phone)}
          {of('邮箱', site.email)}
        </p>
        <p class="footer-facts">
          {of('网站标识码', site.idCode)}
          {site.icp ? external(ICP, site.icp) : null}
          {site.police ? external(POLICE + site.police.replaceAll(/\D/g, ''), site.police) : null}
        </p>
        {site.partyMark ? (
          <p class="footer-facts">
            <a href={site.partyMark} rel="noopener" class="party-mark">
              {site.partyMarkPicture ? (
                <img src={site.partyMarkPicture} alt="党政机关" width={80} height={80} />
              ) : (
                '党政机关'
              )}
            </a>
          </p>
        ) : null}
        {site.notice ? <p>{site.notice}</p> : null}
      </div>
    </footer>
  );
};

/** A whole page: its head for machines, the site's head and foot, and what it is about between them. */
export const Document = ({
  site,
  head,
  section,
  now,
  isReadable = false,
  children,
}: Frame): VNode => (
  <html lang="zh-CN" class={site.isGrey(now) ? 'grey' : undefined}>
    <HeadTags site={site} head={head} />
    <body>
      <a class="skip" href="#main">
        跳到正文
      </a>
      <Header site={site} section={section} isReadable={isReadable} />
      <main id="main" tabIndex={-1}>
        <div class="wide">{children}</div>
      </main>
      <Footer site={site} />
    </body>
  </html>
);
