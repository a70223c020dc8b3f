import { AsyncLocalStorage } from 'node:async_hooks';
import type { Transaction } from './transaction';

/** Works of one transaction that wait for each other. */
interface Queue {
  trx: Transaction;
  last: Promise<unknown>;
}

const queues = new WeakMap<Transaction, Queue>();
/** The queue of what the running work itself starts. */
const inner = new AsyncLocalStorage<Queue>();

const newQueue = (trx: Transaction): Queue => ({ trx, last: Promise.resolve() });

const queueOf = (trx: Transaction): Queue => {
  const running = inner.getStore();
  if (running?.trx === trx) return running;
  const known = queues.get(trx) ?? newQueue(trx);
  queues.set(trx, known);
  return known;
};

/**
 * Runs `work` after all earlier work of the same transaction. Bulk publishing sends many entries
 * through one transaction side by side; settling must see what the one before it appended. Work that
 * is started within `work` is part of it: it waits for its own kind alone, not for the whole.
 */
export const serialize = async <T>(trx: Transaction, work: () => Promise<T>): Promise<T> => {
  const queue = queueOf(trx);
  const run = (): Promise<T> => inner.run(newQueue(trx), work);
  const mine = queue.last.then(run, run);
  queue.last = mine;
  return mine;
};
