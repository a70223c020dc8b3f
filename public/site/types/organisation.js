import { blocks } from '../lib/blocks.js';
import { h } from '../lib/dom.js';
import { chineseDate } from '../lib/format.js';
import { gallery, picture } from '../lib/media.js';
import {
  card,
  cards,
  external,
  facts,
  linkTo,
  mapPoint,
  part,
  populate,
  telephone,
} from './parts.js';

const names = (units) => (units ?? []).map(({ name }) => name).join('、');

export const leaders = {
  list: {
    query: { sort: 'order:asc', ...populate('portrait') },
    draw: (entries) =>
      cards(
        entries.map((entry) =>
          card('leaders', entry, {
            cover: entry.portrait,
            shape: 'is-portrait',
            about: h('span', {}, entry.post, h('br'), entry.duties),
          })
        ),
        'of-people'
      ),
  },
  entry: {
    query: populate('portrait', 'column', 'oversees'),
    draw: (entry) => [
      h(
        'div',
        { class: 'person' },
        picture(entry.portrait, 480, { class: 'portrait' }),
        facts([
          ['职务', entry.post],
          ['工作分工', entry.duties],
          ['分管处室和单位', names(entry.oversees)],
        ])
      ),
      part('简历', blocks(entry.biography)),
    ],
  },
};

export const profiles = {
  list: {
    query: { sort: 'order:asc', ...populate('pictures') },
    draw: (entries) =>
      h(
        'ul',
        { class: 'contacts' },
        entries.map((entry) =>
          h(
            'li',
            {},
            h('h2', { class: 'card-title' }, linkTo('profiles', entry)),
            facts([
              ['地址', entry.address],
              ['电话', telephone(entry.phone)],
              ['时间', entry.hours],
            ])
          )
        )
      ),
  },
  entry: {
    query: populate('pictures', 'location', 'column', 'unit'),
    draw: (entry) => [
      facts([
        ['地址', entry.address],
        ['电话', telephone(entry.phone)],
        ['开放或办公时间', entry.hours],
        ['网站', external(entry.website)],
        ['地图位置', mapPoint(entry.location, entry.name)],
      ]),
      blocks(entry.body),
      gallery(entry.pictures),
    ],
  },
};

export const milestones = {
  list: {
    query: { sort: 'date:desc', ...populate('picture') },
    draw: (entries) =>
      h(
        'ol',
        { class: 'timeline' },
        entries.map((entry) =>
          h(
            'li',
            {},
            h('time', { datetime: entry.date }, chineseDate(entry.date)),
            h('div', {}, linkTo('milestones', entry))
          )
        )
      ),
  },
  entry: {
    query: populate('picture', 'column'),
    draw: (entry) => [
      facts([['时间', chineseDate(entry.date)]]),
      picture(entry.picture, 900, { class: 'lead-picture' }),
      blocks(entry.body),
    ],
  },
};
