import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { BulletinFacts, Digests } from '../../../domain/bulletin';
import type { Month } from '../../../domain/period';
import { firstOpenAfter } from '../../../domain/seal';
import type { FrozenStandings } from '../../../shared/contracts';
import { reading, type Reading } from '../../../../../common/database/query-batch';
import { newDocumentId, tableOf, toDate } from '../../../../../common/database/tables';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { UID } from '../constants';
import { frozenStandingsOf } from './frozen-standings';

interface Row {
  month?: Month | null;
}

/** A sealed month, without the texts that it froze. */
export interface BulletinRecord
  extends Digests, Omit<BulletinFacts, 'standings' | 'postings' | 'annexes'> {
  documentId: string;
}

/** The texts that a bulletin froze: canonical JSON. */
export interface FrozenTexts {
  standings: string;
  postings: string;
  /** `null` where it was sealed before there were any. */
  annexes: string | null;
}

/** What a bulletin's paper is made of: its annexes, or else the postings that tell them. */
export interface PaperTexts extends Pick<FrozenTexts, 'standings' | 'annexes'> {
  postings: string | null;
}

interface BulletinRow {
  document_id: string;
  month: Month;
  sealed_at: unknown;
  sealed_by: string;
  previous: string | null;
  sequence: number;
  ledger_hash: string;
  sha_256: string;
  sm_3: string;
}

const COLUMNS = [
  'document_id',
  'month',
  'sealed_at',
  'sealed_by',
  'previous',
  'sequence',
  'ledger_hash',
  'sha_256',
  'sm_3',
] as const satisfies ReadonlyArray<keyof BulletinRow>;

/** A moment as a bulletin's hash tells it; where somebody wrote another value, that, of which no hash was taken. */
const momentIn = (value: unknown): string => {
  const moment = toDate(value ?? Number.NaN);
  return Number.isNaN(moment.getTime()) ? String(value) : moment.toISOString();
};

const fromRow = (row: BulletinRow): BulletinRecord => ({
  documentId: row.document_id,
  month: typeof row.month === 'string' ? row.month : '',
  sealedAt: momentIn(row.sealed_at),
  sealedBy: row.sealed_by,
  previous: row.previous,
  ledger: { sequence: row.sequence, hash: row.ledger_hash },
  sha256: row.sha_256,
  sm3: row.sm_3,
});

/** Which months are sealed, and what was frozen of them. Each bulletin seals one, in order, so the last of them tells of all. */
export const sealRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.bulletin);
  const lastSealed = (knex: Knex) => knex(table).max({ month: 'month' });
  const firstOpenMonth: Reading<Month | null> = reading(
    lastSealed(strapi.db.connection),
    ['month'],
    ([last]: Row[]) => firstOpenAfter(last?.month ?? null)
  );

  return {
    /**
     * For those who read it together with what they judge by it, under the ledger's lock: no month is
     * sealed between the two.
     */
    firstOpenMonth,

    /** The first month that is not sealed, `null` when none is. */
    async current(trx: Transaction): Promise<Month | null> {
      const last: Row | undefined = await lastSealed(trx).first();
      return firstOpenAfter(last?.month ?? null);
    },

    /** All sealed months, in their order. */
    async all(trx: Transaction): Promise<BulletinRecord[]> {
      const rows: BulletinRow[] = await trx(table).select(COLUMNS).orderBy('month');
      return rows.map(fromRow);
    },

    async find(trx: Transaction, documentId: string): Promise<BulletinRecord | null> {
      const row: BulletinRow | undefined = await trx(table)
        .select(COLUMNS)
        .where('document_id', documentId)
        .first();
      return row ? fromRow(row) : null;
    },

    /** When a month's bulletin was issued; `null` until then. */
    async issuedAt(trx: Transaction, month: Month): Promise<Date | null> {
      const row: { at: unknown } | undefined = await trx({ b: table })
        .join({ d: tableOf(strapi, UID.bulletinDraft) }, 'd.bulletin', 'b.document_id')
        .where('b.month', month)
        .whereNotNull('d.issued_at')
        .select({ at: 'd.issued_at' })
        .first();
      return row ? toDate(row.at) : null;
    },

    /** The texts that a month's bulletin froze; `null` while the month is open. */
    async textsOf(trx: Transaction, month: Month): Promise<FrozenTexts | null> {
      const row: FrozenTexts | undefined = await trx(table)
        .select('standings', 'postings', 'annexes')
        .where({ month })
        .first();
      return row ?? null;
    },

    /**
     * The texts that a month's paper is made of; `null` while the month is open. The list of postings is
     * by far the longest, and read only where there are no annexes.
     */
    async paperTextsOf(trx: Transaction, month: Month): Promise<PaperTexts | null> {
      const row: PaperTexts | undefined = await trx(table)
        .select('standings', 'annexes')
        .select(trx.raw('case when annexes is null then postings end as postings'))
        .where({ month })
        .first();
      return row ?? null;
    },

    /** The standings that a month's bulletin froze; `null` while the month is open, or where they are unreadable. */
    async standingsOf(trx: Transaction, month: Month): Promise<FrozenStandings | null> {
      const row: { standings: string } | undefined = await trx(table)
        .select('standings')
        .where({ month })
        .first();
      return row ? frozenStandingsOf(row.standings) : null;
    },

    /** The standings that the bulletins of some months froze, by month; none of an open month, or where they are unreadable. */
    async standingsOfMonths(
      trx: Transaction,
      months: readonly Month[]
    ): Promise<Map<Month, FrozenStandings>> {
      const rows: Array<{ month: Month; standings: string }> = await trx(table)
        .select('month', 'standings')
        .whereIn('month', [...months]);
      const found = new Map<Month, FrozenStandings>();
      for (const { month, standings } of rows) {
        const frozen = frozenStandingsOf(standings);
        if (frozen) found.set(month, frozen);
      }
      return found;
    },

    /** Writes a month's bulletin, which seals it. The database refuses a second one. */
    async seal(
      trx: Transaction,
      record: Omit<BulletinRecord, 'documentId'> & FrozenTexts
    ): Promise<string> {
      const documentId = newDocumentId();
      const sealedAt = new Date(record.sealedAt);
      await trx(table).insert({
        document_id: documentId,
        month: record.month,
        sealed_at: sealedAt,
        sealed_by: record.sealedBy,
        previous: record.previous,
        sequence: record.ledger.sequence,
        ledger_hash: record.ledger.hash,
        standings: record.standings,
        postings: record.postings,
        annexes: record.annexes,
        sha_256: record.sha256,
        sm_3: record.sm3,
        created_at: sealedAt,
        updated_at: sealedAt,
        published_at: sealedAt,
      });
      return documentId;
    },
  };
});
