import { SECTIONS } from '../config.js';
import { columnAddress, sectionAddress } from '../lib/addresses.js';
import { fetchTree } from '../lib/api.js';
import { h, show } from '../lib/dom.js';
import { breadcrumbs, describe, page } from '../lib/shell.js';

const item = ({ code, name, count, children }) =>
  h(
    'li',
    {},
    h('a', { href: columnAddress(code) }, name),
    count > 0 ? h('span', { class: 'quiet' }, `（${count} 条）`) : null,
    children.length > 0 ? h('ul', {}, children.map(item)) : null
  );

page(async () => {
  describe({ title: '网站地图' });
  const tree = await fetchTree();
  show(
    h(
      'div',
      { class: 'wide' },
      breadcrumbs([{ name: '网站地图' }]),
      h('h1', {}, '网站地图'),
      h(
        'div',
        { class: 'boxes' },
        Object.entries(SECTIONS).map(([code, { name }]) =>
          h(
            'section',
            { class: 'box' },
            h('h2', {}, h('a', { href: sectionAddress(code) }, name)),
            h('ul', {}, tree.filter(({ section }) => section === code).map(item))
          )
        )
      )
    )
  );
});
