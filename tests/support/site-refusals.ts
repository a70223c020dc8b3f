import type { Document, TestApp } from '.';

/** A small PNG of the media library's, with or without its alternative text. */
export const makePicture = async (
  { strapi }: TestApp,
  alternativeText: string | null
): Promise<{ id: number }> =>
  (await strapi.db.query('plugin::upload.file').create({
    data: {
      name: '画面.png',
      hash: 'picture',
      ext: '.png',
      mime: 'image/png',
      size: 1,
      url: '/uploads/picture.png',
      provider: 'local',
      folderPath: '/',
      alternativeText,
    },
  })) as { id: number };

/** The least that each type of entry is published with; relations are made where a type needs them. */
export const LEAST: Readonly<Record<string, Record<string, unknown>>> = {
  article: { title: '博物馆新展开幕' },
  event: {
    title: '春季音乐会',
    kind: 'show',
    venue: '市大剧院',
    startsAt: '2026-05-01T11:00:00.000Z',
  },
  leader: { name: '张明华', post: '局长' },
  profile: { name: '办公室', column: 'departments' },
  milestone: { title: '市图书馆新馆开放', date: '2026-03' },
  'disclosure-document': { title: '文化发展规划', column: 'plans-and-summaries' },
  'power-item': {
    name: '营业性演出审批',
    code: 'XK-001',
    kind: 'licence',
    column: 'power-details',
  },
  'service-guide': { title: '营业性演出审批办事指南' },
  'heritage-item': { name: '青果巷', kind: 'protected-quarter' },
  'livelihood-project': { title: '社区书屋建设', year: 2026 },
  work: { title: '紫砂梦', kind: 'stage-work' },
  artist: { name: '王大师' },
  'training-result': { title: '青年演员培养计划' },
  policy: { title: '文化产业扶持办法', field: 'culture-industry' },
  'lecture-series': { name: '龙城讲坛' },
  lecture: { title: '运河与城市', heldOn: '2026-04-01', speaker: '李教授' },
};

/** The documentId of a seeded column. */
export const columnOf = async ({ strapi }: TestApp, code: string): Promise<string> => {
  const column = (await strapi.db
    .query('api::column.column')
    .findOne({ where: { code } })) as Document | null;
  if (!column) throw new Error(`There is no column ${code}.`);
  return column.documentId;
};

/** The values of an entry, with the code of its column replaced by the column. */
export const valuesOf = async (
  app: TestApp,
  name: string,
  more: Record<string, unknown> = {}
): Promise<Record<string, unknown>> => {
  const values = { ...LEAST[name], ...more };
  if (typeof values.column !== 'string') return values;
  return { ...values, column: await columnOf(app, values.column) };
};
