import type { Core } from '@strapi/strapi';
import { CommitError, isBusy, isUnavailable } from '../common/database/faults';
import { faultOf } from '../common/database/request-faults';
import { say, type SentenceKey } from '../site/refusals';

/** When a client may come back, in seconds. */
const RETRY_AFTER = 5;

interface RequestContext {
  state: Record<string, unknown>;
  status: number;
  set(headers: Record<string, string>): void;
  /** Strapi's own answer with 503. */
  serviceUnavailable(sentence: string): void;
}

const sentenceOf = (fault: unknown): SentenceKey => {
  if (fault instanceof CommitError) {
    return fault.outcome === 'undone' ? 'error.database.unsaved' : 'error.database.unknown';
  }
  return isBusy(fault) ? 'error.database.busy' : 'error.database.unavailable';
};

/**
 * Global middleware next to `strapi::errors`: whatever failed because the database could not be
 * used is answered 503 with a sentence, also where Strapi took it for a wrong login (401).
 */
const databaseFaults: Core.MiddlewareFactory = (_config, { strapi }) => {
  const answer = (ctx: RequestContext, fault: unknown): void => {
    strapi.log.error(fault);
    ctx.set({ 'Retry-After': String(RETRY_AFTER), 'Cache-Control': 'no-store' });
    ctx.serviceUnavailable(say(strapi, sentenceOf(fault)));
  };

  return async (context, next): Promise<void> => {
    const ctx = context as unknown as RequestContext;
    try {
      await next();
    } catch (error) {
      const fault = isUnavailable(error) ? error : faultOf(ctx);
      if (fault === undefined) throw error;
      answer(ctx, fault);
      return;
    }
    const fault = faultOf(ctx);
    if (fault !== undefined && ctx.status >= 400) answer(ctx, fault);
  };
};

export default databaseFaults;
