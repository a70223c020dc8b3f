import type { Core } from '@strapi/strapi';
import { UID } from '../constants';
import { tableOf, type Transaction } from './connection';
import { withLedger } from './lock';

/** A table whose rows are appended and then stay as they are. */
export interface Appended {
  uid: string;
  /** What the database says to whoever tries. */
  refusal: string;
  /** Columns that name a row. */
  keys: readonly string[];
  /** What a row says; the rest of it is when and how it was written. */
  content: readonly string[];
}

const APPENDED: readonly Appended[] = [
  {
    uid: UID.posting,
    refusal: 'points: postings are never changed and never deleted',
    keys: ['id', 'key'],
    content: [
      ...['key', 'kind', 'reverses', 'amount', 'divisor', 'unit_count', 'officer_count', 'channel'],
      ...['clause', 'adopted_on', 'month', 'belongs_to', 'submission_id', 'adoption_id'],
      ...['rule_set_id', 'unit_id', 'officer_id', 'unit_name', 'officer_name', 'submission_title'],
      ...['entry_uid', 'entry_document_id'],
    ],
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
    uid: UID.keptFile,
    refusal: 'points: kept files are never changed and never deleted',
    keys: ['id', 'file_document_id'],
    content: ['file_document_id', 'submission_document_id', 'name', 'url', 'checksum', 'kept_at'],
  },
];

/** `insert or replace` deletes the row in its way without waking the trigger on delete. */
const refuseReplacement = (
  trx: Transaction,
  table: string,
  { keys, content, refusal }: Appended
): Promise<unknown> => {
  const same = keys.map((column) => `kept.${column} = new.${column}`).join(' or ');
  const kept = content.map((column) => `kept."${column}"`).join(', ');
  const given = content.map((column) => `new."${column}"`).join(', ');
  return trx.raw(
    `create trigger if not exists ?? before insert on ?? when exists (
       select 1 from ?? as kept where (${same}) and (${kept}) is not (${given})
     ) begin select raise(abort, '${refusal}'); end`,
    [`${table}_no_replace`, table, table]
  );
};

const guardSqlite = async (trx: Transaction, table: string, appended: Appended): Promise<void> => {
  await refuseReplacement(trx, table, appended);
  for (const verb of ['update', 'delete']) {
    await trx.raw(
      `create trigger if not exists ?? before ${verb} on ?? begin select raise(abort, '${appended.refusal}'); end`,
      [`${table}_no_${verb}`, table]
    );
  }
};

const triggerExists = async (trx: Transaction, name: string, table: string): Promise<boolean> => {
  const { rows }: { rows: unknown[] } = await trx.raw(
    'select 1 from pg_trigger where tgname = ? and tgrelid = ?::regclass',
    [name, table]
  );
  return rows.length > 0;
};

const guardPostgres = async (
  trx: Transaction,
  table: string,
  { refusal }: Appended
): Promise<void> => {
  const refuse = `${table}_refuse`;
  await trx.raw(
    `create or replace function ??() returns trigger language plpgsql as $$ begin raise exception '${refusal}'; end $$`,
    [refuse]
  );
  for (const [verb, scope] of [
    ['update', 'row'],
    ['delete', 'row'],
    ['truncate', 'statement'],
  ] as const) {
    const name = `${table}_no_${verb}`;
    if (await triggerExists(trx, name, table)) continue;
    await trx.raw(
      `create trigger ?? before ${verb} on ?? for each ${scope} execute function ??()`,
      [name, table, refuse]
    );
  }
};

/**
 * Makes the database itself refuse to change or delete postings, lines of history or what else a
 * table appends, whoever asks. Run at every boot: a schema change that rebuilds a SQLite table takes its triggers with
 * it. The lock keeps two instances that boot together apart.
 */
export const guardAppended = async (
  strapi: Core.Strapi,
  tables: readonly Appended[] = APPENDED
): Promise<void> =>
  withLedger(strapi, async (trx) => {
    const guard = strapi.db.dialect.client === 'postgres' ? guardPostgres : guardSqlite;
    for (const appended of tables) await guard(trx, tableOf(strapi, appended.uid), appended);
  });
