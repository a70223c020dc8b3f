import { createCache, etagOf } from './cache';

describe('cache of public answers', () => {
  it('makes an answer once, until it is cleared or old', async () => {
    let time = 0;
    let made = 0;
    const cache = createCache(() => time);
    const get = (): Promise<string> =>
      cache.get('home', () => Promise.resolve(String((made += 1))));
    expect([await get(), await get()]).toEqual(['1', '1']);
    cache.clear();
    expect(await get()).toBe('2');
    time = 60_000;
    expect(await get()).toBe('3');
  });

  it('does not keep what was begun before a change', async () => {
    const cache = createCache();
    let finish: (body: string) => void = () => undefined;
    const slow = cache.get('home', () => new Promise<string>((resolve) => (finish = resolve)));
    cache.clear();
    finish('before');
    expect(await slow).toBe('before');
    expect(await cache.get('home', () => Promise.resolve('after'))).toBe('after');
  });

  it('makes one answer for all who ask at once', async () => {
    let made = 0;
    const cache = createCache();
    const make = (): Promise<string> => Promise.resolve(String((made += 1)));
    await Promise.all(Array.from({ length: 20 }, () => cache.get('home', make)));
    expect(made).toBe(1);
  });

  it('tries again after a failure', async () => {
    const cache = createCache();
    await expect(cache.get('home', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await cache.get('home', () => Promise.resolve('yes'))).toBe('yes');
  });

  it('names different bodies differently', () => {
    expect(etagOf('甲')).not.toBe(etagOf('乙'));
    expect(etagOf('甲')).toMatch(/^"[\w-]{27}"$/);
  });
});
