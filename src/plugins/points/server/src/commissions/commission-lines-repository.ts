import type { Core } from '@strapi/strapi';
import type { LineAction } from '../../../domain/commission';
import type { Day } from '../../../domain/period';
import { UID } from '../constants';
import { newDocumentId, tableOf, toDate } from '../../../../../common/database/tables';
import { groupBy } from '../../../../../common/group-by';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** A unit as a line names it, as it was called then. */
interface NamedUnit {
  documentId: string;
  name: string;
}

/** A line of what was decided about a commission, to be appended. */
export interface NewLine {
  /** documentId. */
  commission: string;
  action: LineAction;
  /** `null` where it is about all of them. */
  units: readonly NamedUnit[] | null;
  /** Of an extension: until when, and what held before for all units. */
  dueOn: Day | null;
  dueBefore: Day | null;
  /** `null` where nobody was asked for one. */
  reason: string | null;
  /** `null` where the application acted. */
  person: { account: number; name: string } | null;
}

export interface LineRecord extends Omit<NewLine, 'person'> {
  at: Date;
  /** Empty where the application acted. */
  person: string;
}

interface Row {
  commission_document_id: string;
  at: unknown;
  action: LineAction;
  units: unknown;
  due_on: Day | null;
  due_before: Day | null;
  reason: string | null;
  person_name: string | null;
}

const unitsOf = (value: unknown): NamedUnit[] | null => {
  const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return Array.isArray(parsed) ? (parsed as NamedUnit[]) : null;
};

const fromRow = (row: Row): LineRecord => ({
  commission: row.commission_document_id,
  at: toDate(row.at),
  action: row.action,
  units: unitsOf(row.units),
  dueOn: row.due_on,
  dueBefore: row.due_before,
  reason: row.reason,
  person: row.person_name ?? '',
});

/** What was decided about commissions. It can be read and appended to; there is no third verb. */
export const commissionLineRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.commissionLine);

  return {
    async append(trx: Transaction, lines: readonly NewLine[], now: Date): Promise<void> {
      for (const line of lines) {
        await trx(table).insert({
          ...{ document_id: newDocumentId(), created_at: now, updated_at: now, published_at: now },
          ...{ commission_document_id: line.commission, at: now, action: line.action },
          units: line.units === null ? null : JSON.stringify(line.units),
          ...{ due_on: line.dueOn, due_before: line.dueBefore, reason: line.reason },
          ...{ account_id: line.person?.account ?? null, person_name: line.person?.name ?? null },
        });
      }
    },

    /** The lines of some commissions, the oldest first, by the commission's documentId. */
    async of(trx: Transaction, commissions: readonly string[]): Promise<Map<string, LineRecord[]>> {
      const rows: Row[] = await trx(table)
        .whereIn('commission_document_id', [...commissions])
        .orderBy('id');
      return groupBy(rows.map(fromRow), ({ commission }) => commission);
    },
  };
});
