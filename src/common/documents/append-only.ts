import type { DocumentContext, Next } from './context';

const READS = new Set(['findOne', 'findFirst', 'findMany', 'count']);

/** Document middleware of types whose rows have one writer each, which does not come this way. */
export const appendOnly =
  (refusal: () => Error) =>
  async ({ action }: DocumentContext, next: Next): Promise<unknown> => {
    if (!READS.has(action)) throw refusal();
    return next();
  };
