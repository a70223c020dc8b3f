import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../../../common/database/transaction';
import { tableOf } from '../../../../../common/database/tables';
import { chunksOf } from '../../../../../common/chunks-of';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { UID } from '../constants';

/** A submission that a row may mean. */
export interface Candidate {
  /** Of the submission itself, or of the one that it is part of. */
  id: number;
  documentId: string;
  title: string;
}

interface Row {
  id: number;
  document_id: string;
  title: string;
  merged_into_id: number | null;
}

/** Values asked about with one statement: SQLite takes some thirty thousand. */
const CHUNK = 2_000;

/** Which submissions the rows of an import name. */
export const importLookupRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.submission);

  const read = async (
    trx: Transaction,
    column: 'title' | 'document_id',
    values: readonly string[]
  ): Promise<Candidate[]> => {
    const found: Candidate[] = [];
    for (const chunk of chunksOf(values, CHUNK)) {
      const rows: Row[] = await trx(table)
        .select('id', 'document_id', 'title', 'merged_into_id')
        .whereIn(column, chunk)
        .orderBy('id');
      found.push(
        ...rows.map((row) => ({
          id: row.merged_into_id ?? row.id,
          documentId: row.document_id,
          title: row.title,
        }))
      );
    }
    return found;
  };

  return {
    /** Submissions of a title, or with a documentId, that is one of the texts. */
    async candidates(
      trx: Transaction,
      texts: readonly string[]
    ): Promise<{ byTitle: Candidate[]; byDocumentId: Candidate[] }> {
      return {
        byTitle: await read(trx, 'title', texts),
        byDocumentId: await read(trx, 'document_id', texts),
      };
    },
  };
});
