import type { Core } from '@strapi/strapi';
import type { Digests } from '../../../domain/bulletin';
import type { ReviewKind } from '../../../domain/review';
import type { ReviewState } from '../../../shared/contracts';
import { UID } from '../constants';
import { newDocumentId, tableOf, toDate } from '../../../../../common/database/tables';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** The review of a period, without its texts. */
export interface ReviewRecord extends Digests {
  documentId: string;
  period: string;
  kind: ReviewKind;
  state: ReviewState;
  /** Counts the changes. */
  revision: number;
  /** ISO 8601 in UTC, with milliseconds. */
  madeAt: string;
  madeBy: string;
  /** `null` until it is published. */
  closing: (Digests & { at: string; by: string }) | null;
}

/** What a review says, each as canonical JSON: the frozen numbers, what the office wrote, what was decided. */
export interface ReviewTexts {
  facts: string;
  content: string;
  decisions: string;
}

interface Row extends ReviewTexts {
  document_id: string;
  period: string;
  kind: ReviewKind;
  state: ReviewState;
  revision: number;
  made_at: unknown;
  made_by: string;
  sha_256: string;
  sm_3: string;
  closed_at: unknown;
  closed_by: string | null;
  closing_sha_256: string | null;
  closing_sm_3: string | null;
}

const COLUMNS = [
  ...(['document_id', 'period', 'kind', 'state', 'revision', 'made_at', 'made_by'] as const),
  ...(['sha_256', 'sm_3', 'closed_at', 'closed_by', 'closing_sha_256', 'closing_sm_3'] as const),
] satisfies ReadonlyArray<keyof Row>;

const TEXTS = ['facts', 'content', 'decisions'] as const satisfies ReadonlyArray<keyof Row>;

type RecordRow = Pick<Row, (typeof COLUMNS)[number]>;

const closingOf = (row: RecordRow): ReviewRecord['closing'] =>
  row.closed_at === null
    ? null
    : {
        at: toDate(row.closed_at).toISOString(),
        by: row.closed_by ?? '',
        sha256: row.closing_sha_256 ?? '',
        sm3: row.closing_sm_3 ?? '',
      };

const fromRow = (row: RecordRow): ReviewRecord => ({
  documentId: row.document_id,
  period: row.period,
  kind: row.kind,
  state: row.state,
  revision: row.revision,
  madeAt: toDate(row.made_at).toISOString(),
  madeBy: row.made_by,
  sha256: row.sha_256,
  sm3: row.sm_3,
  closing: closingOf(row),
});

/** Reviews (总结点评, §八.2, 3): one of each period. They are made, changed until they are published, and never deleted. */
export const reviewRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.review);

  return {
    /** The latest made first. */
    async all(trx: Transaction): Promise<ReviewRecord[]> {
      const rows: RecordRow[] = await trx(table).select(COLUMNS).orderBy('id', 'desc');
      return rows.map(fromRow);
    },

    async find(trx: Transaction, documentId: string): Promise<(ReviewRecord & ReviewTexts) | null> {
      const row: Row | undefined = await trx(table)
        .select(...COLUMNS, ...TEXTS)
        .where('document_id', documentId)
        .first();
      if (!row) return null;
      const { content, decisions, facts } = row;
      return { ...fromRow(row), content, decisions, facts };
    },

    async hasPeriod(trx: Transaction, period: string): Promise<boolean> {
      const row: unknown = await trx(table).select('id').where({ period }).first();
      return row !== undefined;
    },

    /** Writes a new one. The database refuses a second one of the period. */
    async create(
      trx: Transaction,
      review: Omit<ReviewRecord, 'documentId' | 'state' | 'revision' | 'closing'> & ReviewTexts
    ): Promise<string> {
      const documentId = newDocumentId();
      const madeAt = new Date(review.madeAt);
      await trx(table).insert({
        document_id: documentId,
        period: review.period,
        kind: review.kind,
        state: 'draft',
        revision: 1,
        made_at: madeAt,
        made_by: review.madeBy,
        facts: review.facts,
        content: review.content,
        decisions: review.decisions,
        sha_256: review.sha256,
        sm_3: review.sm3,
        created_at: madeAt,
        updated_at: madeAt,
        published_at: madeAt,
      });
      return documentId;
    },

    /**
     * Changes one that is not published, if nobody changed it since it was read.
     *
     * @param revision the one that was read
     * @returns whether it was changed
     */
    async change(
      trx: Transaction,
      { documentId, revision }: Pick<ReviewRecord, 'documentId' | 'revision'>,
      values: Partial<Pick<ReviewRecord, 'state' | 'closing'> & Omit<ReviewTexts, 'facts'>>,
      now: Date
    ): Promise<boolean> {
      const { closing, ...rest } = values;
      const changed = await trx(table)
        .where({ document_id: documentId, revision })
        .whereNull('closed_at')
        .update({
          ...rest,
          ...(closing && {
            closed_at: new Date(closing.at),
            closed_by: closing.by,
            closing_sha_256: closing.sha256,
            closing_sm_3: closing.sm3,
          }),
          revision: revision + 1,
          updated_at: now,
        });
      return changed > 0;
    },
  };
});
