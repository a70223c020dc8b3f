import type { DocumentContext } from './context';

/** A place of each write for what one step has loaded of it. */
interface Kept<Value> {
  /** What is kept of the write, if anything. */
  of(context: DocumentContext): Value | undefined;
  /** What is kept of the write; loaded, and kept, where nothing is. */
  load(context: DocumentContext, load: () => Promise<Value>): Promise<Value>;
}

/**
 * Makes a place in which the steps of a write share what one of them has loaded. It belongs to the
 * one write and is gone with it. What is loaded before a lock is taken is not to be judged behind it:
 * a step that locks loads after that, or looks again.
 */
export const keptDuringWrite = <Value>(): Kept<Value> => {
  const values = new WeakMap<DocumentContext, { value: Value }>();
  return {
    of: (context) => values.get(context)?.value,
    async load(context, load) {
      const known = values.get(context);
      if (known) return known.value;
      const value = await load();
      values.set(context, { value });
      return value;
    },
  };
};
