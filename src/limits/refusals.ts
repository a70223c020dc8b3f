import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { say, type SentenceKey } from '../site/refusals';

interface ResponseContext {
  set(header: string, value: string): void;
}

const MINUTE = 60;

/**
 * One too many (429): a sentence in the language of the request that says how long to wait, and the
 * same for programs in `Retry-After`. The caller throws it.
 */
export const tooMany = (
  strapi: Core.Strapi,
  ctx: ResponseContext,
  key: SentenceKey,
  seconds: number
): errors.RateLimitError => {
  ctx.set('Retry-After', String(seconds));
  const minutes = Math.ceil(seconds / MINUTE);
  return new errors.RateLimitError(say(strapi, key, { seconds, minutes }), { retryAfter: seconds });
};
