import { keepOrder, nextOf, previousOf } from './reading-order';

const pieces = (...ids: string[]) => ids.map((documentId) => ({ documentId }));

describe('what is read next', () => {
  it('is the next that waits, also when the one before it waits no more', () => {
    expect(nextOf(['a', 'b', 'c'], pieces('a', 'b', 'c'), 'a')?.documentId).toBe('b');
    expect(nextOf(['a', 'b', 'c'], pieces('a', 'c'), 'b')?.documentId).toBe('c');
  });

  it('is what was passed over, once nothing waits behind', () => {
    expect(nextOf(['a', 'b', 'c'], pieces('a', 'b'), 'c')?.documentId).toBe('a');
    expect(nextOf(['a'], pieces('a'), 'a')).toBeNull();
    expect(nextOf([], pieces('b'), 'unknown')?.documentId).toBe('b');
  });

  it('keeps the order in which one began, and adds what came since', () => {
    expect(keepOrder(['a', 'b'], pieces('b', 'd'))).toEqual(['a', 'b', 'd']);
  });

  it('goes back among those that wait', () => {
    expect(previousOf(pieces('a', 'b'), 'b')?.documentId).toBe('a');
    expect(previousOf(pieces('a', 'b'), 'a')).toBeNull();
    expect(previousOf(pieces('a', 'b'), 'c')).toBeNull();
  });
});
