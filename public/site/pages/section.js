import { SECTIONS } from '../config.js';
import { columnAddress } from '../lib/addresses.js';
import { ApiError, fetchTree } from '../lib/api.js';
import { h, show } from '../lib/dom.js';
import { day } from '../lib/format.js';
import { fetchColumn } from '../lib/list.js';
import { breadcrumbs, describe, page } from '../lib/shell.js';
import { linkTo, published } from '../types/parts.js';

const LATEST = 5;

/** The latest entries of a column, or the columns below it. */
const glimpse = async (node) => {
  if (node.children.length > 0) {
    return h(
      'ul',
      { class: 'rows' },
      node.children.map(({ code, name }) =>
        h('li', { class: 'row' }, h('a', { href: columnAddress(code) }, name))
      )
    );
  }
  if (!node.carries) return h('p', { class: 'quiet' }, node.description);
  const { data } = await fetchColumn(node, { pageSize: LATEST });
  return h(
    'ul',
    { class: 'rows' },
    data.map((entry) =>
      h(
        'li',
        { class: 'row' },
        h(
          'div',
          { class: 'row-head' },
          linkTo(node.carries, entry),
          h('time', { datetime: published(entry) }, published(entry))
        )
      )
    )
  );
};

const box = async (node) =>
  h(
    'section',
    { class: 'box' },
    h('h2', {}, h('a', { href: columnAddress(node.code) }, node.name)),
    h(
      'p',
      { class: 'quiet' },
      node.count > 0 ? `${node.count} 条，最近更新 ${day(node.lastUpdate)}` : '　'
    ),
    await glimpse(node)
  );

page(async () => {
  const code = new URLSearchParams(location.search).get('section');
  const section = Object.hasOwn(SECTIONS, code ?? '') ? SECTIONS[code] : null;
  if (!section) throw new ApiError(404, '');
  describe({
    title: section.name,
    column: { section: code, name: section.name, description: section.about },
  });
  const nodes = (await fetchTree()).filter((node) => node.section === code);
  show(
    h(
      'div',
      { class: 'wide' },
      breadcrumbs([{ name: section.name }]),
      h('h1', {}, section.name),
      h('p', { class: 'about' }, section.about),
      h('div', { class: 'boxes' }, await Promise.all(nodes.map(box)))
    )
  );
}, new URLSearchParams(location.search).get('section'));
