import type { Attribute } from './site-types';

/** What is wrong with a query, told in a sentence elsewhere. */
export type Issue =
  | {
      kind: 'conditions' | 'list' | 'pair' | 'text' | 'sort' | 'depth' | 'alone' | 'far';
      path: string;
    }
  | { kind: 'field' | 'related'; path: string }
  | { kind: 'whole' | 'number' | 'date' | 'boolean'; path: string }
  | { kind: 'operator'; path: string; values: readonly string[] };

/** The attributes of a content type or component; nothing where there is none of that name. */
type SchemaOf = (uid: string) => Readonly<Record<string, Attribute>> | undefined;

type Attributes = Readonly<Record<string, Attribute>>;
type Fields = Readonly<Record<string, unknown>>;

/** Populating goes so deep: further down stands nothing that a page shows. */
const DEEPEST = 5;

const FILE = 'plugin::upload.file';

/** What every schema has without naming it. */
const ID: Attribute = { type: 'increments' };
const DOCUMENT_ID: Attribute = { type: 'string' };

const NULLS = ['$null', '$notNull'];
const EQUALITY = ['$eq', '$ne', '$in', '$notIn', ...NULLS, '$not'];
const ORDER = ['$lt', '$lte', '$gt', '$gte', '$between'];
const TEXT = [
  ...['$eqi', '$nei', '$contains', '$notContains', '$containsi', '$notContainsi'],
  ...['$startsWith', '$startsWithi', '$endsWith', '$endsWithi'],
];

const WHOLE: ReadonlySet<string> = new Set(['integer', 'increments']);
const NUMBERS: ReadonlySet<string> = new Set(['decimal', 'float', 'biginteger']);
const DATES: ReadonlySet<string> = new Set(['date', 'datetime', 'timestamp']);
const OPAQUE: ReadonlySet<string> = new Set(['json', 'blocks']);

/** Whether nothing can be said about an attribute's values but that they are there. */
export const isOpaque = (attribute: Attribute | undefined): boolean =>
  attribute !== undefined && OPAQUE.has(attribute.type);

const RELATIONS: ReadonlySet<string> = new Set(['relation', 'media', 'component', 'dynamiczone']);

const LARGEST = 2_147_483_647;
const LATEST_YEAR = 9999;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

const isPlain = (value: unknown): boolean =>
  value === null || value instanceof Date || typeof value !== 'object';

const operatorsOf = ({ type }: Attribute): readonly string[] => {
  if (OPAQUE.has(type)) return NULLS;
  if (type === 'boolean') return EQUALITY;
  if (WHOLE.has(type) || NUMBERS.has(type) || DATES.has(type)) return [...EQUALITY, ...ORDER];
  return [...EQUALITY, ...ORDER, ...TEXT];
};

const isWhole = (value: unknown): boolean =>
  /^\s*-?\d+\s*$/.test(String(value)) && Math.abs(Number(value)) <= LARGEST;

/** Whether a number of entries is more than a database counts. */
const isFar = (value: unknown): boolean => Math.abs(Number(value ?? 0)) > LARGEST;

const isNumber = (value: unknown): boolean =>
  String(value).trim() !== '' && Math.abs(Number(value)) < Number.MAX_SAFE_INTEGER;

/** Strapi reads a number of milliseconds as a moment, but not as a day. */
const isDate = ({ type }: Attribute, value: unknown): boolean => {
  if (value instanceof Date) return true;
  const text = String(value);
  const isStamp = type !== 'date' && /^\d{1,14}$/.test(text);
  if (!isStamp && !/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/.test(text)) return false;
  const date = new Date(isStamp ? Number(text) : text);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= LATEST_YEAR;
};

const BOOLEANS: ReadonlySet<string> = new Set(['true', 'false', 't', 'f', '1', '0']);

const isBoolean = (value: unknown): boolean => BOOLEANS.has(String(value));

const fits = ({ type }: Attribute, value: unknown, path: string): Issue | null => {
  if (value === null) return null;
  if (WHOLE.has(type)) return isWhole(value) ? null : { kind: 'whole', path };
  if (NUMBERS.has(type)) return isNumber(value) ? null : { kind: 'number', path };
  if (DATES.has(type)) return isDate({ type }, value) ? null : { kind: 'date', path };
  if (type === 'boolean') return isBoolean(value) ? null : { kind: 'boolean', path };
  return null;
};

/** The first flaw among the parts. */
const firstOf = <T>(parts: Iterable<T>, flawOf: (part: T) => Issue | null): Issue | null => {
  for (const part of parts) {
    const flaw = flawOf(part);
    if (flaw) return flaw;
  }
  return null;
};

const ownOf = (attributes: Attributes, name: string): Attribute | undefined => {
  if (name === 'id') return ID;
  if (name === 'documentId') return DOCUMENT_ID;
  return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
};

/** One value, or a list of them. */
const valuesFlaw = (attribute: Attribute, value: unknown, path: string): Issue | null => {
  if (OPAQUE.has(attribute.type)) return { kind: 'operator', path, values: NULLS };
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return firstOf(values, (each) =>
    isPlain(each) ? fits(attribute, each, path) : { kind: 'text', path }
  );
};

const operatorFlaw = (
  attribute: Attribute,
  [operator, value]: [string, unknown],
  outer: string
): Issue | null => {
  const path = `${outer}[${operator}]`;
  const operators = operatorsOf(attribute);
  if (!operators.includes(operator)) return { kind: 'operator', path: outer, values: operators };
  if (operator === '$not') {
    return isFields(value) ? attributeFlaw(attribute, value, path) : { kind: 'conditions', path };
  }
  if (NULLS.includes(operator)) return isPlain(value) ? null : { kind: 'boolean', path };
  if (operator === '$between' && !(Array.isArray(value) && value.length === 2)) {
    return { kind: 'pair', path };
  }
  return valuesFlaw(attribute, value, path);
};

const attributeFlaw = (attribute: Attribute, value: unknown, path: string): Issue | null =>
  isFields(value)
    ? firstOf(Object.entries(value), (entry) => operatorFlaw(attribute, entry, path))
    : valuesFlaw(attribute, value, path);

/**
 * Looks through the parts of a query that the database is asked by, before it is asked: where
 * Strapi's own validation ends, it would answer with an error of the server.
 */
export const createQueryShape = (schemaOf: SchemaOf) => {
  const goalOf = ({ type, target, component }: Attribute): Attributes =>
    schemaOf(type === 'media' ? FILE : (target ?? component ?? '')) ?? {};

  const groupFlaw = (attributes: Attributes, value: unknown, path: string): Issue | null => {
    if (!Array.isArray(value)) return { kind: 'list', path };
    return firstOf(value.entries(), ([index, each]) =>
      filtersFlaw(attributes, each, `${path}[${index}]`)
    );
  };

  const relationFlaw = (attribute: Attribute, value: unknown, path: string): Issue | null => {
    if (!isFields(value)) return valuesFlaw(ID, value, path);
    const operator = Object.keys(value).find((name) => name.startsWith('$'));
    if (operator === undefined) return filtersFlaw(goalOf(attribute), value, path);
    if (Object.keys(value).length > 1) return { kind: 'alone', path: `${path}[${operator}]` };
    if (operator === '$and' || operator === '$or') {
      return groupFlaw(goalOf(attribute), value[operator], `${path}[${operator}]`);
    }
    return attributeFlaw(ID, value, path);
  };

  const filterFlaw = (
    attributes: Attributes,
    [name, value]: [string, unknown],
    outer: string
  ): Issue | null => {
    const path = `${outer}[${name}]`;
    if (name === '$and' || name === '$or') return groupFlaw(attributes, value, path);
    if (name === '$not') {
      return isFields(value) ? filtersFlaw(attributes, value, path) : { kind: 'conditions', path };
    }
    const attribute = ownOf(attributes, name);
    if (!attribute) return { kind: 'conditions', path: outer };
    return RELATIONS.has(attribute.type)
      ? relationFlaw(attribute, value, path)
      : attributeFlaw(attribute, value, path);
  };

  /** What is wrong with `filters`, if anything. */
  const filtersFlaw = (attributes: Attributes, value: unknown, path: string): Issue | null => {
    if (Array.isArray(value)) {
      return firstOf(value.entries(), ([index, each]) =>
        filtersFlaw(attributes, each, `${path}[${index}]`)
      );
    }
    if (!isFields(value)) return { kind: 'conditions', path };
    return firstOf(Object.entries(value), (entry) => filterFlaw(attributes, entry, path));
  };

  const pathsOf = (value: unknown): string[][] => {
    if (typeof value === 'string') {
      return value.split(',').map((each) => (each.split(':')[0] ?? '').trim().split('.'));
    }
    if (Array.isArray(value)) return value.flatMap(pathsOf);
    if (!isFields(value)) return [[]];
    return Object.entries(value).flatMap(([name, inner]) =>
      isFields(inner)
        ? pathsOf(inner).map((rest) => [...name.split('.'), ...rest])
        : [name.split('.')]
    );
  };

  const canSortBy = (attributes: Attributes, [name = '', ...rest]: string[]): boolean => {
    const attribute = ownOf(attributes, name);
    if (!attribute) return false;
    if (!RELATIONS.has(attribute.type)) return rest.length === 0 && !OPAQUE.has(attribute.type);
    return rest.length > 0 && canSortBy(goalOf(attribute), rest);
  };

  const sortFlaw = (attributes: Attributes, value: unknown, path: string): Issue | null =>
    firstOf(pathsOf(value), (each) =>
      canSortBy(attributes, each) ? null : { kind: 'sort', path: `${path}=${each.join('.')}` }
    );

  const fieldsFlaw = (attributes: Attributes, value: unknown, path: string): Issue | null =>
    firstOf(pathsOf(value), ([name = '', ...rest]) => {
      if (name === '' || name === '*') return null;
      const attribute = rest.length === 0 ? ownOf(attributes, name) : undefined;
      if (!attribute) return { kind: 'field', path: `${path}=${name}` };
      return RELATIONS.has(attribute.type) ? { kind: 'related', path: `${path}=${name}` } : null;
    });

  const populatedFlaw = (
    attributes: Attributes,
    [name, value]: [string, unknown],
    path: string,
    depth: number
  ): Issue | null => {
    const attribute = ownOf(attributes, name);
    if (!attribute || !isFields(value)) return null;
    const { on, ...parts } = value;
    const inner = `${path}[${name}]`;
    return (
      (on === undefined ? null : fragmentsFlaw(on, `${inner}[on]`, depth)) ??
      partsFlaw(goalOf(attribute), parts, inner, depth)
    );
  };

  /** What is wrong with the parts by type of a relation that leads to several. */
  const fragmentsFlaw = (value: unknown, path: string, depth: number): Issue | null => {
    if (!isFields(value)) return { kind: 'field', path };
    return firstOf(Object.entries(value), ([uid, parts]) => {
      const attributes = schemaOf(uid);
      if (!attributes) return { kind: 'field', path: `${path}[${uid}]` };
      return isFields(parts) ? partsFlaw(attributes, parts, `${path}[${uid}]`, depth) : null;
    });
  };

  const populateFlaw = (
    attributes: Attributes,
    value: unknown,
    path: string,
    depth: number
  ): Issue | null => {
    if (depth > DEEPEST) return { kind: 'depth', path };
    if (typeof value === 'string') {
      const isDeep = value.split(',').some((each) => each.split('.').length > DEEPEST);
      return isDeep ? { kind: 'depth', path } : null;
    }
    if (Array.isArray(value)) {
      return firstOf(value, (each: unknown) => populateFlaw(attributes, each, path, depth));
    }
    if (!isFields(value)) return null;
    return firstOf(Object.entries(value), (entry) => populatedFlaw(attributes, entry, path, depth));
  };

  const partsFlaw = (
    attributes: Attributes,
    { filters, sort, fields, populate, start, limit }: Fields,
    outer: string,
    depth: number
  ): Issue | null => {
    const path = (name: string): string => (outer === '' ? name : `${outer}[${name}]`);
    const page = (name: string): string => (outer === '' ? `pagination[${name}]` : path(name));
    return (
      (isFar(start) ? { kind: 'far', path: page('start') } : null) ??
      (isFar(limit) ? { kind: 'far', path: page('limit') } : null) ??
      (filters === undefined ? null : filtersFlaw(attributes, filters, path('filters'))) ??
      (sort === undefined ? null : sortFlaw(attributes, sort, path('sort'))) ??
      (fields === undefined ? null : fieldsFlaw(attributes, fields, path('fields'))) ??
      (populate === undefined
        ? null
        : populateFlaw(attributes, populate, path('populate'), depth + 1))
    );
  };

  /** The first thing that is wrong with a query of a content type, or nothing. */
  return (uid: string, query: Fields): Issue | null => partsFlaw(schemaOf(uid) ?? {}, query, '', 0);
};
