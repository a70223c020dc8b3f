import type { Core } from '@strapi/strapi';
import { siteContentTypes } from '../../src/site/public-api/site-types';
import type { TestApp } from './app';

/** Begins every text that visitors may read. */
const PUBLIC_MARK = '公开';
/** Begins every text that they may not. */
export const SECRET_MARK = '机密';

interface Attribute {
  type: string;
  relation?: string;
  target?: string;
  mappedBy?: string;
  multiple?: boolean;
  repeatable?: boolean;
  component?: string;
  enum?: readonly string[];
  min?: number;
}

type Data = Record<string, unknown>;

interface Row extends Data {
  id: number;
  documentId: string;
}

/** The rows of one content type that `seedEntries` made. */
export interface SeededType {
  uid: string;
  collection: string;
  hasDrafts: boolean;
  /** Every attribute is filled with what visitors may read. */
  published: Row;
  /** The draft of the same document, changed since. */
  changed: Row | null;
  /** Another document, never published. */
  draft: Row | null;
}

const OWN = new Set(['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt', 'locale']);

const attributesOf = (schema: { attributes: unknown }): Array<[string, Attribute]> =>
  Object.entries(schema.attributes as Record<string, Attribute>).filter(
    ([name]) => !OWN.has(name) && !['createdBy', 'updatedBy', 'localizations'].includes(name)
  );

let count = 0;

const next = (): number => (count += 1);

const SCALARS: Readonly<Record<string, (mark: string, name: string) => unknown>> = {
  // Some types have codes that are unique.
  string: (mark, name) => `${mark}-${name}-${next()}`,
  text: (mark, name) => `${mark}-${name}`,
  richtext: (mark, name) => `${mark}-${name}`,
  blocks: (mark, name) => [
    { type: 'paragraph', children: [{ type: 'text', text: `${mark}-${name}` }] },
  ],
  biginteger: () => '7',
  decimal: () => 7.5,
  float: () => 7.5,
  boolean: () => true,
  date: () => '2026-03-01',
  datetime: () => '2026-03-01T01:00:00.000Z',
  json: () => ({}),
};

/** A file of the media library, of which only the record is there. */
export const makeFile = async (
  strapi: Core.Strapi,
  mark: string,
  mime: string
): Promise<number> => {
  const { id } = (await strapi.db.query('plugin::upload.file').create({
    data: {
      name: `${mark}-file`,
      alternativeText: `${mark}-alternative`,
      hash: `file${next()}`,
      ext: '.bin',
      mime,
      size: 1,
      url: '/uploads/file.bin',
      formats: null,
      provider: `${SECRET_MARK}-provider`,
      provider_metadata: { secret: SECRET_MARK },
      folderPath: `/${SECRET_MARK}`,
    },
  })) as { id: number };
  return id;
};

const valueOf = async (
  strapi: Core.Strapi,
  name: string,
  attribute: Attribute,
  mark: string
): Promise<unknown> => {
  const { type } = attribute;
  if (type === 'uid') return `slug-${next()}`;
  if (type === 'enumeration') return attribute.enum?.[0];
  if (type === 'integer') return Math.max(7, attribute.min ?? 0);
  if (type === 'media') {
    const file = await makeFile(strapi, mark, 'image/png');
    return attribute.multiple ? [file] : file;
  }
  if (type !== 'component' || attribute.component === undefined) {
    return SCALARS[type]?.(mark, name);
  }
  const pivot = { field: name, component_type: attribute.component };
  const parts: Data[] = [];
  for (let each = 0; each < (attribute.repeatable ? 2 : 1); each += 1) {
    const component = (strapi.components as Record<string, unknown>)[attribute.component];
    const data = await dataOf(strapi, component as { attributes: unknown }, mark);
    const { id } = (await strapi.db.query(attribute.component).create({
      data,
    })) as { id: number };
    parts.push({ id, __pivot: pivot });
  }
  return attribute.repeatable ? parts : parts[0];
};

const dataOf = async (
  strapi: Core.Strapi,
  schema: { attributes: unknown },
  mark: string
): Promise<Data> => {
  const data: Data = {};
  for (const [name, attribute] of attributesOf(schema)) {
    if (attribute.type === 'relation') continue;
    data[name] = await valueOf(strapi, name, attribute, mark);
  }
  return data;
};

const seedType = async (
  strapi: Core.Strapi,
  contentType: ReturnType<typeof siteContentTypes>[number],
  creator: number
): Promise<SeededType> => {
  const hasDrafts = contentType.options?.draftAndPublish === true;
  const make = async (mark: string, documentId: string, isPublished: boolean): Promise<Row> =>
    (await strapi.db.query(contentType.uid).create({
      data: {
        ...(await dataOf(strapi, contentType, mark)),
        documentId,
        createdBy: creator,
        updatedBy: creator,
        publishedAt: isPublished ? new Date() : null,
      },
    })) as Row;
  const documentId = `published${next()}`.padEnd(24, '0');
  const changed = hasDrafts ? await make(SECRET_MARK, documentId, false) : null;
  const published = await make(`${PUBLIC_MARK}-${contentType.info.singularName}`, documentId, true);
  const draft = hasDrafts ? await make(SECRET_MARK, `draft${next()}`.padEnd(24, '0'), false) : null;
  return {
    uid: contentType.uid,
    collection: contentType.info.pluralName,
    hasDrafts,
    published,
    changed,
    draft,
  };
};

/** Relates the rows of all types as publishing does: published to published, drafts to drafts. */
const relate = async (
  strapi: Core.Strapi,
  seeded: readonly SeededType[],
  others: Readonly<Record<string, number>>
): Promise<void> => {
  const byUid = new Map(seeded.map((each) => [each.uid, each]));
  for (const { uid, published, changed, draft } of seeded) {
    const { attributes } = strapi.contentType(uid as never) as { attributes: unknown };
    for (const [row, version] of [
      [published, 'published'],
      [changed, 'changed'],
      [draft, 'draft'],
    ] as const) {
      if (row === null) continue;
      const data: Data = {};
      for (const [name, { type, target = '', relation, mappedBy }] of attributesOf({
        attributes,
      })) {
        if (type !== 'relation' || mappedBy !== undefined) continue;
        const goal = byUid.get(target);
        const id = goal ? (goal[version] ?? goal.published).id : others[target];
        if (id === undefined || (target === uid && relation === 'manyToOne')) continue;
        data[name] = relation?.endsWith('ToMany') ? [id] : id;
      }
      await strapi.db.query(uid).update({ where: { id: row.id }, data });
    }
  }
};

/**
 * Fills every content type of the site, one that is added later too: a published entry with each
 * attribute, its changed draft, and a draft alone, all of them with a submission and a creator about
 * whom everything is secret. Written past the document service, so that no rule of a type is in the
 * way.
 */
export const seedEntries = async (app: TestApp): Promise<SeededType[]> => {
  const { strapi, make } = app;
  const secret = (name: string): string => `${SECRET_MARK}-${name}`;
  const unit = await make.unit({ name: `${PUBLIC_MARK}-单位` });
  const officer = await make.officer(unit, { name: secret('officer') });
  const submission = await make.documents('plugin::points.submission').create({
    data: {
      title: secret('title'),
      text: secret('text'),
      remark: secret('remark'),
      category: 'work-result',
      receivedAt: '2026-01-05T01:00:00.000Z',
      units: [unit.documentId],
      officers: [officer.documentId],
    },
  });
  await make.adoption({
    submission,
    channel: 'instruction',
    adoptedOn: '2026-02-01',
    organ: secret('organ'),
  });
  const { id: creator } = (await strapi.db.query('admin::user').create({
    data: {
      email: `${secret('mail')}@example.test`,
      firstname: secret('firstname'),
      password: secret('password'),
      isActive: true,
    },
  })) as { id: number };
  const seeded: SeededType[] = [];
  for (const contentType of siteContentTypes(strapi)) {
    seeded.push(await seedType(strapi, contentType, creator));
  }
  await relate(strapi, seeded, {
    'plugin::points.unit': unit.id,
    'plugin::points.submission': submission.id,
  });
  return seeded;
};
