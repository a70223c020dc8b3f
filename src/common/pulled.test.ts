import { pulled } from './pulled';

const take = async (items: AsyncIterable<number>, count = Infinity): Promise<number[]> => {
  const taken: number[] = [];
  for await (const item of items) {
    taken.push(item);
    if (taken.length === count) break;
  }
  return taken;
};

describe('pulled items', () => {
  it('come in their order, and the work goes on only when the next is asked for', async () => {
    const seen: string[] = [];
    const items = pulled<number>(async (hand) => {
      for (const item of [1, 2, 3]) {
        seen.push(`hands ${item}`);
        await hand(item);
      }
      seen.push('ends');
    });
    expect(seen).toEqual([]);
    expect(await items.next()).toEqual({ value: 1, done: false });
    await Promise.resolve();
    expect(seen).toEqual(['hands 1']);
    expect(await take(items)).toEqual([2, 3]);
    expect(seen.at(-1)).toBe('ends');
  });

  it('let the work clean up when nobody wants more', async () => {
    let isOpen = true;
    const items = pulled<number>(async (hand) => {
      try {
        for (let item = 1; ; item += 1) await hand(item);
      } finally {
        isOpen = false;
      }
    });
    expect(await take(items, 2)).toEqual([1, 2]);
    expect(isOpen).toBe(false);
  });

  it('pass on what the work fails with', async () => {
    const items = pulled<number>(async (hand) => {
      await hand(1);
      throw new Error('lost');
    });
    await expect(take(items)).rejects.toThrow('lost');
  });
});
