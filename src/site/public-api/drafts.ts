import type { Core, Modules } from '@strapi/strapi';
import { errors } from '@strapi/utils';

/** Strapi's way of telling who asks, for API tokens. */
const TOKEN_STRATEGY = 'content-api-token';

const READS: ReadonlySet<string> = new Set(['findMany', 'findFirst', 'findOne', 'count']);

const DRAFTS = '草稿不公开，请去掉 status=draft。 Drafts are not public: leave out status=draft.';
const DIFFERENCES =
  '草稿不公开，请去掉 publicationFilter 与 hasPublishedVersion。 ' +
  'Drafts are not public: leave out publicationFilter and hasPublishedVersion.';

interface RequestState {
  route?: { info?: { type?: string } };
  auth?: { strategy?: { name?: string } };
}

interface Params {
  status?: unknown;
  publicationFilter?: unknown;
  hasPublishedVersion?: unknown;
}

/** Whether code runs for a reader of the public API who shows no API token. */
const isVisitor = (strapi: Core.Strapi): boolean => {
  const state: RequestState | undefined = strapi.requestContext.get()?.state;
  return (
    state?.route?.info?.type === 'content-api' && state.auth?.strategy?.name !== TOKEN_STRATEGY
  );
};

/** What a question asks about drafts, if anything: themselves, or which published entries have one. */
const refusalOf = ({ action, params }: Modules.Documents.Middleware.Context): string | null => {
  if (!READS.has(action)) return null;
  const { status, publicationFilter, hasPublishedVersion } = (params as Params | undefined) ?? {};
  if (status === 'draft') return DRAFTS;
  return publicationFilter === undefined && hasPublishedVersion === undefined ? null : DIFFERENCES;
};

/**
 * Document middleware: Strapi's public API hands out drafts to whoever asks with `status=draft`.
 * Here only an API token may, which the office gives to a preview; everyone else is refused.
 */
const draftGuard =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const refusal = refusalOf(context);
    // Of a ForbiddenError Strapi sends no more than its name.
    if (refusal !== null && isVisitor(strapi)) throw new errors.PolicyError(refusal);
    return next();
  };

/** Keeps drafts of every content type out of the public API. */
export const keepDraftsPrivate = (strapi: Core.Strapi): void => {
  strapi.documents.use(draftGuard(strapi));
};
