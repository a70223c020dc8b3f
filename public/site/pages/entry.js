import { SECTIONS, SITE } from '../config.js';
import { columnAddress, sectionAddress } from '../lib/addresses.js';
import { ApiError, fetchEntry, fetchTree, pathTo } from '../lib/api.js';
import { h, show } from '../lib/dom.js';
import { minute } from '../lib/format.js';
import { breadcrumbs, describe, page } from '../lib/shell.js';
import { TYPES } from '../types/index.js';
import { titleOf } from '../types/parts.js';

const asked = new URLSearchParams(location.search);

const codesOf = (nodes) => nodes.flatMap((node) => [node, ...codesOf(node.children)]);

/** The columns that lead to the entry: its own, or the one of its placement. */
const pathOf = (tree, { column, placement }) => {
  const code =
    column?.code ?? codesOf(tree).find((node) => placement && node.placement === placement)?.code;
  return code ? pathTo(tree, code) : [];
};

const steps = (path) => {
  const section = path[0]?.section;
  return [
    ...(section ? [{ name: SECTIONS[section]?.name, href: sectionAddress(section) }] : []),
    ...path.map(({ name, code }) => ({ name, href: columnAddress(code) })),
    { name: '正文' },
  ];
};

page(async (markSection) => {
  const collection = asked.get('collection') ?? '';
  const type = Object.hasOwn(TYPES, collection) ? TYPES[collection].entry : null;
  const [entry, tree] = await Promise.all([
    type ? fetchEntry(collection, asked.get('slug') ?? '', type.query) : null,
    fetchTree(),
  ]);
  if (!entry) throw new ApiError(404, '');

  const path = pathOf(tree, entry);
  const source = type.source?.(entry) || SITE.name;
  const title = titleOf(entry);
  if (path[0]) markSection(path[0].section);
  describe({ title, column: path.at(-1), article: { ...entry, source } });
  show(
    h(
      'div',
      { class: 'wide' },
      breadcrumbs(steps(path)),
      h(
        'article',
        { class: 'entry' },
        h(
          'header',
          {},
          h('h1', {}, title),
          h(
            'p',
            { class: 'quiet' },
            h(
              'span',
              {},
              '发布时间：',
              h('time', { datetime: entry.publicationDate }, minute(entry.publicationDate))
            ),
            ' ',
            h('span', {}, `来源：${source}`)
          )
        ),
        type.draw(entry)
      )
    )
  );
});
