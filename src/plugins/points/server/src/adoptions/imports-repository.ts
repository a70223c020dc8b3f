import type { Core } from '@strapi/strapi';
import type { ImportRowView, ImportView } from '../../../shared/contracts';
import { countOf, onPage, type PageRequest } from '../../../../../common/database/pages';
import type { Transaction } from '../../../../../common/database/transaction';
import { newDocumentId, tableOf, toDate } from '../../../../../common/database/tables';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { UID } from '../constants';

/** What an import did. */
interface NewImport {
  fileName: string;
  checksum: string;
  importedBy: string | null;
  account: number | null;
  recorded: number;
  known: number;
  rows: readonly ImportRowView[];
}

interface Row {
  document_id: string;
  file_name: string;
  imported_at: unknown;
  imported_by: string | null;
  recorded: number;
  known: number;
}

const COLUMNS = [
  'document_id',
  'file_name',
  'imported_at',
  'imported_by',
  'recorded',
  'known',
] as const satisfies ReadonlyArray<keyof Row>;

const viewOf = (row: Row): ImportView => ({
  documentId: row.document_id,
  fileName: row.file_name,
  importedAt: toDate(row.imported_at).toISOString(),
  importedBy: row.imported_by,
  recorded: row.recorded,
  known: row.known,
});

/** What imports of adoptions did: written once each, with the adoptions, and read for their reports. */
export const importRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.adoptionImport);

  return {
    async create(trx: Transaction, done: NewImport, now: Date): Promise<ImportView> {
      const row = {
        document_id: newDocumentId(),
        file_name: done.fileName,
        imported_at: now,
        imported_by: done.importedBy,
        recorded: done.recorded,
        known: done.known,
      };
      await trx(table).insert({
        ...row,
        checksum: done.checksum,
        rows: JSON.stringify(done.rows),
        ...{ created_at: now, updated_at: now, published_at: now },
        ...{ created_by_id: done.account, updated_by_id: done.account },
      });
      return viewOf(row);
    },

    async count(trx: Transaction): Promise<number> {
      return countOf(trx(table));
    },

    /** A page, the latest first. */
    async page(trx: Transaction, request: PageRequest): Promise<ImportView[]> {
      const rows: Row[] = await onPage(
        trx(table)
          .select(...COLUMNS)
          .orderBy('id', 'desc'),
        request
      );
      return rows.map(viewOf);
    },

    /** An import with its rows; `null` when there is none. */
    async find(
      trx: Transaction,
      documentId: string
    ): Promise<{ view: ImportView; rows: ImportRowView[] } | null> {
      const row: (Row & { rows: string }) | undefined = await trx(table)
        .select(...COLUMNS, 'rows')
        .where('document_id', documentId)
        .first();
      return row ? { view: viewOf(row), rows: JSON.parse(row.rows) as ImportRowView[] } : null;
    },
  };
});
