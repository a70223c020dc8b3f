/** As many wait as may. */
export class QueueFullError extends Error {
  constructor() {
    super('Too many wait already.');
  }
}

/**
 * Lets works run one after the other.
 *
 * @param most how many may wait while one runs
 */
export const serialQueue = (most: number): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    if (waiting > most) throw new QueueFullError();
    waiting += 1;
    const turn = last.then(work, work);
    last = turn;
    try {
      return await turn;
    } finally {
      waiting -= 1;
    }
  };
};
