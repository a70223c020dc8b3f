/** What a canonical text can say. Numbers are integers: fractions are written as text. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [name: string]: CanonicalValue };

/**
 * A number that a canonical text can say, as it is.
 *
 * @throws RangeError for one that is no safe integer
 */
export const integer = (value: number): number => {
  if (Number.isSafeInteger(value)) return value;
  throw new RangeError(`${value} is not an integer that is exact everywhere.`);
};

/** Strings and integers as ECMAScript writes them, which is what RFC 8785 §3.2.2 prescribes. */
const scalar = (value: string | number | boolean | null): string =>
  JSON.stringify(typeof value === 'number' ? integer(value) : value);

const isList = (value: CanonicalValue): value is readonly CanonicalValue[] => Array.isArray(value);

const byName = ([one]: [string, unknown], [other]: [string, unknown]): number =>
  one < other ? -1 : 1;

/**
 * The one text of a value, by the JSON Canonicalization Scheme (RFC 8785): no white space, names in
 * the order of their UTF-16 code units. Whoever writes the same value anywhere gets the same text,
 * so that a hash over its UTF-8 bytes can be computed again without this program.
 *
 * @throws RangeError for a number that is no safe integer
 */
export const canonicalJson = (value: CanonicalValue): string => {
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return scalar(value);
  const members = Object.entries(value)
    .sort(byName)
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
};
