import type { Core } from '@strapi/strapi';
import type { Random } from '../../src/seeds/demo/random';
import type { SeededType } from './site-entries';

interface Attribute {
  type: string;
  target?: string;
  component?: string;
}

type Attributes = Readonly<Record<string, Attribute>>;
type Pairs = Array<[string, string]>;

const OPERATORS = [
  ...['$eq', '$eqi', '$ne', '$nei', '$in', '$notIn', '$lt', '$lte', '$gt', '$gte', '$between'],
  ...['$contains', '$notContains', '$containsi', '$notContainsi', '$startsWith', '$startsWithi'],
  ...['$endsWith', '$endsWithi', '$null', '$notNull', '$jsonSupersetOf'],
  ...['$and', '$or', '$not', '$regex', '$where', '$elemMatch', '$exists', '$bad', '$'],
];

const NAMES = [
  ...['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt', 'locale', 'localizations'],
  ...['createdBy', 'updatedBy', 'password', 'resetPasswordToken', 'email', 'roles', 'related'],
  ...['submission', 'units', 'officers', 'account', 'remark', 'adoptions', 'receivedAt', 'text'],
  ...['provider', 'folder', 'folderPath', 'provider_metadata', 'formats', 'successor', '__type'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', 'on'],
  ...['', ' ', '0', '*', 'a.b', 'a b', "a'b", 'a"b', 'a;b', '中文', 'x'.repeat(300), '$eq', '%'],
];

const VALUES = [
  ...[
    '',
    ' ',
    'true',
    'false',
    'null',
    'undefined',
    'NaN',
    'Infinity',
    '0',
    '-1',
    '1',
    '1.5',
    '07',
  ],
  ...['1e400', '99999999999999999999', '2147483648', '-2147483649', '0x10', '1_000'],
  ...['2026-01-01', '2026-13-45', '2026-01-01T00:00:00Z', '9999999-01-01', '-271822-01-01'],
  ...['0000-00-00', '2026-02-30T25:61:61Z', 'headline', 'show', '公开', '机', '%', '_', '\\', "'"],
  ...['"', "' or 1=1 --", '"; drop table articles; --', '{}', '[]', '*', '[object Object]', '\t\n'],
  ...['{"a":1}', '1,2', 'asc', 'desc', 'title:asc', 'id:desc', '🎭', 'x'.repeat(2000), '${1}'],
  ...['draft', 'published', 'modified', 'unmodified', 'never-published', 'en', 'zh-Hans', 'all'],
];

/** Questions of any shape to the public API: some that are right, most that are nearly or not at all. */
interface RandomQueries {
  /** Path and query of the next request. */
  next(): string;
}

/** A list of rows of a type, under an address of its own. */
export interface Surface {
  uid: string;
  path: string;
}

/** Names of parameters that the lists and pickers of the admin panel take. */
const OF_PANEL = [
  ...['page', 'pageSize', '_q', '_filter', 'id', 'idsToOmit', 'idsToInclude', 'idsToInclude[0]'],
  ...['locale', 'status', 'plugins[i18n][locale]', 'folder', 'folderPath', 'component'],
];

/**
 * @param surfaces the lists that are asked; those of the public API unless told
 */
export const createRandomQueries = (
  strapi: Core.Strapi,
  seeded: readonly SeededType[],
  random: Random,
  surfaces?: readonly Surface[]
): RandomQueries => {
  const schemas = { ...strapi.contentTypes, ...strapi.components } as unknown as Record<
    string,
    { attributes: Attributes } | undefined
  >;
  const attributesOf = (uid: string | undefined): Attributes =>
    schemas[uid ?? '']?.attributes ?? {};
  const nameOf = (attributes: Attributes): string => {
    const own = Object.keys(attributes);
    return own.length > 0 && random.chance(0.85) ? random.pick(own) : random.pick(NAMES);
  };
  const below = (attributes: Attributes, name: string): Attributes => {
    const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (attribute?.type === 'media') return attributesOf('plugin::upload.file');
    return attributesOf(attribute?.target ?? attribute?.component);
  };
  const value = (): string => random.pick(VALUES);
  const index = (): string => random.pick(['', '0', '1', '99', '101', '1000', '-1', 'x']);

  const filters = (prefix: string, attributes: Attributes, depth: number): Pairs => {
    if (depth <= 0 || random.chance(0.1)) return [[prefix, value()]];
    if (random.chance(0.2)) {
      const group = `${prefix}[${random.pick(['$and', '$or', '$not'])}]`;
      const indexed = random.chance(0.8) ? `${group}[${index()}]` : group;
      return filters(indexed, attributes, depth - 1);
    }
    const name = nameOf(attributes);
    const inner = `${prefix}[${name}]`;
    const goal = below(attributes, name);
    if (Object.keys(goal).length > 0 && random.chance(0.7)) return filters(inner, goal, depth - 1);
    const operator = `${inner}[${random.pick(OPERATORS)}]`;
    if (random.chance(0.2)) return [[`${operator}[${index()}]`, value()]];
    if (random.chance(0.1)) return filters(operator, attributes, depth - 1);
    return [[operator, value()]];
  };

  const sort = (prefix: string, attributes: Attributes): Pairs => {
    const name = nameOf(attributes);
    const order = random.pick(['asc', 'desc', 'ASC', '', '1', value()]);
    const inner = nameOf(below(attributes, name));
    return random.pick<Pairs>([
      [[prefix, `${name}:${order}`]],
      [[prefix, `${name},${nameOf(attributes)}:${order}`]],
      [[`${prefix}[${index()}]`, name]],
      [[`${prefix}[${name}]`, order]],
      [[`${prefix}[${name}][${inner}]`, order]],
      [[prefix, `${name}.${inner}:${order}`]],
    ]);
  };

  const fields = (prefix: string, attributes: Attributes): Pairs =>
    random.pick<Pairs>([
      [[prefix, nameOf(attributes)]],
      [[prefix, `${nameOf(attributes)},${nameOf(attributes)}`]],
      [[prefix, '*']],
      [[`${prefix}[${index()}]`, nameOf(attributes)]],
      [[`${prefix}[${nameOf(attributes)}]`, value()]],
    ]);

  const populate = (prefix: string, attributes: Attributes, depth: number): Pairs => {
    const name = nameOf(attributes);
    const inner = `${prefix}[${name}]`;
    const goal = below(attributes, name);
    const kind = depth <= 0 ? 0 : random.integer(0, 9);
    if (kind === 0) return [[prefix, random.pick(['*', 'true', 'deep', name, value()])]];
    if (kind === 1) return [[prefix, `${name},${nameOf(attributes)}.${nameOf(goal)}`]];
    if (kind === 2) return [[`${prefix}[${index()}]`, name]];
    if (kind === 3) return [[inner, random.pick(['true', '*', 'false', value()])]];
    if (kind === 4) return fields(`${inner}[fields]`, goal);
    if (kind === 5) return filters(`${inner}[filters]`, goal, 3);
    if (kind === 6) return sort(`${inner}[sort]`, goal);
    if (kind === 7) {
      const option = random.pick([
        'limit',
        'start',
        'count',
        'status',
        'locale',
        'page',
        'on',
        'where',
      ]);
      return [[`${inner}[${option}]`, value()]];
    }
    if (kind === 8) {
      const uid = random.pick([...seeded.map((each) => each.uid), 'admin::user', value()]);
      return populate(`${inner}[on][${uid}][populate]`, attributesOf(uid), depth - 1);
    }
    return populate(`${inner}[populate]`, goal, depth - 1);
  };

  const pagination = (): Pairs => {
    const key = random.pick(['page', 'pageSize', 'start', 'limit', 'withCount', nameOf({})]);
    return [[random.chance(0.8) ? `pagination[${key}]` : key, value()]];
  };

  const deep = (): Pairs => {
    const step = random.pick([
      '[populate]',
      '[$and][0]',
      '[$not]',
      '[submission]',
      '[__proto__]',
      '[]',
    ]);
    const root = random.pick(['filters', 'populate', 'sort', 'fields', 'pagination']);
    return [[root + step.repeat(random.integer(3, 60)), value()]];
  };

  const part = (attributes: Attributes): Pairs => {
    switch (random.integer(0, 11)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return filters('filters', attributes, 5);
      case 4:
      case 5:
        return sort('sort', attributes);
      case 6:
        return fields('fields', attributes);
      case 7:
      case 8:
        return populate('populate', attributes, 4);
      case 9:
        return pagination();
      case 10:
        return deep();
      default: {
        const names = ['status', 'locale', 'publicationFilter', 'hasPublishedVersion', '_q', 'q'];
        const others = surfaces ? OF_PANEL : names;
        return [[random.pick([...others, 'ordering', 'count', nameOf(attributes)]), value()]];
      }
    }
  };

  const pathOf = ({ collection, published, draft }: SeededType): string => {
    const one = [published.documentId, draft?.documentId ?? 'x', value().slice(0, 40)];
    return random.chance(0.8)
      ? `/api/${collection}`
      : `/api/${collection}/${encodeURIComponent(random.pick(one))}`;
  };
  const OTHERS = ['/api/home', '/api/columns/tree', '/api/search', '/sitemap.xml', '/rss.xml'];
  const publicSurface = (): Surface => {
    const type = random.pick(seeded);
    return { uid: type.uid, path: random.chance(0.97) ? pathOf(type) : random.pick(OTHERS) };
  };

  return {
    next(): string {
      const { path, uid } = surfaces ? random.pick(surfaces) : publicSurface();
      const attributes = attributesOf(uid);
      const pairs = Array.from({ length: random.integer(1, 3) }, () => part(attributes)).flat();
      const query = pairs.map(([key, text]) => {
        const name = random.chance(0.9) ? key : encodeURIComponent(key);
        return `${name.replace(/[ #&%+\\"]/g, encodeURIComponent)}=${encodeURIComponent(text)}`;
      });
      return `${path}?${query.join('&')}`;
    },
  };
};
