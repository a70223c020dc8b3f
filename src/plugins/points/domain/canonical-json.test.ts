import fc from 'fast-check';
import { canonicalJson, type CanonicalValue } from './canonical-json';

describe('canonical JSON', () => {
  it('writes the members in the order of their names, without white space', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"x","d":null}]}'
    );
  });

  // RFC 8785 §3.2.3: by UTF-16 code units, so that a surrogate pair comes before U+FB33.
  it('sorts names by code units, whatever the language', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const text = canonicalJson(Object.fromEntries(names.map((name) => [name, 0])));
    expect(Object.keys(JSON.parse(text) as object)).toEqual([
      '1',
      '\r',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\ud83d\ude00',
      '\ufb33',
    ]);
  });

  it.each([0.5, Number.NaN, 2 ** 53, Infinity])('refuses %d', (number) => {
    expect(() => canonicalJson([number])).toThrow(RangeError);
  });

  it('is the same however the members were given, and says all of them', () => {
    const value = fc.letrec<{ value: CanonicalValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string({ unit: 'binary' }),
        fc.maxSafeInteger().map((number) => number + 0),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value')),
        fc.dictionary(fc.string(), tie('value'), { noNullPrototype: true })
      ),
    })).value;
    const reversed = (given: CanonicalValue): CanonicalValue => {
      if (given === null || typeof given !== 'object') return given;
      if (Array.isArray(given)) return given.map(reversed);
      return Object.fromEntries(
        Object.entries(given)
          .map(([name, member]): [string, CanonicalValue] => [name, reversed(member)])
          .reverse()
      );
    };
    fc.assert(
      fc.property(value, (given) => {
        const text = canonicalJson(given);
        expect(canonicalJson(reversed(given))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(given)));
      })
    );
  });
});
