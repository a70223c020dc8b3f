import type { Core, Modules } from '@strapi/strapi';
import { errors } from '@strapi/utils';

/** Strapi's way of telling who asks, for API tokens. */
const TOKEN_STRATEGY = 'content-api-token';

const READS: ReadonlySet<string> = new Set(['findMany', 'findFirst', 'findOne', 'count']);

interface RequestState {
  route?: { info?: { type?: string } };
  auth?: { strategy?: { name?: string } };
}

/** Whether code runs for a reader of the public API who shows no API token. */
const isVisitor = (strapi: Core.Strapi): boolean => {
  const state: RequestState | undefined = strapi.requestContext.get()?.state;
  return (
    state?.route?.info?.type === 'content-api' && state.auth?.strategy?.name !== TOKEN_STRATEGY
  );
};

const asksForDrafts = ({ action, params }: Modules.Documents.Middleware.Context): boolean =>
  READS.has(action) && (params as { status?: string } | undefined)?.status === 'draft';

/**
 * Document middleware: Strapi's public API hands out drafts to whoever asks with `status=draft`.
 * Here only an API token may, which the office gives to a preview; everyone else is refused.
 */
const draftGuard =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    if (asksForDrafts(context) && isVisitor(strapi)) {
      throw new errors.ForbiddenError('Drafts are not public: leave out status=draft.');
    }
    return next();
  };

/** Keeps drafts of every content type out of the public API. */
export const keepDraftsPrivate = (strapi: Core.Strapi): void => {
  strapi.documents.use(draftGuard(strapi));
};
