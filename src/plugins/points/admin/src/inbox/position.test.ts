import { currentIndex, selectedIn, toggled, visitAt, withinList } from './position';

const ITEMS = ['a', 'b', 'c'].map((documentId) => ({ documentId }));

describe('the current row of the inbox', () => {
  it('is where the person stood on leaving, as long as that is in the list', () => {
    expect(currentIndex(ITEMS, null, visitAt(ITEMS[1]))).toBe(1);
    expect(currentIndex(ITEMS, null, { piece: 'gone' })).toBe(0);
  });

  it.each([null, undefined, 'a', {}])('is the first after a visit of %p', (visit) => {
    expect(currentIndex(ITEMS, null, visit)).toBe(0);
  });

  it('is the chosen one, and what took its place when that is gone', () => {
    expect(currentIndex(ITEMS, 1, visitAt(ITEMS[2]))).toBe(1);
    expect(currentIndex(ITEMS.slice(0, 2), 2, null)).toBe(1);
  });

  it('is none in an empty list', () => {
    expect(currentIndex([], 2, null)).toBe(-1);
    expect(currentIndex([], null, visitAt(undefined))).toBe(-1);
  });

  it('goes no further than the ends', () => {
    expect([-1, 0, 2, 3].map((index) => withinList(index, 3))).toEqual([0, 0, 2, 2]);
  });
});

describe('the selection of the inbox', () => {
  it('forgets what has left the list', () => {
    expect([...selectedIn(ITEMS, new Set(['c', 'gone', 'a']))]).toEqual(['a', 'c']);
  });

  it('takes a row in and out', () => {
    const one = toggled(new Set(), 'a');
    expect([...toggled(one, 'b')]).toEqual(['a', 'b']);
    expect([...toggled(one, 'a')]).toEqual([]);
    expect([...one]).toEqual(['a']);
  });
});
