import { EventEmitter } from 'node:events';
import { serialize } from './serialize';
import type { Transaction } from './transaction';

const newTransaction = (): Transaction => new EventEmitter() as Transaction;

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('serialize', () => {
  it('runs the works of a transaction one after the other', async () => {
    const trx = newTransaction();
    const seen: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      seen.push(`${name} begins`);
      await tick();
      seen.push(`${name} ends`);
    };
    await Promise.all([serialize(trx, work('one')), serialize(trx, work('two'))]);
    expect(seen).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it('lets a work run another within itself', async () => {
    const trx = newTransaction();
    const result = await serialize(trx, () => serialize(trx, () => Promise.resolve('inner')));
    expect(result).toBe('inner');
  });

  it('keeps what a work starts side by side apart, and later works behind it', async () => {
    const trx = newTransaction();
    const seen: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      seen.push(`${name} begins`);
      await tick();
      seen.push(`${name} ends`);
    };
    const outer = serialize(trx, async () => {
      await Promise.all([serialize(trx, work('a')), serialize(trx, work('b'))]);
    });
    await Promise.all([outer, serialize(trx, work('c'))]);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('goes on after a work that failed, and tells the failure to its caller alone', async () => {
    const trx = newTransaction();
    const failing = serialize(trx, () => Promise.reject(new Error('broken')));
    const next = serialize(trx, () => Promise.resolve('next'));
    await expect(failing).rejects.toThrow('broken');
    await expect(next).resolves.toBe('next');
  });

  it('does not let transactions wait for each other', async () => {
    const one = newTransaction();
    const other = newTransaction();
    const result = await serialize(one, () => serialize(other, () => Promise.resolve('other')));
    expect(result).toBe('other');
  });
});
