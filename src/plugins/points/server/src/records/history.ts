import type { Core } from '@strapi/strapi';
import { VERDICTS, type State } from '../../../domain/submission-workflow';
import { CONTRIBUTOR_CHANGES } from '../../../shared/contracts';
import { UID } from '../constants';
import { newDocumentId, tableOf, toDate } from '../../../../../common/database/tables';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** A submission's words at a moment. */
export interface Version {
  title: string;
  text: string;
}

/** Another submission that a line is about. */
interface OtherSubmission {
  documentId: string;
  title: string;
}

/** A line of a submission's history that is to be appended. */
export interface NewHistoryLine {
  submission: string;
  action: string;
  from: State | null;
  to: State | null;
  /** The admin account, and its name as it was; `null` where the system acted. */
  account: number | null;
  person: string;
  /** The person's unit as it was called. */
  unit: string | null;
  reason?: string | null;
  comment?: string | null;
  before?: Version | null;
  after?: Version | null;
  other?: readonly OtherSubmission[] | null;
}

/** A line of a submission's history. */
export interface HistoryRecord extends Required<NewHistoryLine> {
  at: Date;
}

interface Row {
  submission_document_id: string;
  at: unknown;
  action: string;
  from_state: State | null;
  to_state: State | null;
  account_id: number | null;
  person_name: string;
  unit_name: string | null;
  reason: string | null;
  comment: string | null;
  before: unknown;
  after: unknown;
  other: unknown;
}

const parseJson = (value: unknown): unknown =>
  typeof value === 'string' ? JSON.parse(value) : (value ?? null);

const toJson = (value: unknown): string | null =>
  value === undefined || value === null ? null : JSON.stringify(value);

const fromRow = (row: Row): HistoryRecord => ({
  submission: row.submission_document_id,
  at: toDate(row.at),
  action: row.action,
  from: row.from_state,
  to: row.to_state,
  account: row.account_id,
  person: row.person_name,
  unit: row.unit_name,
  reason: row.reason,
  comment: row.comment,
  before: parseJson(row.before) as Version | null,
  after: parseJson(row.after) as Version | null,
  other: parseJson(row.other) as OtherSubmission[] | null,
});

/** The history of submissions. It can be read and appended to; there is no third verb. */
export const historyRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.historyLine);

  return {
    async append(trx: Transaction, line: NewHistoryLine, now: Date): Promise<void> {
      await trx(table).insert({
        document_id: newDocumentId(),
        created_at: now,
        updated_at: now,
        published_at: now,
        at: now,
        submission_document_id: line.submission,
        action: line.action,
        from_state: line.from,
        to_state: line.to,
        account_id: line.account,
        person_name: line.person,
        unit_name: line.unit,
        reason: line.reason ?? null,
        comment: line.comment ?? null,
        before: toJson(line.before),
        after: toJson(line.after),
        other: toJson(line.other),
      });
    },

    /** The last return, refusal or sending back of each of the submissions. */
    async lastVerdicts(
      trx: Transaction,
      submissions: readonly string[]
    ): Promise<Map<string, HistoryRecord>> {
      const rows: Row[] = await trx(table)
        .whereIn('submission_document_id', [...submissions])
        .whereIn('action', [...VERDICTS])
        .orderBy('id');
      return new Map(rows.map((row) => [row.submission_document_id, fromRow(row)]));
    },

    /** Who was added to submissions or taken out since a moment, by others than an account; the newest first. */
    async contributorChanges(
      trx: Transaction,
      since: Date,
      account: number
    ): Promise<Array<HistoryRecord & { title: string }>> {
      const rows: Array<Row & { title: string }> = await trx({ h: table })
        .join({ s: tableOf(strapi, UID.submission) }, 's.document_id', 'h.submission_document_id')
        .whereIn('h.action', [...CONTRIBUTOR_CHANGES])
        .where('h.at', '>=', since)
        .where((others) => {
          void others.whereNull('h.account_id').orWhereNot('h.account_id', account);
        })
        .orderBy('h.id', 'desc')
        .select('h.*', 's.title');
      return rows.map((row) => ({ ...fromRow(row), title: row.title }));
    },

    /** All lines of a submission, the oldest first. */
    async of(trx: Transaction, submission: string): Promise<HistoryRecord[]> {
      const rows: Row[] = await trx(table)
        .where('submission_document_id', submission)
        .orderBy('id');
      return rows.map(fromRow);
    },
  };
});
