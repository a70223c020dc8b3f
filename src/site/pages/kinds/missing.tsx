import { HOME, SITE_MAP } from '../addresses';
import { rendered, type Page, type PageContext } from '../page';
import { Document, SearchForm } from '../templates/document';

const WORDS = {
  404: {
    heading: '没有找到这个页面',
    text: '它可能已经移走，或者地址有误。可以从首页、网站地图或者搜索继续。',
  },
  410: {
    heading: '这个页面已经撤下',
    text: '它曾在本网站发布，现已撤下。可以从首页、网站地图或者搜索继续。',
  },
} as const;

/** The page for what is not there (404), and for what was published once and is no more (410). */
export const missingPage = (
  { site, now }: Pick<PageContext, 'site' | 'now'>,
  status: 404 | 410
): Page =>
  rendered(
    status,
    <Document
      site={site}
      section={null}
      now={now}
      head={{ title: `页面不存在 - ${site.name}`, path: HOME, isUnlisted: true }}
    >
      <div class="missing">
        <h1>{WORDS[status].heading}</h1>
        <p>{WORDS[status].text}</p>
        <p>
          <a class="button" href={HOME}>
            回到首页
          </a>{' '}
          <a class="button" href={SITE_MAP}>
            网站地图
          </a>
        </p>
        <SearchForm id="search-missing" />
      </div>
    </Document>
  );
