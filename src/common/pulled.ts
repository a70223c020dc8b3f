/** That whoever took the items wants no more of them. */
class NoMoreWantedError extends Error {}

interface Waiting<T> {
  resolve: (result: IteratorResult<T, undefined>) => void;
  reject: (error: unknown) => void;
}

/**
 * Turns work that hands items out one after the other into items that are pulled, so that what holds
 * something open while it works (a transaction) can feed a stream. The work goes on only when the next
 * item is asked for, and is told by an exception when nobody wants more.
 *
 * @param work begins with the first pull; gets what hands an item out
 */
export const pulled = <T>(
  work: (hand: (item: T) => Promise<void>) => Promise<void>
): AsyncIterableIterator<T> => {
  let waiting: Waiting<T> | undefined;
  let goOn: { resolve: () => void; reject: (error: Error) => void } | undefined;
  let isOver = false;
  let running: Promise<void> | undefined;

  const hand = (item: T): Promise<void> =>
    new Promise((resolve, reject) => {
      goOn = { resolve, reject };
      waiting?.resolve({ value: item, done: false });
      waiting = undefined;
    });
  const run = async (): Promise<void> => {
    try {
      await work(hand);
      isOver = true;
      waiting?.resolve({ value: undefined, done: true });
    } catch (error) {
      isOver = true;
      if (!(error instanceof NoMoreWantedError)) waiting?.reject(error);
    }
  };

  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next() {
      if (isOver) return Promise.resolve({ value: undefined, done: true });
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        if (running) goOn?.resolve();
        else running = run();
      });
    },
    async return() {
      isOver = true;
      goOn?.reject(new NoMoreWantedError());
      await running;
      return { value: undefined, done: true };
    },
  };
};
