import { AsyncLocalStorage } from 'node:async_hooks';

const moments = new AsyncLocalStorage<Date>();

/** The time by which everything that counts is dated. */
export const clock = {
  /** Now, or the moment at which the running work takes place. */
  now(): Date {
    return moments.getStore() ?? new Date();
  },

  /** Lets work take place at a moment: demo data lives through past months with it. Only code can reach it, no request. */
  async at<T>(moment: Date, work: () => Promise<T>): Promise<T> {
    return moments.run(moment, work);
  },
};
