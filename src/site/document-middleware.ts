import type { Core } from '@strapi/strapi';
import {
  documentIdOf,
  writesData,
  type DocumentContext,
  type Next,
} from '../common/documents/context';
import type { DocumentMiddleware } from '../common/documents/pipeline';
import { COLUMN, standsInColumn } from './content-types';
import { rules } from './rules';
import { refuseColumnInUse } from './rules/column-tree';
import { settleValidityAround } from './rules/disclosure-documents';
import { refuseTakenCode } from './rules/unique-codes';
import { editedOf, publishesDocument, type Write, type Written } from './write';
import { writtenVersions } from './written-versions';
import { inTransaction } from '../common/database/transaction';

const TAKES_OFF: ReadonlySet<string> = new Set(['unpublish', 'delete', 'discardDraft']);

const writeOf = (strapi: Core.Strapi, context: DocumentContext): Write => {
  const { action, contentType, params } = context;
  const data = action === 'publish' ? null : (params.data ??= {});
  const publishes = publishesDocument(context);
  return { strapi, contentType, action, documentId: params.documentId, data, publishes };
};

/** What Strapi writes of every document, whatever else is written of it. */
const OF_STRAPI: ReadonlySet<string> = new Set([
  'createdBy',
  'updatedBy',
  'createdAt',
  'updatedAt',
]);

/**
 * Whether a write leaves the entry's content as it was, which rules were held against when that was
 * written: the panel saves before it publishes, though there be nothing to save.
 */
const leavesContent = ({ action, contentType, data, publishes }: Write): boolean =>
  action === 'update' &&
  !publishes &&
  !Object.keys(data ?? {}).some((name) => name in contentType.attributes && !OF_STRAPI.has(name));

const write = async (
  strapi: Core.Strapi,
  context: DocumentContext,
  next: Next
): Promise<unknown> => {
  const { contentType } = context;
  const concerned = rules.filter((rule) => rule.concerns(contentType));
  const planned = writeOf(strapi, context);
  for (const rule of concerned) await rule.before?.(planned);
  const result = await refuseTakenCode(planned, next);

  if (leavesContent(planned)) return result;
  const documentId = documentIdOf(context, result);
  const row = editedOf(contentType, await writtenVersions(strapi, context, result));
  if (!row) return result;
  const written: Written = { ...planned, documentId, row };
  for (const rule of concerned) await rule.after?.(written);
  return result;
};

/** Whether it is an entry or a column. */
export const isOfColumns = ({ contentType }: DocumentContext): boolean =>
  contentType.uid === COLUMN || standsInColumn(contentType);

/**
 * Document middleware: every write of an entry or a column, whoever makes it, passes the rules of
 * its type in one transaction with the write. What a rule refuses is not written.
 */
export const siteMiddleware =
  (strapi: Core.Strapi): DocumentMiddleware =>
  async (context, next) => {
    if (writesData(context) || context.action === 'publish') {
      return inTransaction(strapi, () => write(strapi, context, next));
    }
    if (!TAKES_OFF.has(context.action)) return next();
    return inTransaction(strapi, async () => {
      if (context.action === 'delete') await refuseColumnInUse(strapi, context);
      return settleValidityAround(strapi, context, next);
    });
  };
