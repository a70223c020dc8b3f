import type { Core } from '@strapi/strapi';
import {
  DEFAULT_TEMPLATES,
  type TemplateKind,
  type TemplateWording,
} from '../../../domain/bulletin-wording';
import { tableOf } from '../../../../../common/database/tables';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { UID } from '../constants';

interface TemplateRow {
  id: number;
  title: string;
  addressees: string;
  opening: string;
  praise: string | null;
  zero_reports: string | null;
  criticism: string | null;
  problems: string | null;
  requirements: string | null;
  closing: string | null;
  signature: string;
  praised_count: number | null;
  names_zero_reports: unknown;
}

const COLUMNS = [
  ...(['id', 'title', 'addressees', 'opening', 'praise', 'zero_reports', 'criticism'] as const),
  ...(['problems', 'requirements', 'closing', 'signature', 'praised_count'] as const),
  'names_zero_reports',
] as const satisfies ReadonlyArray<keyof TemplateRow>;

const fromRow = (row: TemplateRow): TemplateWording => ({
  title: row.title,
  addressees: row.addressees,
  opening: row.opening,
  praise: row.praise ?? '',
  zeroReports: row.zero_reports ?? '',
  criticism: row.criticism ?? '',
  problems: row.problems ?? '',
  requirements: row.requirements ?? '',
  closing: row.closing ?? '',
  signature: row.signature,
  praisedCount: row.praised_count ?? 0,
  namesZeroReports: Boolean(row.names_zero_reports),
});

/** The office's templates of bulletins, one a kind. */
export const templateRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.bulletinTemplate);

  return {
    /** The template of a kind: the office's own, else the one that is built in. */
    async of(trx: Transaction, kind: TemplateKind): Promise<TemplateWording> {
      const row: TemplateRow | undefined = await trx(table).select(COLUMNS).where({ kind }).first();
      return row ? fromRow(row) : DEFAULT_TEMPLATES[kind];
    },

    /** Whether another document than this one is the template of a kind. */
    async isTaken(trx: Transaction, kind: string, documentId: string | null): Promise<boolean> {
      const query = trx(table).select('id').where({ kind });
      if (documentId !== null) void query.whereNot('document_id', documentId);
      return (await query.first()) !== undefined;
    },

    /** The texts of a template as they stand; `null` when there is none. */
    async find(trx: Transaction, documentId: string): Promise<TemplateWording | null> {
      const row: TemplateRow | undefined = await trx(table)
        .select(COLUMNS)
        .where('document_id', documentId)
        .first();
      return row ? fromRow(row) : null;
    },
  };
});
