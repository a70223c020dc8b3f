import { SECTIONS, SITE } from '../config.js';
import { columnAddress, entryAddress, sectionAddress } from '../lib/addresses.js';
import { fetchHome, fetchTree } from '../lib/api.js';
import { h, show } from '../lib/dom.js';
import { picture } from '../lib/media.js';
import { describe, page } from '../lib/shell.js';
import { eventItem } from '../types/news.js';
import { card, cards, published, row, rows } from '../types/parts.js';

const block = (heading, href, name, ...content) =>
  h(
    'section',
    { class: `block ${name}`, 'aria-labelledby': `block-${name}` },
    h(
      'div',
      { class: 'block-head' },
      h('h2', { id: `block-${name}` }, heading),
      h('a', { class: 'more', href }, '更多', h('span', { class: 'hidden' }, heading))
    ),
    content
  );

const lead = (entry) =>
  entry
    ? h(
        'article',
        { class: 'lead' },
        h(
          'div',
          { class: 'lead-image' },
          picture(entry.cover, 900, { alt: '', loading: 'eager', fetchpriority: 'high' })
        ),
        h(
          'div',
          { class: 'lead-text' },
          h('h3', {}, h('a', { href: entryAddress('articles', entry) }, entry.title)),
          h('p', { class: 'clamp' }, entry.summary),
          h('time', { datetime: published(entry) }, published(entry))
        )
      )
    : null;

const headlines = ([first, ...others]) =>
  block(
    '头条资讯',
    columnAddress('headlines'),
    'headline',
    h(
      'div',
      { class: 'headline-grid' },
      lead(first),
      rows(
        others.map((entry) =>
          row('articles', entry, { about: entry.summary, date: published(entry) })
        )
      )
    )
  );

const shown = (entries, shape = '') =>
  cards(
    entries.map((entry) =>
      card('articles', entry, { cover: entry.cover, about: published(entry), level: 3, shape })
    )
  );

const columnLinks = (nodes) =>
  nodes.map(({ code, name }) => h('li', {}, h('a', { href: columnAddress(code) }, name)));

const tiles = (heading, code, tree) =>
  block(
    heading,
    sectionAddress(code),
    code,
    h('ul', { class: 'tiles' }, columnLinks(tree.filter(({ section }) => section === code)))
  );

/** The columns of the other sections, one glance each. */
const directory = (tree) =>
  h(
    'section',
    { class: 'block', 'aria-labelledby': 'block-directory' },
    h('div', { class: 'block-head' }, h('h2', { id: 'block-directory' }, '栏目导览')),
    h(
      'div',
      { class: 'directory' },
      Object.entries(SECTIONS)
        .filter(([code]) => code !== 'news')
        .map(([code, { name, about }]) =>
          h(
            'div',
            {},
            h('h3', {}, h('a', { href: sectionAddress(code) }, name)),
            h('p', { class: 'quiet' }, about),
            h('ul', {}, columnLinks(tree.filter(({ section }) => section === code)))
          )
        )
    )
  );

page(async () => {
  describe({ title: '首页' });
  document.title = `${SITE.name} - ${SITE.owner}`;
  const [home, tree] = await Promise.all([fetchHome(), fetchTree()]);
  show(
    h(
      'div',
      { class: 'wide' },
      h('h1', { class: 'hidden' }, SITE.name),
      headlines(home.headline),
      h(
        'div',
        { class: 'two-thirds' },
        block(
          '工作动态',
          columnAddress('work-dynamics'),
          'dynamics',
          rows(home.dynamics.map((entry) => row('articles', entry, { date: published(entry) })))
        ),
        h('div', {}, tiles('办事服务', 'services', tree), tiles('政务公开', 'disclosure', tree))
      ),
      block(
        '文化资讯',
        columnAddress('culture-news'),
        'events',
        cards(home.events.map((entry) => eventItem(entry, 3)))
      ),
      block('图片', columnAddress('pictures'), 'pictures', shown(home.pictures)),
      block('视频', columnAddress('videos'), 'videos', shown(home.videos, 'is-video')),
      directory(tree)
    )
  );
}, 'home');
