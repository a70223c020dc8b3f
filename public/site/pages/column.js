import { SECTIONS } from '../config.js';
import { columnAddress, sectionAddress } from '../lib/addresses.js';
import { ApiError, fetchTree, pathTo } from '../lib/api.js';
import { h, show } from '../lib/dom.js';
import { fetchColumn, pager } from '../lib/list.js';
import { breadcrumbs, describe, page } from '../lib/shell.js';
import { TYPES } from '../types/index.js';

const asked = new URLSearchParams(location.search);

const pageAsked = () => Math.max(1, Math.trunc(Number(asked.get('page'))) || 1);

/** The other columns of the section, beside the list. */
const siblings = (tree, column) => {
  const item = (node) =>
    h(
      'li',
      {},
      h(
        'a',
        {
          href: columnAddress(node.code),
          'aria-current': node.code === column.code ? 'page' : null,
        },
        node.name
      ),
      node.children.length > 0 ? h('ul', {}, node.children.map(item)) : null
    );
  const nodes = tree.filter(({ section }) => section === column.section);
  return h(
    'nav',
    { class: 'siblings', 'aria-label': '本版块栏目' },
    h('p', { class: 'siblings-head' }, SECTIONS[column.section]?.name),
    h('ul', {}, nodes.map(item))
  );
};

const viewLinks = (column, views, view) =>
  h(
    'ul',
    { class: 'views' },
    views.map(({ code, name }) =>
      h(
        'li',
        {},
        h(
          'a',
          {
            href: columnAddress(column.code, { view: code }),
            'aria-current': code === view.code ? 'page' : null,
          },
          name
        )
      )
    )
  );

const entriesOf = async (column) => {
  const { list } = TYPES[column.carries];
  const view = list.views?.find(({ code }) => code === asked.get('view')) ?? list.views?.[0];
  const { data, meta } = await fetchColumn(column, { page: pageAsked(), view });
  const addressOf = (number) =>
    columnAddress(column.code, { ...(view ? { view: view.code } : {}), page: number });
  return [
    view ? viewLinks(column, list.views, view) : null,
    data.length > 0 ? list.draw(data, column) : h('p', { class: 'notice' }, '本栏目暂无内容。'),
    pager(meta.pagination, addressOf),
  ];
};

const below = (column) =>
  h(
    'div',
    { class: 'boxes' },
    column.children.map(({ code, name, description, count }) =>
      h(
        'section',
        { class: 'box' },
        h('h2', {}, h('a', { href: columnAddress(code) }, name)),
        h('p', {}, description),
        h('p', { class: 'quiet' }, `${count} 条`)
      )
    )
  );

const contentOf = (column) => {
  if (Object.hasOwn(TYPES, column.carries ?? '')) return entriesOf(column);
  if (column.children.length > 0) return below(column);
  return h('p', { class: 'notice' }, '本栏目的网上服务尚未开通，请到服务窗口或者拨打电话办理。');
};

page(async (markSection) => {
  const tree = await fetchTree();
  const path = pathTo(tree, asked.get('code'));
  const column = path.at(-1);
  if (!column) throw new ApiError(404, '');
  markSection(column.section);
  describe({ title: column.name, column });
  show(
    h(
      'div',
      { class: 'wide' },
      breadcrumbs([
        { name: SECTIONS[column.section]?.name, href: sectionAddress(column.section) },
        ...path.map(({ name, code }) =>
          code === column.code ? { name } : { name, href: columnAddress(code) }
        ),
      ]),
      h(
        'div',
        { class: 'with-siblings' },
        siblings(tree, column),
        h(
          'div',
          {},
          h('h1', {}, column.name),
          column.description ? h('p', { class: 'about' }, column.description) : null,
          await contentOf(column)
        )
      )
    )
  );
});
