import { isDue, markSeen } from './seen';

const storageWith = (kept: string | null) => ({
  getItem: () => kept,
  setItem: (_: string, value: string) => {
    kept = value;
  },
});

describe('who has seen the tour', () => {
  it('is each account by itself, once', () => {
    const storage = storageWith(null);
    expect(isDue('1', storage)).toBe(true);
    markSeen('1', storage);
    markSeen('1', storage);
    expect([isDue('1', storage), isDue('11', storage)]).toEqual([false, true]);
    markSeen('11', storage);
    expect([isDue('1', storage), isDue('11', storage)]).toEqual([false, false]);
    expect(storage.getItem()).toBe('1 11');
  });

  it('is everybody where it says so', () => {
    expect(isDue('1', storageWith('*'))).toBe(false);
  });
});
