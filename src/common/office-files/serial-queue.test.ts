import { QueueFullError, serialQueue } from './serial-queue';

const never = new Promise<never>(() => undefined);

describe('a queue', () => {
  it('runs one work after the other, also behind one that fails', async () => {
    const queue = serialQueue(5);
    const seen: string[] = [];
    const work = (name: string) => async (): Promise<string> => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
      if (name === 'b') throw new Error('b fails');
      return name;
    };
    const [a, b, c] = await Promise.allSettled(['a', 'b', 'c'].map((name) => queue(work(name))));
    expect([a?.status, b?.status, c?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('refuses whoever would wait behind too many', async () => {
    const queue = serialQueue(1);
    const running = queue(() => never);
    const waiting = queue(() => never);
    await expect(queue(() => never)).rejects.toThrow(QueueFullError);
    void running;
    void waiting;
  });
});
