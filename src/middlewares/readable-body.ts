import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { MOST_MEGABYTES } from '../site/limits';
import { say } from '../site/refusals';

/** Readers of bodies say by `status` or `httpCode` that the sender is to blame. */
interface ReaderError {
  status?: number;
  httpCode?: number;
}

const TOO_LARGE = 413;

/** The status by which a reader blames the sender, if it does. */
const blameOf = (error: unknown): number | undefined => {
  if (!(error instanceof Error) || error instanceof errors.ApplicationError) return undefined;
  const { status, httpCode } = error as ReaderError;
  if (status === 400 || status === TOO_LARGE) return status;
  return httpCode !== undefined && httpCode >= 400 && httpCode < 500 ? httpCode : undefined;
};

interface RequestContext {
  request: { body?: unknown };
  status: number;
}

/**
 * Global middleware before `strapi::body`: a body that cannot be read, or that is too large, is the
 * sender's mistake (400, 413) and is refused with a sentence, where Strapi calls a broken form an
 * error of the server and a large one `FileTooBig`. What fails once the body is there is none of its
 * business.
 */
const readableBody: Core.MiddlewareFactory = (_config, { strapi }) => {
  const tooLarge = (): errors.PayloadTooLargeError =>
    new errors.PayloadTooLargeError(say(strapi, 'error.body.size', MOST_MEGABYTES));

  return async (ctx: RequestContext, next: () => Promise<unknown>): Promise<void> => {
    try {
      await next();
    } catch (error) {
      const blame = ctx.request.body === undefined ? blameOf(error) : undefined;
      if (blame === undefined) throw error;
      if (blame === TOO_LARGE) throw tooLarge();
      throw new errors.ValidationError(say(strapi, 'error.body.unreadable'), {});
    }
    if (ctx.request.body === undefined && ctx.status === TOO_LARGE) throw tooLarge();
  };
};

export default readableBody;
