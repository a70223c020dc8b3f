import type { Core } from '@strapi/strapi';
import { generate } from '@strapi/openapi';
import { HOME_SIZE } from '../public-api/home';
import { isOpaque } from '../public-api/query-shape';
import { has, siteContentTypes, siteTypes, type Attribute } from '../public-api/site-types';
import { OWN_PATHS, OWN_SCHEMAS, refusal, UNCHANGED } from './own-paths';
import { list, nullable, object, ref, text, type Schema } from './schema';

interface Operation extends Schema {
  parameters: Array<Schema & { name: string }>;
  responses: Record<string, { content?: { 'application/json'?: { schema: Schema } } }>;
}

interface Generated {
  openapi: string;
  components: { schemas: Record<string, Schema> };
  paths: Record<string, { get?: Operation } | undefined>;
}

/** Parameters that ask about drafts, which visitors are refused. */
const OF_DRAFTS: ReadonlySet<string> = new Set([
  'status',
  'publicationFilter',
  'hasPublishedVersion',
]);

/** What of the generated schemas says nothing, or changes with each run. */
const NOISE: ReadonlySet<string> = new Set([
  '$schema',
  'default',
  'x-strapi-serialize',
  'readOnly',
]);

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Strapi calls its ids UUIDs or text; it gives `fields` that are asked for, and null for what is empty. */
const propertyOf = (name: string, schema: unknown): Schema => {
  if (name === 'documentId') return text;
  if (name === 'id') return { type: 'integer' };
  return nullable(isSchema(schema) ? corrected(schema) : {});
};

/** A generated schema with what Strapi's generator gets wrong put right. */
const corrected = (schema: Schema): Schema => {
  const result: Schema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (NOISE.has(keyword) || keyword === 'required') continue;
    if (keyword === 'properties') continue;
    if (isSchema(value)) result[keyword] = corrected(value);
    else if (Array.isArray(value)) {
      result[keyword] = value.map((each: unknown) => (isSchema(each) ? corrected(each) : each));
    } else result[keyword] = value;
  }
  if (schema.properties) {
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, each]) => [name, propertyOf(name, each)])
    );
    result.required = ['id', 'documentId'].filter((name) => name in (schema.properties ?? {}));
  }
  return result;
};

/** Components have ids too, which the generator leaves out. */
const withId = (schema: Schema): Schema =>
  schema.properties && !('id' in schema.properties)
    ? { ...schema, properties: { id: { type: 'integer' }, ...schema.properties }, required: ['id'] }
    : schema;

const pascal = (name: string): string =>
  name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());

/** Generated name of a content type's schema: `ApiArticleArticleDocument`. */
const documentName = (uid: string): string => `${uid.split(/::|\./).map(pascal).join('')}Document`;

/** What the public API takes less of than any Strapi. */
interface Limits {
  /** Fields that nothing can be sorted by. */
  unsortable: ReadonlySet<string>;
  /** The most entries of a page. */
  longest: number;
}

const ANY_OBJECT: Schema = { type: 'object', additionalProperties: true };

const LOOSE: Readonly<Record<string, string>> = {
  filters:
    'Conditions by field: filters[title][$contains]=文化. See docs.strapi.io/cms/api/rest/filters',
  populate: '*, names, or an object: populate[submission][populate]=units. At most 5 levels deep',
};

const PAGE_SIZES: ReadonlySet<string> = new Set(['pagination[pageSize]', 'pagination[limit]']);

/** A schema with these values taken out of its closed lists. */
const without = (values: ReadonlySet<string>, schema: Schema): Schema =>
  Object.fromEntries(
    Object.entries(schema).map(([keyword, inner]) => {
      if (keyword === 'enum') {
        return [keyword, (inner as string[]).filter((each) => !values.has(each))];
      }
      if (isSchema(inner)) return [keyword, without(values, inner)];
      const parts = Array.isArray(inner) ? (inner as unknown[]) : undefined;
      const cut = parts?.map((each) => (isSchema(each) ? without(values, each) : each));
      return [keyword, cut ?? inner];
    })
  );

/** What a parameter takes here: less than Strapi's generator says of all applications. */
const narrowed = (name: string, schema: Schema, { unsortable, longest }: Limits): Schema => {
  if (name === 'sort') return without(unsortable, schema);
  return PAGE_SIZES.has(name) ? { ...schema, maximum: longest } : schema;
};

/** The generated parameter, where Strapi takes more than its generator says in its whole width. */
const parameterOf = (
  { name, in: place, required, schema }: Schema & { name: string },
  limits: Limits
): Schema => {
  const description = LOOSE[name];
  const described = narrowed(name, corrected(schema as Schema), limits);
  if (description === undefined) return { name, in: place, required, schema: described };
  const wide = name === 'filters' ? ANY_OBJECT : { anyOf: [described, ANY_OBJECT] };
  return {
    name,
    in: place,
    required,
    description,
    style: 'deepObject',
    explode: true,
    schema: wide,
  };
};

const answersWith = (schema: Schema, refusals: Schema): Schema => ({
  '200': { description: 'OK', content: { 'application/json': { schema } } },
  '304': UNCHANGED,
  ...refusals,
});

const BAD_QUERY = { '400': refusal('A part of the query is wrong; the message names it') };
const MOVED = {
  '301': { description: 'The slug asked for is a former one; Location has the present one' },
};
const NOT_THERE = { '404': refusal('There is no such published entry') };

const operationOf = (
  { parameters, operationId }: Operation,
  limits: Limits,
  summary: string,
  responses: Schema
): Schema => ({
  summary,
  operationId,
  parameters: parameters
    .filter(({ name }) => !OF_DRAFTS.has(name))
    .map((each) => (each.in === 'path' ? { ...each, schema: text } : parameterOf(each, limits))),
  responses,
});

interface Collection {
  name: string;
  schema: string;
  limits: Limits;
}

const pathsOf = (
  generated: Generated,
  { name, schema, limits }: Collection
): Record<string, Schema> => {
  const many = generated.paths[`/${name}`]?.get;
  const one = generated.paths[`/${name}/{id}`]?.get;
  if (!many || !one) throw new Error(`Strapi describes no ${name}.`);
  const page = object({ data: list(ref(schema)), meta: ref('ListMeta') });
  const single = object({ data: ref(schema), meta: ANY_OBJECT });
  return {
    [`/${name}`]: {
      get: operationOf(
        many,
        limits,
        `Published ${name}`,
        answersWith(page, { ...MOVED, ...BAD_QUERY })
      ),
    },
    [`/${name}/{id}`]: {
      get: operationOf(
        one,
        limits,
        `One of the ${name}, by its documentId`,
        answersWith(single, { ...BAD_QUERY, ...NOT_THERE })
      ),
    },
  };
};

const itemOf = (generated: Generated, name: string): Schema => {
  const answer = generated.paths[`/${name}`]?.get?.responses['200'];
  const data = answer?.content?.['application/json']?.schema.properties?.data;
  if (!isSchema(data?.items)) throw new Error(`Strapi describes no answer of ${name}.`);
  return corrected(data.items);
};

/** An entry of the home page: as its collection gives it, and which collection that is. */
const homeEntry = (schema: Schema): Schema => ({
  ...schema,
  properties: { collection: text, ...schema.properties },
  required: ['collection', 'id', 'documentId'],
});

const homeSchema = (strapi: Core.Strapi, schemas: Record<string, Schema>): Schema => {
  const entries = (uids: readonly string[]): Schema => {
    const shapes = uids.map((uid) => homeEntry(schemas[documentName(uid)] ?? {}));
    return list(shapes.length === 1 ? (shapes[0] ?? {}) : { anyOf: shapes });
  };
  const types = siteTypes(strapi);
  const placed = types.filter((type) => has(type, 'placement')).map(({ uid }) => uid);
  const events = types.filter(({ name }) => name === 'event').map(({ uid }) => uid);
  return object(
    Object.fromEntries(
      Object.keys(HOME_SIZE).map((part) => [part, entries(part === 'events' ? events : placed)])
    )
  );
};

type Attributes = Readonly<Record<string, Attribute>>;

const opaqueOf = (attributes: Attributes): ReadonlySet<string> =>
  new Set(Object.keys(attributes).filter((name) => isOpaque(attributes[name])));

const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(
    Object.entries(record).sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
  );

/**
 * The OpenAPI document of the public API: what Strapi generates of the site's collections, put right
 * and without what visitors may not do, and the calls that are our own. Of an application whose
 * routes are mounted.
 */
export const openApiOf = (strapi: Core.Strapi): Schema => {
  const generated = generate(strapi, { type: 'content-api' }).document as unknown as Generated;
  const longest = strapi.config.get<number>('api.rest.maxLimit');
  const collections = siteContentTypes(strapi).map(({ uid, info, attributes }) => ({
    name: info.pluralName,
    schema: documentName(uid),
    limits: { longest, unsortable: opaqueOf(attributes as unknown as Attributes) },
  }));
  const schemas: Record<string, Schema> = Object.fromEntries([
    ...Object.entries(generated.components.schemas).map(([name, schema]) => [
      name,
      withId(corrected(schema)),
    ]),
    ...collections.map(({ name, schema }) => [schema, itemOf(generated, name)]),
  ]) as Record<string, Schema>;
  const paths = Object.assign({}, ...collections.map((each) => pathsOf(generated, each))) as Record<
    string,
    Schema
  >;
  return {
    openapi: generated.openapi,
    info: {
      title: '文化常州：公开接口 Public API',
      version: '1.0.0',
      description: 'Read only, without a login. Only what is published is given.',
    },
    servers: [{ url: '/api' }],
    paths: sorted({ ...paths, ...OWN_PATHS }),
    components: {
      schemas: sorted({ ...schemas, ...OWN_SCHEMAS, Home: homeSchema(strapi, schemas) }),
    },
  };
};
