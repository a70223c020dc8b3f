import type { Core } from '@strapi/strapi';
import { MAX_PRAISED } from '../../../domain/bulletin-wording';
import {
  documentIdOf,
  writesData,
  type DocumentContext,
  type Next,
} from '../../../../../common/documents/context';
import { inTransaction } from '../../../../../common/database/transaction';
import { requireContent, shown } from '../../../../../common/messages/validation';
import { UID } from '../constants';
import { refuse } from '../messages';
import { templateRepository } from './templates-repository';
import { requireWording } from './wording-rules';

const isPraisedCount = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_PRAISED;

/** Templates of bulletins: one a kind, with variables that there are. */
export const templateMiddleware = (strapi: Core.Strapi) => {
  const templates = templateRepository(strapi);

  const requireFields = ({ action, params }: DocumentContext): void => {
    const data = (params.data ??= {});
    requireContent(strapi, UID.bulletinTemplate, data, action === 'create');
    const { praisedCount } = data;
    if (praisedCount === undefined || praisedCount === null || isPraisedCount(praisedCount)) return;
    throw refuse(strapi, 'praisedCount', 'error.bulletinWording.praised', {
      value: shown(praisedCount),
      maximum: MAX_PRAISED,
    });
  };

  return async (context: DocumentContext, next: Next): Promise<unknown> => {
    if (!writesData(context)) return next();
    requireFields(context);
    return inTransaction(strapi, async (trx) => {
      const kind = context.params.data?.kind;
      const documentId = context.action === 'update' ? (context.params.documentId ?? null) : null;
      if (typeof kind === 'string' && (await templates.isTaken(trx, kind, documentId))) {
        throw refuse(strapi, 'kind', 'error.bulletinTemplate.taken');
      }
      const result = await next();
      const written = await templates.find(trx, documentIdOf(context, result));
      // Only the whole of it tells how long it is, whichever of its texts were written.
      if (written) requireWording(strapi, written);
      return result;
    });
  };
};
