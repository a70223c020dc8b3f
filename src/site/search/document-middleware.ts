import type { Core, Modules } from '@strapi/strapi';
import { documentIdOf } from '../../common/documents/context';
import { serialize } from '../../common/database/serialize';
import { siteTypes, type SiteType } from '../public-api/site-types';
import { indexDocument } from './index-entries';
import type { Transaction } from './table';

type Context = Modules.Documents.Middleware.Context;

const WRITES: ReadonlySet<string> = new Set(['create', 'update', 'clone']);
const CHANGES: ReadonlySet<string> = new Set(['publish', 'unpublish', 'delete']);

/** `create` and `update` publish when they carry `status: 'published'`. */
const changesTheSite = ({ action, params }: Context): boolean =>
  CHANGES.has(action) ||
  (WRITES.has(action) && (params as { status?: string }).status === 'published');

/** Document middleware: the index follows what is published, in the transaction that publishes it. */
export const searchMiddleware = (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware => {
  let types: ReadonlyMap<string, SiteType> | undefined;
  const typeOf = (uid: string): SiteType | undefined =>
    (types ??= new Map(siteTypes(strapi).map((type) => [type.uid, type]))).get(uid);

  return async (context, next) => {
    const type = typeOf(context.uid);
    if (!type || !changesTheSite(context)) return next();
    return strapi.db.transaction(async ({ trx }: { trx: Transaction }) => {
      const result: unknown = await next();
      await serialize(trx, () => indexDocument(strapi, trx, type, documentIdOf(context, result)));
      return result;
    }) as never;
  };
};
