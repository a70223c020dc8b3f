import { isJsonWithin, isQueryWithin } from './nesting';

const BODY = { bodyDepth: 3, bodyValues: 6 };
const QUERY = { queryParameters: 3, queryDepth: 2 };

describe('a JSON text', () => {
  it.each([
    '',
    '{}',
    '[[[]]]',
    '{"a":[{"b":"[[[[[[,,,,,,"}]}',
    '"\\"[[[["',
    '[1,2,3,4,5]',
    '[],[],[]',
  ])('is within its bounds as %s', (text) => expect(isJsonWithin(text, BODY)).toBe(true));

  it.each(['[[[[', '{"a":{"b":{"c":{', '[1,2,3,4,5,6,7]', '[[],[],[],[]]', '["\\\\",[[['])(
    'is not as %s',
    (text) => expect(isJsonWithin(text, BODY)).toBe(false)
  );

  it('is looked through in no time', () => {
    const text = `["${'x'.repeat(1_000_000)}"]`;
    const started = performance.now();
    expect(isJsonWithin(text, BODY)).toBe(true);
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe('a query string', () => {
  it.each(['', 'a=1', 'a[b][c]=1', 'a=[[[[[', 'a=1&b=2&c=3', 'a=0.1.2.3.4'])(
    'is within its bounds as %s',
    (text) => expect(isQueryWithin(text, QUERY)).toBe(true)
  );

  it.each(['a[b][c][d]=1', 'a%5Bb%5D%5bc%5D[d]', 'a.b.c.d=1', '&&&', 'a=1&b=2&c=3&d=4', 'a[][][]'])(
    'is not as %s',
    (text) => expect(isQueryWithin(text, QUERY)).toBe(false)
  );
});
