import { errors } from '@strapi/utils';

/** Readers of bodies say by `status` or `httpCode` that the sender is to blame. */
interface ReaderError {
  status?: number;
  httpCode?: number;
}

const SENTENCE =
  '请求内容无法读取，请按其类型（Content-Type）发送完整的内容，如 application/json。 ' +
  'The body of the request cannot be read: send all of it, as its Content-Type says, such as application/json.';

const isUnreadable = (error: unknown): boolean => {
  if (!(error instanceof Error) || error instanceof errors.ApplicationError) return false;
  const { status, httpCode } = error as ReaderError;
  return status === 400 || (httpCode !== undefined && httpCode >= 400 && httpCode < 500);
};

interface RequestContext {
  request: { body?: unknown };
}

/**
 * Global middleware before `strapi::body`: a body that cannot be read is the sender's mistake
 * (400), where Strapi calls a broken form an error of the server. What fails once the body is there
 * is none of its business.
 */
export default () =>
  async ({ request }: RequestContext, next: () => Promise<unknown>): Promise<void> => {
    try {
      await next();
    } catch (error) {
      if (request.body === undefined && isUnreadable(error))
        throw new errors.ValidationError(SENTENCE, {});
      throw error;
    }
  };
