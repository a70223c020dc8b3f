import { blocks } from '../lib/blocks.js';
import { h } from '../lib/dom.js';
import { named, span } from '../lib/format.js';
import { gallery, picture, video } from '../lib/media.js';
import { card, cards, external, facts, populate, published, row, rows, tag } from './parts.js';

const unitsOf = ({ submission }) => (submission?.units ?? []).map(({ name }) => name).join('、');

const pictured = new Set(['picture', 'video']);

export const articles = {
  list: {
    query: { sort: 'publicationDate:desc', ...populate('cover') },
    draw: (entries) =>
      pictured.has(entries[0]?.placement)
        ? cards(
            entries.map((entry) =>
              card('articles', entry, {
                cover: entry.cover,
                about: published(entry),
                shape: entry.placement === 'video' ? 'is-video' : '',
              })
            )
          )
        : rows(
            entries.map((entry) =>
              row('articles', entry, { about: entry.summary, date: published(entry) })
            )
          ),
  },
  entry: {
    query: populate('cover', 'pictures', 'video', 'column', 'submission.units'),
    source: (entry) => entry.source || unitsOf(entry),
    draw: (entry) => [
      video(entry) ??
        (entry.pictures?.length
          ? null
          : picture(entry.cover, 900, { class: 'lead-picture', loading: 'eager' })),
      gallery(entry.pictures),
      blocks(entry.body),
      unitsOf(entry) ? h('p', { class: 'credit' }, `报送单位：${unitsOf(entry)}`) : null,
    ],
  },
};

/** Whether an event is still to come, under way or over. */
const stateOf = ({ startsAt, endsAt }) => {
  const now = Date.now();
  if (now < new Date(startsAt).getTime()) return ['即将开始', 'strong'];
  if (now <= new Date(endsAt ?? startsAt).getTime()) return ['进行中', 'good'];
  return ['已结束', 'plain'];
};

/** An event with its day as on a calendar's leaf. */
export const eventItem = (entry, level = 2) =>
  card('events', entry, {
    cover: entry.poster,
    level,
    tags: [tag(named(entry.kind)), tag(...stateOf(entry))],
    about: h('span', {}, span(entry.startsAt, entry.endsAt), h('br'), entry.venue),
  });

/** An event of which nobody said when it ends is over when it has begun. */
const endsFrom = (operator, moment) => ({
  [`filters[$or][0][endsAt][${operator}]`]: moment.toISOString(),
  'filters[$or][1][endsAt][$null]': true,
  [`filters[$or][1][startsAt][${operator}]`]: moment.toISOString(),
});

export const events = {
  list: {
    /** Events that are over stand in a list of their own. */
    views: [
      {
        code: 'coming',
        name: '正在和即将举行',
        query: () => ({
          sort: 'startsAt:asc',
          ...endsFrom('$gte', new Date()),
          ...populate('poster'),
        }),
      },
      {
        code: 'past',
        name: '往期回顾',
        query: () => ({
          sort: 'startsAt:desc',
          ...endsFrom('$lt', new Date()),
          ...populate('poster'),
        }),
      },
    ],
    draw: (entries) => cards(entries.map((entry) => eventItem(entry))),
  },
  entry: {
    query: populate('poster', 'column'),
    source: ({ organizer }) => organizer,
    draw: (entry) => [
      picture(entry.poster, 900, { class: 'lead-picture', loading: 'eager' }),
      facts([
        ['类别', named(entry.kind)],
        ['时间', span(entry.startsAt, entry.endsAt)],
        ['地点', entry.venue],
        ['主办单位', entry.organizer],
        ['票价', entry.fee],
        ['状态', tag(...stateOf(entry))],
        [
          '预约',
          new Date(entry.endsAt ?? entry.startsAt) > new Date()
            ? external(entry.bookingUrl, '前往预约购票')
            : null,
        ],
      ]),
      blocks(entry.body),
    ],
  },
};
