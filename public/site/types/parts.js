import { entryAddress } from '../lib/addresses.js';
import { h } from '../lib/dom.js';
import { day } from '../lib/format.js';
import { picture } from '../lib/media.js';

/** A query of the public API that asks for the relations, files and components of these names. */
export const populate = (...names) =>
  Object.fromEntries(
    names.map((name) => [
      `populate${name
        .split('.')
        .map((part) => `[${part}]`)
        .join('[populate]')}`,
      true,
    ])
  );

export const titleOf = (entry) => entry.title ?? entry.name ?? '';

export const linkTo = (collection, entry, attributes = {}) =>
  h('a', { href: entryAddress(collection, entry), ...attributes }, titleOf(entry));

export const tag = (text, tone = 'plain') =>
  text ? h('span', { class: `tag tag-${tone}` }, text) : null;

/** Names and values; those without a value are left out. */
export const facts = (pairs) => {
  const known = pairs.filter(([, value]) => value && (!Array.isArray(value) || value.length > 0));
  if (known.length === 0) return null;
  return h(
    'dl',
    { class: 'facts' },
    known.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))
  );
};

/** A part of an entry's page, left out when there is nothing in it. */
export const part = (heading, ...content) => {
  const present = content.flat().filter(Boolean);
  return present.length > 0 ? h('section', { class: 'part' }, h('h2', {}, heading), present) : null;
};

/** One line of a list: title, what it is about, its day. */
export const row = (collection, entry, { about, date, tags = [] } = {}) =>
  h(
    'li',
    { class: 'row' },
    h(
      'div',
      { class: 'row-head' },
      linkTo(collection, entry),
      tags,
      date ? h('time', { datetime: date }, date) : null
    ),
    about ? h('p', { class: 'quiet' }, about) : null
  );

/** One card of a grid: picture, title, what it is about. */
export const card = (collection, entry, { cover, about, tags = [], shape = '', level = 2 } = {}) =>
  h(
    'li',
    { class: `card ${shape}` },
    h('div', { class: 'card-picture' }, cover ? picture(cover, 480, { alt: '' }) : null),
    h(
      'div',
      { class: 'card-text' },
      h(`h${level}`, { class: 'card-title' }, linkTo(collection, entry)),
      tags.some(Boolean) ? h('p', { class: 'tags' }, tags) : null,
      about ? h('p', { class: 'quiet clamp' }, about) : null
    )
  );

export const rows = (items) => h('ul', { class: 'rows' }, items);

export const cards = (items, shape = '') => h('ul', { class: `cards ${shape}` }, items);

/** A table that becomes cards on a narrow screen: each cell names its column. */
export const table = (caption, heads, lines) =>
  h(
    'table',
    { class: 'table' },
    h('caption', { class: 'hidden' }, caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        heads.map((head) => h('th', { scope: 'col' }, head))
      )
    ),
    h(
      'tbody',
      {},
      lines.map((cells) =>
        h(
          'tr',
          {},
          cells.map((cell, index) => h('td', { 'data-head': heads[index] }, cell || '—'))
        )
      )
    )
  );

export const published = (entry) => day(entry.publicationDate);

const coordinate = (value) => Number(value).toFixed(4);

/** Where something is, with a link to a map. */
export const mapPoint = (location, name) => {
  if (!location) return null;
  const { latitude, longitude } = location;
  const query = new URLSearchParams({
    position: `${longitude},${latitude}`,
    name,
    coordinate: 'wgs84',
  });
  return h(
    'a',
    { href: `https://uri.amap.com/marker?${query}`, rel: 'noopener' },
    `北纬 ${coordinate(latitude)}°，东经 ${coordinate(longitude)}°（在地图中查看）`
  );
};

export const telephone = (number) =>
  number ? h('a', { href: `tel:${number.replaceAll(/[^\d+]/g, '')}` }, number) : null;

export const external = (address, text) =>
  address ? h('a', { href: address, rel: 'noopener' }, text ?? address) : null;
