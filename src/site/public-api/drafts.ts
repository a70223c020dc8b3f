import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { DocumentContext } from '../../common/documents/context';
import type { DocumentMiddleware } from '../../common/documents/pipeline';

/** Strapi's way of telling who asks, for API tokens. */
const TOKEN_STRATEGY = 'content-api-token';

const DRAFTS = '草稿不公开，请去掉 status=draft。 Drafts are not public: leave out status=draft.';
const DIFFERENCES =
  '草稿不公开，请去掉 publicationFilter 与 hasPublishedVersion。 ' +
  'Drafts are not public: leave out publicationFilter and hasPublishedVersion.';

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

/** What a question asks about drafts, if anything: themselves, or which published entries have one. */
const refusalOf = ({ params }: DocumentContext): string | null => {
  const { status, publicationFilter, hasPublishedVersion } = params;
  if (status === 'draft') return DRAFTS;
  return publicationFilter === undefined && hasPublishedVersion === undefined ? null : DIFFERENCES;
};

/**
 * Document middleware of readings: Strapi's public API hands out drafts to whoever asks with `status=draft`.
 * Here only an API token may, which the office gives to a preview; everyone else is refused.
 */
export const draftGuard =
  (strapi: Core.Strapi): DocumentMiddleware =>
  async (context, next) => {
    const refusal = refusalOf(context);
    // Of a ForbiddenError Strapi sends no more than its name.
    if (refusal !== null && isVisitor(strapi)) throw new errors.PolicyError(refusal);
    return next();
  };
