import { blocks } from '../lib/blocks.js';
import { h } from '../lib/dom.js';
import { named } from '../lib/format.js';
import { downloads, gallery, picture, video } from '../lib/media.js';
import {
  card,
  cards,
  facts,
  linkTo,
  mapPoint,
  part,
  populate,
  published,
  row,
  rows,
  tag,
  telephone,
} from './parts.js';

const linksTo = (collection, entries) =>
  entries?.length
    ? h(
        'ul',
        {},
        entries.map((entry) => h('li', {}, linkTo(collection, entry)))
      )
    : null;

export const heritageItems = {
  list: {
    query: { sort: 'publicationDate:desc', ...populate('cover') },
    draw: (entries) =>
      cards(
        entries.map((entry) =>
          card('heritage-items', entry, {
            cover: entry.cover,
            about: entry.summary,
            tags: [tag(named(entry.kind)), tag(named(entry.level), 'strong')],
          })
        )
      ),
  },
  entry: {
    query: populate('cover', 'gallery', 'inheritors', 'location', 'video', 'column'),
    draw: (entry) => [
      video(entry) ?? picture(entry.cover, 900, { class: 'lead-picture', loading: 'eager' }),
      facts([
        ['类别', named(entry.kind)],
        ['级别', named(entry.level)],
        ['批次', entry.batch],
        ['年代', entry.era],
        ['所在地', entry.place],
        ['地图位置', mapPoint(entry.location, entry.name)],
      ]),
      blocks(entry.body),
      part(
        '代表性传承人',
        (entry.inheritors ?? []).map(({ name, level, introduction }) =>
          h(
            'p',
            {},
            h('strong', {}, name),
            level ? `（${named(level)}）` : '',
            introduction ? `：${introduction}` : ''
          )
        )
      ),
      part('图集', gallery(entry.gallery)),
    ],
  },
};

const STAGES = { planned: 'plain', 'under-way': 'strong', completed: 'good' };

export const livelihoodProjects = {
  list: {
    query: { sort: 'year:desc,publicationDate:desc', ...populate('cover') },
    draw: (entries) =>
      cards(
        entries.map((entry) =>
          card('livelihood-projects', entry, {
            cover: entry.cover,
            about: entry.goal,
            tags: [tag(`${entry.year}年`), tag(named(entry.stage), STAGES[entry.stage])],
          })
        )
      ),
  },
  entry: {
    query: populate('cover', 'progress.picture', 'column'),
    draw: (entry) => [
      picture(entry.cover, 900, { class: 'lead-picture', loading: 'eager' }),
      facts([
        ['年度', `${entry.year}年`],
        ['目标', entry.goal],
        ['进度', tag(named(entry.stage), STAGES[entry.stage])],
      ]),
      blocks(entry.body),
      part(
        '进展',
        entry.progress?.length
          ? h(
              'ol',
              { class: 'timeline' },
              [...entry.progress]
                .sort((one, other) => other.date.localeCompare(one.date))
                .map((note) =>
                  h(
                    'li',
                    {},
                    h('time', { datetime: note.date }, note.date),
                    h('div', {}, note.text, picture(note.picture, 480))
                  )
                )
            )
          : null
      ),
    ],
  },
};

export const works = {
  list: {
    query: { sort: 'year:desc,publicationDate:desc', ...populate('cover') },
    draw: (entries) =>
      cards(
        entries.map((entry) =>
          card('works', entry, {
            cover: entry.cover,
            about: entry.summary,
            tags: [tag(named(entry.kind)), tag(entry.year ? `${entry.year}年` : '')],
          })
        )
      ),
  },
  entry: {
    query: populate('cover', 'gallery', 'video', 'awards', 'artists', 'column'),
    draw: (entry) => [
      video(entry) ?? picture(entry.cover, 900, { class: 'lead-picture', loading: 'eager' }),
      facts([
        ['类别', named(entry.kind)],
        ['主创', entry.creators],
        ['年份', entry.year],
        ['相关名家', linksTo('artists', entry.artists)],
      ]),
      blocks(entry.body),
      part(
        '获奖情况',
        entry.awards?.length
          ? h(
              'ul',
              {},
              entry.awards.map(({ name, year, organ }) =>
                h('li', {}, [year ? `${year}年` : '', name, organ ? `（${organ}）` : ''].join(''))
              )
            )
          : null
      ),
      part('剧照和图集', gallery(entry.gallery)),
    ],
  },
};

export const artists = {
  list: {
    query: { sort: 'publicationDate:desc', ...populate('portrait') },
    draw: (entries) =>
      cards(
        entries.map((entry) =>
          card('artists', entry, {
            cover: entry.portrait,
            shape: 'is-portrait',
            about: entry.honours,
            tags: [tag(entry.field)],
          })
        ),
        'of-people'
      ),
  },
  entry: {
    query: populate('portrait', 'gallery', 'works', 'video', 'column'),
    draw: (entry) => [
      h(
        'div',
        { class: 'person' },
        picture(entry.portrait, 480, { class: 'portrait' }),
        facts([
          ['领域', entry.field],
          ['称号', entry.honours],
          ['生卒年', entry.lifespan],
          ['作品', linksTo('works', entry.works)],
        ])
      ),
      video(entry),
      blocks(entry.body),
      part('作品图集', gallery(entry.gallery)),
    ],
  },
};

export const trainingResults = {
  list: {
    query: { sort: 'publicationDate:desc' },
    draw: (entries) =>
      rows(
        entries.map((entry) =>
          row('training-results', entry, { about: entry.summary, date: published(entry) })
        )
      ),
  },
  entry: {
    query: populate('pictures', 'attachments', 'unit', 'column'),
    source: ({ unit }) => unit?.name,
    draw: (entry) => [
      facts([
        ['年度', entry.year],
        ['培养单位', entry.unit?.name],
        ['人员', entry.people],
      ]),
      blocks(entry.body),
      gallery(entry.pictures),
      downloads(entry.attachments),
    ],
  },
};

export const policies = {
  list: {
    query: { sort: 'publicationDate:desc' },
    draw: (entries) =>
      rows(
        entries.map((entry) =>
          row('policies', entry, {
            about: `适用对象：${entry.audience ?? '—'}`,
            date: published(entry),
            tags: [tag(named(entry.field))],
          })
        )
      ),
  },
  entry: {
    query: populate('attachments', 'column'),
    source: ({ issuer }) => issuer,
    draw: (entry) => [
      facts([
        ['领域', named(entry.field)],
        ['适用对象', entry.audience],
        ['发布机构', entry.issuer],
        ['发文字号', entry.documentNumber],
        ['申报时间', entry.openFrom ? `${entry.openFrom} 至 ${entry.openTo ?? '长期'}` : null],
        ['咨询电话', telephone(entry.phone)],
      ]),
      part('政策内容', blocks(entry.body)),
      part('申报方式', entry.howToApply?.length ? blocks(entry.howToApply) : null),
      downloads(entry.attachments),
    ],
  },
};

export const lectureSeries = {
  list: {
    query: { sort: 'order:asc', ...populate('cover', 'host') },
    draw: (entries) =>
      cards(
        entries.map((entry) =>
          card('lecture-series-list', entry, {
            cover: entry.cover,
            about: entry.summary,
            tags: [tag(entry.host?.name)],
          })
        )
      ),
  },
  entry: {
    query: populate('cover', 'host', 'lectures', 'column'),
    source: ({ host }) => host?.name,
    draw: (entry) => [
      picture(entry.cover, 900, { class: 'lead-picture', loading: 'eager' }),
      facts([
        ['主办单位', entry.host?.name],
        ['地点', entry.venue],
        ['举办时间', entry.schedule],
      ]),
      blocks(entry.body),
      part(
        '往期内容',
        entry.lectures?.length
          ? rows(
              [...entry.lectures]
                .sort((one, other) => other.heldOn.localeCompare(one.heldOn))
                .map((lecture) =>
                  row('lectures', lecture, {
                    date: lecture.heldOn,
                    about: `主讲：${lecture.speaker}`,
                  })
                )
            )
          : null
      ),
    ],
  },
};

export const lectures = {
  list: {
    query: { sort: 'heldOn:desc', ...populate('cover', 'series') },
    draw: (entries) =>
      cards(
        entries.map((entry) =>
          card('lectures', entry, {
            cover: entry.cover,
            about: `主讲：${entry.speaker}`,
            tags: [tag(entry.series?.name), tag(entry.heldOn)],
          })
        )
      ),
  },
  entry: {
    query: populate('cover', 'pictures', 'video', 'series', 'column'),
    draw: (entry) => [
      video(entry) ?? picture(entry.cover, 900, { class: 'lead-picture', loading: 'eager' }),
      facts([
        ['所属讲坛', entry.series ? linkTo('lecture-series-list', entry.series) : null],
        ['举办日期', entry.heldOn],
        ['主讲人', entry.speaker],
        ['主讲人简介', entry.speakerIntroduction],
        ['地点', entry.venue],
      ]),
      blocks(entry.body),
      gallery(entry.pictures),
    ],
  },
};
