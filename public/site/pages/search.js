import { entryAddress, searchAddress } from '../lib/addresses.js';
import { fetchFinds } from '../lib/api.js';
import { h, show } from '../lib/dom.js';
import { day } from '../lib/format.js';
import { pager } from '../lib/list.js';
import { describe, page, searchForm } from '../lib/shell.js';
import { tag } from '../types/parts.js';

const ENTITIES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

const unescape = (text) =>
  text.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity]);

/** Text with `<mark>` around what was found, as elements: nothing else in it is read as HTML. */
const marked = (html) =>
  html.split(/(<mark>.*?<\/mark>)/s).map((piece) => {
    const inside = /^<mark>(.*)<\/mark>$/s.exec(piece);
    return inside ? h('mark', {}, unescape(inside[1])) : unescape(piece);
  });

const find = ({ collection, slug, documentId, column, publicationDate, highlight }) =>
  h(
    'li',
    { class: 'row' },
    h(
      'div',
      { class: 'row-head' },
      h(
        'a',
        { href: entryAddress(collection, { slug: slug ?? documentId }) },
        marked(highlight.title)
      ),
      tag(column?.name),
      h('time', { datetime: day(publicationDate) }, day(publicationDate))
    ),
    h('p', { class: 'quiet' }, marked(highlight.text))
  );

const summary = ({ pagination, hasMore }, question) =>
  pagination.total === 0
    ? `没有找到含有“${question}”的内容，请换个词试试。`
    : `找到${hasMore ? '超过' : ''} ${pagination.total} 条含有“${question}”的内容`;

page(async () => {
  const asked = new URLSearchParams(location.search);
  const question = (asked.get('q') ?? '').trim().slice(0, 100);
  describe({ title: question ? `搜索“${question}”` : '搜索' });
  const number = Math.max(1, Math.trunc(Number(asked.get('page'))) || 1);
  const found = question ? await fetchFinds(question, number) : null;
  show(
    h(
      'div',
      { class: 'wide' },
      h('h1', {}, '站内搜索'),
      searchForm('search-page', question),
      found
        ? [
            h('p', { role: 'status', class: 'found' }, summary(found.meta, question)),
            found.data.length > 0 ? h('ul', { class: 'rows finds' }, found.data.map(find)) : null,
            pager(found.meta.pagination, (to) => searchAddress(question, to)),
          ]
        : null
    )
  );
});
