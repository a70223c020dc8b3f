import { reads } from './context';
import type { DocumentMiddleware } from './pipeline';

/** Document middleware of types whose rows have one writer each, which does not come this way. */
export const appendOnly =
  (refusal: () => Error): DocumentMiddleware =>
  async (context, next) => {
    if (!reads(context)) throw refusal();
    return next();
  };
