import type { Core } from '@strapi/strapi';
import { UID } from '../constants';
import { tableOf } from '../../../../../common/database/tables';
import { withLedgerLock } from '../ledger-lock';
import { POSTING_COLUMNS } from './postings';
import { isPostgres } from '../../../../../common/database/dialect';
import { ensureTrigger, type Trigger } from '../../../../../common/database/triggers';
import type { Transaction } from '../../../../../common/database/transaction';

/** A table whose rows stay as they are: from when they are appended on, or from when they are closed. */
export interface Appended {
  uid: string;
  /** What the database says to whoever tries. */
  refusal: string;
  /** Columns that name a row. */
  keys: readonly string[];
  /** What a row says; the rest of it is when and how it was written. */
  content: readonly string[];
  /** The column that says when a row was closed; without it each is from the start. */
  closedAt?: string;
}

/** When and why a posting was written, which is not what it says. */
const WRITTEN: readonly string[] = [POSTING_COLUMNS.postedAt, POSTING_COLUMNS.cause];

const APPENDED: readonly Appended[] = [
  {
    uid: UID.posting,
    refusal: 'points: postings are never changed and never deleted',
    keys: ['id', 'key'],
    content: Object.values(POSTING_COLUMNS).filter((column) => !WRITTEN.includes(column)),
  },
  {
    uid: UID.historyLine,
    refusal: 'points: history is never changed and never deleted',
    keys: ['id'],
    content: [
      ...['submission_document_id', 'at', 'action', 'from_state', 'to_state', 'account_id'],
      ...['person_name', 'unit_name', 'reason', 'comment', 'before', 'after', 'other'],
    ],
  },
  {
    uid: UID.reversalReason,
    refusal: 'points: reasons of reversals are never changed and never deleted',
    keys: ['id', 'posting_key'],
    content: ['posting_key', 'reason', 'account_id', 'person_name'],
  },
  {
    uid: UID.commissionLine,
    refusal: 'points: lines of commissions are never changed and never deleted',
    keys: ['id'],
    content: [
      ...['commission_document_id', 'at', 'action', 'units', 'due_on', 'due_before', 'reason'],
      ...['account_id', 'person_name'],
    ],
  },
  {
    uid: UID.keptFile,
    refusal: 'points: kept files are never changed and never deleted',
    keys: ['id', 'file_document_id'],
    content: [
      ...['file_document_id', 'submission_document_id', 'bonus_document_id'],
      ...['objection_document_id', 'deduction_document_id', 'name', 'url', 'checksum', 'kept_at'],
    ],
  },
  {
    uid: UID.deduction,
    refusal: 'points: deductions are never changed and never deleted',
    keys: ['id', 'document_id'],
    content: [
      ...['document_id', 'unit_id', 'officer_id', 'code', 'amount', 'reason', 'decided_by', 'day'],
      ...['recorded_by', 'withdraws', 'created_at'],
    ],
  },
  {
    uid: UID.bulletin,
    refusal: 'points: bulletins are never changed and never deleted',
    keys: ['id', 'month'],
    content: [
      ...['month', 'sealed_at', 'sealed_by', 'previous', 'sequence', 'ledger_hash'],
      ...['standings', 'postings', 'annexes', 'sha_256', 'sm_3'],
    ],
  },
  {
    uid: UID.review,
    refusal: 'points: published reviews are never changed and never deleted',
    keys: ['id', 'period'],
    content: [
      ...['document_id', 'period', 'kind', 'state', 'revision', 'made_at', 'made_by', 'facts'],
      ...['content', 'decisions', 'sha_256', 'sm_3', 'closed_at', 'closed_by'],
      ...['closing_sha_256', 'closing_sm_3'],
    ],
    closedAt: 'closed_at',
  },
];

/** `insert or replace` deletes the row in its way without waking the trigger on delete. */
const replacementTrigger = (
  table: string,
  { closedAt, content, keys, refusal }: Appended
): Trigger => {
  const name = `${table}_no_replace`;
  const same = keys.map((column) => `kept.${column} = new.${column}`).join(' or ');
  const kept = content.map((column) => `kept."${column}"`).join(', ');
  const given = content.map((column) => `new."${column}"`).join(', ');
  const statement = `create trigger \`${name}\` before insert on \`${table}\` when exists (
       select 1 from \`${table}\` as kept where (${same}) and (${kept}) is not (${given})${closedAt ? ` and kept.${closedAt} is not null` : ''}
     ) begin select raise(abort, '${refusal}'); end`;
  return { name, table, verb: 'insert', statement };
};

const sqliteTriggers = (table: string, appended: Appended): Trigger[] => [
  replacementTrigger(table, appended),
  ...(['update', 'delete'] as const).map((verb) => {
    const name = `${table}_no_${verb}`;
    const closed = appended.closedAt ? `when old.${appended.closedAt} is not null ` : '';
    const statement = `create trigger \`${name}\` before ${verb} on \`${table}\` ${closed}begin select raise(abort, '${appended.refusal}'); end`;
    return { name, table, verb, statement };
  }),
];

const postgresTriggers = (table: string): Trigger[] =>
  (
    [
      ['update', 'row'],
      ['delete', 'row'],
      ['truncate', 'statement'],
    ] as const
  ).map(([verb, scope]) => {
    const name = `${table}_no_${verb}`;
    const statement = `create trigger "${name}" before ${verb} on "${table}" for each ${scope} execute function "${table}_refuse"()`;
    return { name, table, verb, statement };
  });

/** Lets a row that is still open pass; whoever empties the table has no row in hand. */
const passIfOpen = ({ closedAt }: Appended): string =>
  closedAt
    ? `if tg_op = 'UPDATE' then if old.${closedAt} is null then return new; end if; end if;
       if tg_op = 'DELETE' then if old.${closedAt} is null then return old; end if; end if;`
    : '';

const makeRefusal = async (trx: Transaction, table: string, appended: Appended): Promise<void> => {
  await trx.raw(
    `create or replace function ??() returns trigger language plpgsql as $$ begin ${passIfOpen(appended)} raise exception '${appended.refusal}'; end $$`,
    [`${table}_refuse`]
  );
};

const guard = async (strapi: Core.Strapi, trx: Transaction, appended: Appended): Promise<void> => {
  const table = tableOf(strapi, appended.uid);
  const hasFunctions = isPostgres(strapi);
  if (hasFunctions) await makeRefusal(trx, table, appended);
  const triggers = hasFunctions ? postgresTriggers(table) : sqliteTriggers(table, appended);
  for (const trigger of triggers) await ensureTrigger(strapi, trx, trigger);
};

/**
 * Makes the database itself refuse to change or delete postings, lines of history, published reviews
 * or what else a table keeps, whoever asks. Run at every boot: a schema change that rebuilds a SQLite table takes its triggers with
 * it. One that was missing is named in the log. The lock keeps two instances that boot together apart.
 */
export const guardAppended = async (
  strapi: Core.Strapi,
  tables: readonly Appended[] = APPENDED
): Promise<void> =>
  withLedgerLock(strapi, async (trx) => {
    for (const appended of tables) await guard(strapi, trx, appended);
  });
