import { parseHundredths } from './points';

/**
 * Shapes of JSON: what stands where, read into what the code works with. One shape serves three ends:
 * it reads, it names every problem by its place, and it is the JSON Schema that others check against.
 */

/** What is wrong at one place. */
export interface Problem {
  /** Where: `channels[3].points`; empty for the whole. */
  path: string;
  code: ProblemCode;
  /** What a sentence needs: what was given, what is taken. */
  values: Readonly<Record<string, string | number>>;
}

export type ProblemCode =
  | 'required'
  | 'unknown-key'
  | 'forbidden-key'
  | 'type'
  | 'points'
  | 'range'
  | 'choice'
  | 'code'
  | 'length'
  | 'count'
  | 'newer-schema'
  | 'double'
  | 'missing-channel'
  | 'unknown-reference'
  | 'contradiction';

/** A value as read; absent where it cannot be read at all, however much else is wrong. */
interface Read<T> {
  value?: T;
  problems: Problem[];
}

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface Shape<T> {
  read: (value: unknown, path: string) => Read<T>;
  /** The same as JSON Schema, draft 2020-12. */
  schema: JsonSchema;
}

/** What a shape reads. */
export type Reading<S> = S extends Shape<infer T> ? T : never;

type JsonObject = Readonly<Record<string, unknown>>;

const MOST_SHOWN = 40;

/** A value as a problem repeats it: a text its beginning, anything deeper what it is. */
const shown = (value: unknown): string => {
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  return String(value).slice(0, MOST_SHOWN);
};

/** One problem. */
export const problem = (
  path: string,
  code: ProblemCode,
  values: Problem['values'] = {}
): Problem => ({ path, code, values });

const wrong = (path: string, code: ProblemCode, values?: Problem['values']): Read<never> => ({
  problems: [problem(path, code, values)],
});

const wrongType = (path: string, value: unknown, type: string): Read<never> =>
  value === undefined || value === null
    ? wrong(path, 'required')
    : wrong(path, 'type', { value: shown(value), type });

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text of at least one character that is no blank. */
export const text = (longest: number): Shape<string> => ({
  read: (value, path) => {
    if (typeof value !== 'string') return wrongType(path, value, 'text');
    if (value.trim() === '') return wrong(path, 'required');
    const tooLong = value.length > longest;
    return { value, problems: tooLong ? [problem(path, 'length', { most: longest })] : [] };
  },
  schema: { type: 'string', pattern: '\\S', maxLength: longest },
});

/** A text of a form. */
export const code = <T extends string>(
  is: (value: unknown) => value is T,
  pattern: string,
  longest: number
): Shape<T> => ({
  read: (value, path) => {
    if (typeof value !== 'string') return wrongType(path, value, 'text');
    return is(value) ? { value, problems: [] } : wrong(path, 'code', { value: shown(value) });
  },
  schema: { type: 'string', pattern, maxLength: longest },
});

/** One of a closed list. */
export const choice = <const T extends string>(values: readonly T[]): Shape<T> => ({
  read: (value, path) => {
    if (typeof value !== 'string') return wrongType(path, value, 'text');
    const found = values.find((each) => each === value);
    return found === undefined
      ? wrong(path, 'choice', { value: shown(value), values: values.join(' / ') })
      : { value: found, problems: [] };
  },
  schema: { enum: values },
});

/** The first shape that can read it. */
export const either = <A, B>(one: Shape<A>, other: Shape<B>): Shape<A | B> => ({
  read: (value, path) => {
    const first = one.read(value, path);
    if (first.problems.length === 0) return first;
    const second = other.read(value, path);
    return second.problems.length === 0 ? second : first;
  },
  schema: { anyOf: [one.schema, other.schema] },
});

/** Yes or no. */
export const flag: Shape<boolean> = {
  read: (value, path) =>
    typeof value === 'boolean' ? { value, problems: [] } : wrongType(path, value, 'flag'),
  schema: { type: 'boolean' },
};

/** A whole number. */
export const whole = (least: number, most: number): Shape<number> => ({
  read: (value, path) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      return wrongType(path, value, 'whole');
    }
    if (value >= least && value <= most) return { value, problems: [] };
    return wrong(path, 'range', { value, least, most });
  },
  schema: { type: 'integer', minimum: least, maximum: most },
});

const signedHundredths = (value: unknown): number | null => {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const written = String(value);
  const amount = parseHundredths(written.replace(/^-/, ''));
  if (amount === null || !written.startsWith('-')) return amount;
  return -amount;
};

/** What a number may be. */
const SIGNS = {
  any: { pattern: '-?', schema: (limit: number) => ({ exclusiveMinimum: -limit }) },
  'zero-or-more': { pattern: '', schema: () => ({ minimum: 0 }) },
  'above-zero': { pattern: '(?!0+(\\.0+)?$)', schema: () => ({ exclusiveMinimum: 0 }) },
} as const;

const isOfSign = (amount: number, sign: keyof typeof SIGNS): boolean =>
  sign === 'any' || amount > 0 || (amount === 0 && sign === 'zero-or-more');

/**
 * A number with at most two decimals, as `3`, `0.5` or `"2.25"`, read as hundredths.
 *
 * @param digits before the decimal point, at most
 */
export const decimal = (
  digits: number,
  sign: keyof typeof SIGNS = 'zero-or-more'
): Shape<number> => ({
  read: (value, path) => {
    if (value === undefined || value === null) return wrong(path, 'required');
    const amount = signedHundredths(value);
    if (amount === null || !isOfSign(amount, sign)) {
      return wrong(path, 'points', { value: shown(value), sign });
    }
    const isAbsurd = Math.abs(amount) >= 10 ** digits * 100;
    const most = `${10 ** digits - 1}.99`;
    const limit = { value: shown(value), least: sign === 'any' ? `-${most}` : 0, most };
    return { value: amount, problems: isAbsurd ? [problem(path, 'range', limit)] : [] };
  },
  schema: {
    anyOf: [
      {
        type: 'number',
        multipleOf: 0.01,
        exclusiveMaximum: 10 ** digits,
        ...SIGNS[sign].schema(10 ** digits),
      },
      {
        type: 'string',
        pattern: `^${SIGNS[sign].pattern}0{0,${6 - digits}}\\d{1,${digits}}(\\.\\d{1,2})?$`,
      },
    ],
  },
});

/** A list, each item of the shape. */
export const list = <T>(item: Shape<T>, fewest: number, most: number): Shape<T[]> => ({
  read: (value, path) => {
    if (!Array.isArray(value)) return wrongType(path, value, 'list');
    const items = value.map((each: unknown, index) => item.read(each, `${path}[${index}]`));
    const problems = items.flatMap((each) => each.problems);
    if (value.length < fewest || value.length > most) {
      problems.unshift(problem(path, 'count', { fewest, most }));
    }
    const read = items.flatMap((each) => (each.value === undefined ? [] : [each.value]));
    return read.length < items.length ? { problems } : { value: read, problems };
  },
  schema: { type: 'array', items: item.schema, minItems: fewest, maxItems: most },
});

type Fields = Readonly<Record<string, Shape<unknown>>>;
type Required<F extends Fields> = { [Name in keyof F]: Reading<F[Name]> };
type Optional<F extends Fields> = { [Name in keyof F]?: Reading<F[Name]> };

/** Names that mean something to JavaScript itself. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const keyProblems = (value: JsonObject, path: string, known: ReadonlySet<string>): Problem[] =>
  Object.keys(value)
    .filter((key) => !known.has(key))
    .map((key) =>
      problem(within(path, key), FORBIDDEN.has(key) ? 'forbidden-key' : 'unknown-key', {
        key: shown(key),
        keys: [...known].join(' / '),
      })
    );

/** The path of a field. */
export const within = (path: string, key: string): string =>
  path === '' ? shown(key) : `${path}.${shown(key)}`;

/** An object with the fields required, any of those optional, and no others. */
export const record = <R extends Fields, O extends Fields>(
  required: R,
  optional: O
): Shape<Required<R> & Optional<O>> => {
  const fields = Object.entries<Shape<unknown>>({ ...required, ...optional });
  const known = new Set(fields.map(([key]) => key));
  return {
    read: (value, path) => {
      if (!isObject(value)) return wrongType(path, value, 'object');
      const problems = keyProblems(value, path, known);
      const found: Record<string, unknown> = {};
      let isWhole = true;
      for (const [key, shape] of fields) {
        const given = Object.hasOwn(value, key) ? value[key] : undefined;
        if (given === undefined && !Object.hasOwn(required, key)) continue;
        const field = shape.read(given, within(path, key));
        problems.push(...field.problems);
        if (field.value === undefined) isWhole = false;
        else found[key] = field.value;
      }
      return isWhole ? { value: found as Required<R> & Optional<O>, problems } : { problems };
    },
    schema: {
      type: 'object',
      properties: Object.fromEntries(fields.map(([key, shape]) => [key, shape.schema])),
      required: Object.keys(required),
      additionalProperties: false,
    },
  };
};

/** An object with exactly these fields. */
export const exactly = <R extends Fields>(required: R): Shape<Required<R>> => record(required, {});

type Variants = Readonly<Record<string, Shape<object>>>;
type Variant<V extends Variants> = {
  [Kind in keyof V]: Reading<V[Kind]> & { kind: Kind };
}[keyof V];

/** An object whose `kind` says which fields it has. */
export const variants = <V extends Variants>(shapes: V): Shape<Variant<V>> => ({
  read: (value, path) => {
    if (!isObject(value)) return wrongType(path, value, 'object');
    const { kind, ...rest } = value;
    const shape =
      typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
    if (!shape) {
      return wrong(within(path, 'kind'), kind === undefined ? 'required' : 'choice', {
        value: shown(kind),
        values: Object.keys(shapes).join(' / '),
      });
    }
    const read = shape.read(rest, path);
    return read.value === undefined
      ? { problems: read.problems }
      : { value: { ...read.value, kind } as Variant<V>, problems: read.problems };
  },
  schema: {
    oneOf: Object.entries(shapes).map(([kind, { schema }]) => ({
      ...schema,
      properties: { kind: { const: kind }, ...(schema.properties as JsonObject) },
      required: ['kind', ...(schema.required as string[])],
    })),
  },
});

/** `null`, or of the shape. */
export const nullable = <T>(shape: Shape<T>): Shape<T | null> => ({
  read: (value, path) => (value === null ? { value: null, problems: [] } : shape.read(value, path)),
  schema: { anyOf: [{ type: 'null' }, shape.schema] },
});
