import { bodyIn, createKeep, isCompressed, type Keep } from './keep';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

const answer = (text: string) => ({
  type: 'text/html',
  cacheControl: 'no-cache',
  etag: `"${text}"`,
  body: Buffer.from(text),
});

describe('kept answers', () => {
  let time: number;
  let isTold: boolean;
  let keep: Keep;
  const textOf = (address: string): string | undefined => keep.find(address)?.body.toString();

  beforeEach(() => {
    time = 0;
    isTold = true;
    keep = createKeep({ megabytes: 1, now: () => time, isTold: () => isTold });
  });

  it('are found until the site changes, or a minute is over', () => {
    keep.begin('/')(answer('one'));
    expect(textOf('/')).toBe('one');
    time = 59_999;
    expect(textOf('/')).toBe('one');
    time = 60_000;
    expect(textOf('/')).toBeUndefined();
    keep.begin('/')(answer('two'));
    keep.forget();
    expect(textOf('/')).toBeUndefined();
  });

  it('are old after five seconds while nobody tells of changes', () => {
    keep.begin('/')(answer('one'));
    isTold = false;
    time = 4_999;
    expect(textOf('/')).toBe('one');
    time = 5_000;
    expect(textOf('/')).toBeUndefined();
  });

  it('are not kept where they were begun before a change, nor waited for after it', async () => {
    const finish = keep.begin('/');
    const waiting = keep.pending('/');
    expect(waiting).toBeDefined();
    keep.forget();
    expect(keep.pending('/')).toBeUndefined();
    const newer = keep.begin('/');
    expect(finish(answer('before'))?.body.toString()).toBe('before');
    await waiting;
    expect(textOf('/')).toBeUndefined();
    expect(keep.pending('/')).toBeDefined();
    newer(answer('after'));
    expect(textOf('/')).toBe('after');
  });

  it('are nothing where nothing can be kept, and whoever waited goes on', async () => {
    const finish = keep.begin('/');
    const waiting = keep.pending('/');
    expect(finish()).toBeNull();
    await waiting;
    expect(textOf('/')).toBeUndefined();
    expect(keep.pending('/')).toBeUndefined();
  });

  it('take no more memory than they are given, the longest unused going first', () => {
    const large = 'x'.repeat(200_000);
    for (const address of ['/1', '/2', '/3']) keep.begin(address)(answer(large));
    expect(textOf('/1')).toBe(large);
    keep.begin('/4')(answer(large));
    expect([textOf('/1'), textOf('/2')]).toEqual([large, undefined]);
    keep.begin('/5')(answer('x'.repeat(2_000_000)));
    expect(textOf('/5')).toBeUndefined();
  });

  it('are compressed once for each encoding', async () => {
    const kept = keep.begin('/')(answer('文化'.repeat(2_000)));
    if (!kept) throw new Error('Nothing is kept.');
    expect(isCompressed(kept)).toBe(true);
    const [gzip, again, brotli] = await Promise.all([
      bodyIn(kept, 'gzip'),
      bodyIn(kept, 'gzip'),
      bodyIn(kept, 'br'),
    ]);
    expect(gzip).toBe(again);
    expect(gunzipSync(gzip).toString()).toBe(kept.body.toString());
    expect(brotliDecompressSync(brotli).toString()).toBe(kept.body.toString());
    expect(await bodyIn(kept, 'identity')).toBe(kept.body);
  });
});
