import { batchesOf } from './batches';

describe('batches', () => {
  it('gathers neighbours of a key and keeps the order', () => {
    const batches = batchesOf(['a1', 'a2', 'b1', 'a3'], (row) => row.charAt(0));
    expect(batches.map(({ key, rows }) => [key, rows])).toEqual([
      ['a', ['a1', 'a2']],
      ['b', ['b1']],
      ['a', ['a3']],
    ]);
    expect(batches[0]?.head).toBe('a1');
  });

  it('makes none of nothing', () => {
    expect(batchesOf([], String)).toEqual([]);
  });
});
