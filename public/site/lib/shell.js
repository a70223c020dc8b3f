import { SECTIONS, SITE } from '../config.js';
import { sectionAddress } from './addresses.js';
import { ApiError } from './api.js';
import { h, show } from './dom.js';
import { minute } from './format.js';

const LARGE = 'large-type';

const largeTypeSwitch = () => {
  const root = document.documentElement;
  const button = h('button', { type: 'button', class: 'switch' }, '大字版');
  const apply = (isLarge) => {
    root.classList.toggle(LARGE, isLarge);
    button.setAttribute('aria-pressed', String(isLarge));
  };
  apply(localStorage.getItem(LARGE) === 'yes');
  button.addEventListener('click', () => {
    const isLarge = !root.classList.contains(LARGE);
    localStorage.setItem(LARGE, isLarge ? 'yes' : 'no');
    apply(isLarge);
  });
  return button;
};

/** The box that leads to the search page. */
export const searchForm = (id, question = '') =>
  h(
    'form',
    { class: 'search', role: 'search', action: '/search.html', method: 'get' },
    h('label', { for: id, class: 'hidden' }, '站内搜索'),
    h('input', {
      id,
      name: 'q',
      type: 'search',
      required: true,
      maxlength: 100,
      value: question,
      placeholder: '搜索资讯、文件、办事……',
    }),
    h('button', { type: 'submit' }, '搜索')
  );

const header = (section) => {
  const link = (href, name, isHere) =>
    h('li', {}, h('a', { href, 'aria-current': isHere ? 'page' : null }, name));
  return [
    h(
      'div',
      { class: 'wide masthead' },
      h(
        'a',
        { class: 'brand', href: '/' },
        h('img', { src: '/site/seal.svg', alt: '', width: 56, height: 56 }),
        h('span', {}, h('strong', {}, SITE.name), h('span', { class: 'motto' }, SITE.motto))
      ),
      h('div', { class: 'tools' }, largeTypeSwitch(), searchForm('search-top'))
    ),
    h(
      'nav',
      { class: 'menu', 'aria-label': '主导航' },
      h(
        'ul',
        { class: 'wide' },
        link('/', '首页', section === 'home'),
        Object.entries(SECTIONS).map(([code, { name }]) =>
          link(sectionAddress(code), name, section === code)
        )
      )
    ),
  ];
};

/** A line of the foot, of what is known. */
const line = (...parts) => {
  const known = parts.filter(([, text]) => text).map(([name, text]) => `${name}${text}`);
  return known.length > 0 ? h('p', {}, known.join('　')) : null;
};

const footer = () => [
  h(
    'div',
    { class: 'wide' },
    h(
      'ul',
      { class: 'footer-links' },
      h('li', {}, h('a', { href: '/map.html' }, '网站地图')),
      h('li', {}, h('a', { href: '/column.html?code=disclosure-guide' }, '政府信息公开指南')),
      h('li', {}, h('a', { href: '/rss.xml' }, 'RSS 订阅'))
    ),
    line(['主办：', SITE.owner], ['地址：', SITE.address], ['电话：', SITE.phone]),
    line(['网站标识码：', SITE.idCode], ['', SITE.record]),
    SITE.isDemo ? h('p', {}, '演示网站：机构名称为通称，人物与内容均为虚构。') : null
  ),
];

const setMeta = (name, content) => {
  if (!content) return;
  const found = document.head.querySelector(`meta[name="${name}"]`);
  const meta = found ?? document.head.appendChild(h('meta', { name }));
  meta.setAttribute('content', content);
};

/** The tags that 国办发〔2017〕47号 asks for, as far as the page has them, and the page's title. */
export const describe = ({ title, column, article }) => {
  const section = SECTIONS[column?.section];
  document.title = [title, title === column?.name ? null : column?.name, SITE.name]
    .filter(Boolean)
    .join(' - ');
  setMeta('SiteName', SITE.name);
  setMeta('SiteDomain', location.hostname);
  setMeta('SiteIDCode', SITE.idCode);
  setMeta('description', article?.summary ?? column?.description ?? SITE.description);
  setMeta('keywords', article?.keywords ?? SITE.keywords);
  setMeta('ColumnName', column?.name);
  setMeta('ColumnDescription', column?.description ?? section?.about);
  setMeta(
    'ColumnKeywords',
    column && [column.name, section?.name, SITE.name].filter(Boolean).join(',')
  );
  setMeta('ColumnType', section?.type);
  if (!article) return;
  setMeta('ArticleTitle', title);
  setMeta('PubDate', minute(article.publicationDate));
  setMeta('ContentSource', article.source);
  setMeta('Url', location.href);
};

/** Where the page stands: home, its section, the columns above it. */
export const breadcrumbs = (steps) =>
  h(
    'nav',
    { class: 'breadcrumbs', 'aria-label': '当前位置' },
    h(
      'ol',
      {},
      h('li', {}, h('a', { href: '/' }, '首页')),
      steps.map(({ name, href }) =>
        h('li', {}, href ? h('a', { href }, name) : h('span', { 'aria-current': 'page' }, name))
      )
    )
  );

/** The page for what is not there. */
export const showMissing = () => {
  describe({ title: '页面不存在' });
  setMeta('robots', 'noindex');
  show(
    h(
      'div',
      { class: 'wide missing' },
      h('h1', {}, '没有找到这个页面'),
      h('p', {}, '它可能已经移走或者撤下。可以从首页、网站地图或者搜索继续。'),
      h(
        'p',
        {},
        h('a', { class: 'button', href: '/' }, '回到首页'),
        ' ',
        h('a', { class: 'button', href: '/map.html' }, '网站地图')
      ),
      searchForm('search-missing')
    )
  );
};

const showFailure = () => {
  show(
    h(
      'div',
      { class: 'wide missing' },
      h('h1', {}, '暂时打不开'),
      h('p', { role: 'alert' }, '网络或服务器出了问题，请稍后刷新再试。')
    )
  );
};

/**
 * Draws a page: the frame at once, and its content when it is there.
 *
 * @param section in the menu, may be found out by `content`
 */
export const page = async (content, section = null) => {
  const top = document.getElementById('header');
  top.replaceChildren(...header(section));
  document.getElementById('footer').replaceChildren(...footer());
  const markSection = (code) => {
    for (const link of top.querySelectorAll('.menu a')) {
      const isHere = link.getAttribute('href') === sectionAddress(code);
      if (isHere) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  };
  try {
    await content(markSection);
  } catch (error) {
    if (error instanceof ApiError && error.status >= 400 && error.status < 500) showMissing();
    else {
      showFailure();
      throw error;
    }
  } finally {
    document.documentElement.dataset.ready = 'yes';
  }
};
