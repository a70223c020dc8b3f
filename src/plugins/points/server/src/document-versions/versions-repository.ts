import type { Core } from '@strapi/strapi';
import { isPostgres } from '../../../../../common/database/dialect';
import { tableOf, toDate } from '../../../../../common/database/tables';
import { personName, type NamedAccount } from '../../../../../common/text/person-name';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { contentTypesOf } from '../../../../../common/documents/content-types';

/** A version of a document: its draft, or what is published of it. */
export interface Version {
  id: number;
  savedAt: Date;
  /** Whether it is the one that is edited. */
  isEdited: boolean;
}

interface Row {
  id: number;
  updated_at: unknown;
  published_at: unknown;
}

/** The versions of documents, whatever their type. */
export const versionRepository = oncePerApplication((strapi: Core.Strapi) => ({
  async versionsOf(trx: Transaction, uid: string, documentId: string): Promise<Version[]> {
    const hasDrafts = contentTypesOf(strapi).get(uid)?.options?.draftAndPublish === true;
    const rows: Row[] = await trx(tableOf(strapi, uid))
      .where('document_id', documentId)
      .whereNotNull('updated_at')
      .select('id', 'updated_at', 'published_at');
    return rows.map((row) => ({
      id: row.id,
      savedAt: toDate(row.updated_at),
      isEdited: !hasDrafts || row.published_at === null,
    }));
  },

  /**
   * Holds a version until the transaction's end, so that nobody saves it meanwhile. It waits for
   * nobody: two that held what the other waits for would never end.
   *
   * @returns whether it could: not while somebody else is saving it
   */
  async hold(trx: Transaction, uid: string, { id, savedAt }: Version): Promise<boolean> {
    const query = trx(tableOf(strapi, uid)).where({ id }).select('updated_at');
    if (isPostgres(strapi)) void query.forNoKeyUpdate().skipLocked();
    const [row]: Array<Pick<Row, 'updated_at'>> = await query;
    return row !== undefined && toDate(row.updated_at).getTime() === savedAt.getTime();
  },

  /** What is saved in a version, with what is to be read beside it, and the name of who saved it last. */
  async contentOf(
    uid: string,
    { id }: Version,
    populate: object
  ): Promise<{ saved: Record<string, unknown>; person: string | null }> {
    const found = (await strapi.db.query(uid).findOne({
      where: { id },
      populate: { ...populate, updatedBy: true },
    })) as (Record<string, unknown> & { updatedBy?: NamedAccount | null }) | null;
    return { saved: found ?? {}, person: personName(found?.updatedBy ?? {}) || null };
  },
}));
