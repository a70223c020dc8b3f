import type { Core, Struct } from '@strapi/strapi';
import { hasPlacement, isOptedIn } from '../content-types/opt-in';
import { causeAndEffect } from '../repositories/lock';
import { entryService } from '../services/entries';
import { requireChoices } from '../validation';
import { documentIdOf, writesData, type DocumentContext, type Next } from './context';

type SiteCause = 'publish' | 'unpublish' | 'delete';

/**
 * Which change of the published site an action brings, if any. `create` and `update` publish when
 * they carry `status: 'published'`, and never pass here as `publish`; a type without drafts is
 * published by every write.
 */
const causeOf = ({ action, params, contentType }: DocumentContext): SiteCause | null => {
  if (action === 'publish' || action === 'unpublish' || action === 'delete') return action;
  const writes = action === 'create' || action === 'update' || action === 'clone';
  const hasDrafts = contentType.options?.draftAndPublish === true;
  return writes && (!hasDrafts || params.status === 'published') ? 'publish' : null;
};

/** Publishing is the site's adoption: the entry is published with its award, or neither happens. */
export const entryMiddleware =
  (strapi: Core.Strapi) =>
  async (context: DocumentContext, next: Next): Promise<unknown> => {
    const contentType = context.contentType as Struct.ContentTypeSchema;
    if (!isOptedIn(contentType)) return next();
    if (writesData(context)) requireChoices(strapi, context.uid, context.params.data ?? {});

    const cause = causeOf(context);
    if (cause === null || !hasPlacement(contentType)) return next();
    return causeAndEffect(strapi, next, (trx, result) =>
      entryService({ strapi }).synchronize(trx, context.uid, documentIdOf(context, result), cause)
    );
  };
