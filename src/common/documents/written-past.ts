import { oncePerApplication } from '../once-per-application';

type Listener = (uid: string) => Promise<void>;

/**
 * That rows of a type were written by statements of our own, past the document service and all that
 * watches it: whoever keeps something of them has to hear of it.
 */
export const writtenPast = oncePerApplication(() => {
  const listeners = new Set<Listener>();
  return {
    /** Runs `listener`, in the transaction of the write, whenever such a write is told of. */
    onWrite(listener: Listener): void {
      listeners.add(listener);
    },

    /** To be called in the transaction of the write. */
    async tell(uid: string): Promise<void> {
      for (const listener of listeners) await listener(uid);
    },
  };
});
