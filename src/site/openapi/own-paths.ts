import { list, moment, nullable, object, ref, text, whole, type Schema } from './schema';

const answer = (description: string, content: Record<string, { schema: Schema }>): Schema => ({
  description,
  content,
});

/** A refusal in Strapi's shape. */
export const refusal = (description: string): Schema =>
  answer(description, { 'application/json': { schema: ref('Error') } });

const json = (schema: Schema): Schema => answer('OK', { 'application/json': { schema } });

const get = (summary: string, responses: Schema, parameters: Schema[] = []): Schema => ({
  get: { summary, tags: ['site'], parameters, responses },
});

const parameter = (name: string, schema: Schema, required = false): Schema => ({
  name,
  in: 'query',
  required,
  schema,
});

/** The answer to who has it already. */
export const UNCHANGED = { description: 'Not modified since the ETag that the request names' };

const xml = (type: string): Schema => ({
  '200': answer('OK', { [type]: { schema: text } }),
  '304': UNCHANGED,
});

/** Addresses of the site itself, beside the API. */
const ROOT_SERVER = { servers: [{ url: '/' }] };

/** The calls that are not a collection's. */
export const OWN_PATHS: Readonly<Record<string, Schema>> = {
  '/home': get('What the home page shows', {
    '200': json(object({ data: ref('Home') })),
    '304': UNCHANGED,
  }),
  '/columns/tree': get('The tree of columns, with what is published in each and below it', {
    '200': json(object({ data: list(ref('ColumnNode')) })),
    '304': UNCHANGED,
  }),
  '/search': get(
    'All words of q, in every column: finds in titles first, then the latest',
    {
      '200': json(ref('SearchPage')),
      '304': UNCHANGED,
      '400': refusal('q is missing, or a value is wrong'),
    },
    [
      parameter('q', { type: 'string', minLength: 1, maxLength: 100 }, true),
      parameter('page', { type: 'integer', minimum: 1, default: 1 }),
      parameter('pageSize', { type: 'integer', minimum: 1, maximum: 50, default: 20 }),
      parameter('section', { type: 'string', maxLength: 100 }),
      parameter('column', { type: 'string', maxLength: 100 }),
      parameter('from', { type: 'string', format: 'date' }),
      parameter('to', { type: 'string', format: 'date' }),
      parameter('sort', { type: 'string', enum: ['relevance', 'latest'] }),
    ]
  ),
  '/sitemap.xml': { ...get('The site map', xml('application/xml')), ...ROOT_SERVER },
  '/rss.xml': { ...get('The latest news', xml('application/rss+xml')), ...ROOT_SERVER },
};

const pagination = object({ page: whole, pageSize: whole, pageCount: whole, total: whole });

/** `meta` of a collection's list; by `start` and `limit` it has these instead of pages. */
const listMeta: Schema = {
  type: 'object',
  properties: {
    pagination: {
      type: 'object',
      properties: {
        ...{ page: whole, pageSize: whole, pageCount: whole, total: whole },
        ...{ start: whole, limit: whole },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};

const columnName = object({ documentId: text, code: text, name: text, section: text });

const html: Schema = {
  type: 'string',
  description: 'HTML: escaped text, with <mark> around what was found',
};

/** The shapes of our own calls. */
export const OWN_SCHEMAS: Readonly<Record<string, Schema>> = {
  Error: object({
    data: { type: 'null' },
    error: {
      type: 'object',
      properties: { status: whole, name: text, message: text, details: {} },
      required: ['status', 'name', 'message'],
    },
  }),
  ListMeta: listMeta,
  ColumnNode: object({
    ...{ documentId: text, code: text, name: text, section: text },
    ...{ description: nullable(text), freshness: nullable(text) },
    carries: {
      ...nullable(text),
      description: 'The collection of the entries that the column carries, such as articles',
    },
    placement: {
      ...nullable(text),
      description: 'Where it is served by placement: articles with this placement are its entries',
    },
    units: { ...list(text), description: 'Names of the units responsible' },
    count: { type: 'integer', description: 'Published entries in it and below it' },
    lastUpdate: { ...nullable(moment), description: 'The latest publication in it and below it' },
    children: list(ref('ColumnNode')),
  }),
  SearchResult: object({
    collection: text,
    documentId: text,
    slug: nullable(text),
    title: text,
    summary: nullable(text),
    publicationDate: nullable(moment),
    column: nullable(columnName),
    highlight: object({ title: html, text: html }),
  }),
  SearchPage: object({
    data: list(ref('SearchResult')),
    meta: object({
      pagination,
      hasMore: { type: 'boolean', description: 'Whether there are more than total' },
    }),
  }),
};
