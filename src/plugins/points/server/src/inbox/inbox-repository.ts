import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { countOf, onPage, type PageRequest } from '../../../../../common/database/pages';
import { likePatternOf } from '../../../../../common/text/fold';
import { SENDING } from '../../../domain/submission-workflow';
import type { Category } from '../../../domain/vocabulary';
import type { Queue } from '../../../shared/contracts';
import { UID } from '../constants';
import {
  idsFirst,
  linkTableOf,
  tableOf,
  toDate,
  type LinkTable,
} from '../../../../../common/database/tables';
import type { Signature } from '../submissions/workflow-repository';
import {
  SUBMISSION_COLUMNS,
  submissionOf,
  type SubmissionRecord,
  type SubmissionRow,
} from '../records/submissions';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** A submission as lists show it. */
export interface ListedRecord extends SubmissionRecord {
  /** Since when it is in its queue. */
  since: Date;
  awaitsSignature: boolean;
  /** Whether its leader sent it back, and it was not sent since. */
  isSentBack: boolean;
  signatures: readonly Signature[];
}

/** What waits for a signature, and which of the units asked about contribute to it. */
export interface SubmissionToSign {
  record: ListedRecord;
  units: Array<{ id: number; signOff: boolean }>;
}

/** Whose submissions: of some units, or of those who have a hand in them. */
export interface Owners {
  /** Ids; `null` for every unit. */
  units: readonly number[] | null;
  /** Only submissions that the account made, or that name one of the officers. */
  only?: { account: number; officers: readonly number[] };
}

export interface InboxFilter extends Owners {
  queue: Queue | 'draft' | 'sent-back';
  unit?: number;
  category?: Category;
  text?: string;
}

interface Row extends SubmissionRow {
  state_since: unknown;
  signature_requested_at: unknown;
  signatures: unknown;
  created_at: unknown;
}

const COLUMNS = [
  ...SUBMISSION_COLUMNS,
  's.state_since',
  's.signature_requested_at',
  's.signatures',
  's.created_at',
];

/** A submission that waits for a signature, with one of the units asked about. */
interface SigningRow extends Row {
  unit: number;
  sign_off: unknown;
}

/** One of the queues that no other shares a piece with, and how many it has. */
interface QueueRow {
  queue: InboxFilter['queue'];
  pieces: number | string;
}

const WAITING: ReadonlySet<InboxFilter['queue']> = new Set(['submitted', 'awaits-signature']);

/** Where a unit writes, and nobody is asked to sign. */
const WITH_UNIT: ReadonlySet<InboxFilter['queue']> = new Set(['draft', 'returned', 'sent-back']);

const fromRow = (row: Row): ListedRecord => {
  const awaitsSignature = row.signature_requested_at !== null;
  const signatures: unknown =
    typeof row.signatures === 'string' ? JSON.parse(row.signatures) : row.signatures;
  return {
    ...submissionOf(row),
    since: toDate(row.signature_requested_at ?? row.state_since ?? row.created_at),
    awaitsSignature,
    isSentBack: false,
    signatures: Array.isArray(signatures) ? (signatures as Signature[]) : [],
  };
};

/** Lists of submissions by where they stand: the office's inbox and the units' desks. */
export const inboxRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.submission);
  const history = tableOf(strapi, UID.historyLine);
  const units = linkTableOf(strapi, UID.submission, 'units');
  const officers = linkTableOf(strapi, UID.submission, 'officers');

  /** Of the submissions that a relation ties to one of some rows. */
  const tiedTo = (
    { table: links, source, target }: LinkTable,
    ids: readonly number[]
  ): Knex.QueryBuilder =>
    idsFirst(
      strapi,
      strapi.db.connection
        .queryBuilder<object, unknown[]>()
        .select(source)
        .from(links)
        .whereIn(target, [...ids])
    );

  /** The line by which a submission `s` was sent back by its leader, while it was not sent since. */
  const sendingBack = (): Knex.QueryBuilder => {
    const { connection } = strapi.db;
    const ofPiece = (line: string) =>
      connection
        .queryBuilder<object, unknown[]>()
        .select(connection.raw('1'))
        .from({ [line]: history })
        .whereRaw('??.submission_document_id = s.document_id', [line]);
    return ofPiece('b')
      .where('b.action', 'send-back')
      .whereNotExists(
        ofPiece('l')
          .whereRaw('l.id > b.id')
          .whereIn('l.action', [...SENDING])
      );
  };

  const inQueue = (query: Knex.QueryBuilder, queue: InboxFilter['queue']): void => {
    if (queue === 'awaits-signature') {
      void query.whereNotNull('s.signature_requested_at').whereIn('s.state', ['draft', 'returned']);
      return;
    }
    void query.where('s.state', queue === 'sent-back' ? 'draft' : queue);
    if (WITH_UNIT.has(queue)) void query.whereNull('s.signature_requested_at');
    if (queue === 'sent-back') void query.whereExists(sendingBack());
    if (queue === 'draft') void query.whereNotExists(sendingBack());
  };

  const ownedBy = (trx: Transaction, { only, units: ids }: Owners) => {
    const query = trx({ s: table }).whereNull('s.merged_into_id');
    if (ids) void query.whereIn('s.id', tiedTo(units, ids));
    if (only) {
      void query.where((own) => {
        void own
          .whereIn('s.id', tiedTo(officers, only.officers))
          .orWhere('s.created_by_id', only.account);
      });
    }
    return query;
  };

  const matching = (trx: Transaction, filter: InboxFilter) => {
    const query = ownedBy(trx, filter);
    inQueue(query, filter.queue);
    if (filter.unit !== undefined) void query.whereIn('s.id', tiedTo(units, [filter.unit]));
    if (filter.category) void query.where('s.category', filter.category);
    const { text } = filter;
    if (text) {
      const pattern = likePatternOf(text);
      void query.where((own) => {
        void own
          .whereRaw(`s.folded_title like ? escape '\\'`, [pattern])
          .orWhereRaw(`s.folded_text like ? escape '\\'`, [pattern]);
      });
    }
    return query;
  };

  const count = async (trx: Transaction, filter: InboxFilter): Promise<number> => {
    return countOf(matching(trx, filter));
  };

  return {
    count,

    /** How many pieces of some owners stand in each queue, of queues with any; in one pass over their pieces. */
    async counts(
      trx: Transaction,
      owners: Owners
    ): Promise<ReadonlyMap<InboxFilter['queue'], number>> {
      const queue = trx.raw(
        `case
          when s.signature_requested_at is not null and s.state in ('draft', 'returned') then 'awaits-signature'
          when s.state = 'draft' and exists ? then 'sent-back'
          else s.state end`,
        [sendingBack()]
      );
      const rows: QueueRow[] = await ownedBy(trx, owners)
        .select({ queue })
        .count({ pieces: '*' })
        .groupByRaw('1');
      return new Map(rows.map((row) => [row.queue, Number(row.pieces)]));
    },

    /** A page: of what waits the oldest first, of all else the newest. */
    async page(
      trx: Transaction,
      filter: InboxFilter,
      request: PageRequest
    ): Promise<ListedRecord[]> {
      const column =
        filter.queue === 'awaits-signature' ? 's.signature_requested_at' : 's.state_since';
      const direction = WAITING.has(filter.queue) ? 'asc' : 'desc';
      const rows: Row[] = await onPage(
        matching(trx, filter)
          .select(COLUMNS)
          .orderBy([
            { column, order: direction },
            { column: 's.id', order: direction },
          ]),
        request
      );
      const isSentBack = filter.queue === 'sent-back';
      return rows.map((row) => ({ ...fromRow(row), isSentBack }));
    },

    /**
     * What waits for a signature of some units or of those that they work with, the oldest first, with
     * those of the units that contribute. All of it, for what is missing the workflow's rule says: a
     * leader has some dozens at most.
     */
    async awaitingSignature(trx: Transaction, own: readonly number[]): Promise<SubmissionToSign[]> {
      const rows: SigningRow[] = await matching(trx, { queue: 'awaits-signature', units: own })
        .join({ l: units.table }, `l.${units.source}`, 's.id')
        .join({ u: tableOf(strapi, UID.unit) }, 'u.id', `l.${units.target}`)
        .whereIn('u.id', [...own])
        .select(COLUMNS)
        .select({ unit: 'u.id', sign_off: 'u.sign_off' })
        .orderBy(['s.signature_requested_at', 's.id', 'u.id']);
      const found = new Map<number, SubmissionToSign>();
      for (const row of rows) {
        const submission = found.get(row.id) ?? { record: fromRow(row), units: [] };
        submission.units.push({ id: row.unit, signOff: Boolean(row.sign_off) });
        found.set(row.id, submission);
      }
      return [...found.values()];
    },
  };
});
