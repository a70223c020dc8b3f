import type { Core } from '@strapi/strapi';
import { UID } from '../constants';
import { tableOf, type Transaction } from './connection';
import { withLedger } from './lock';

const REFUSAL = 'points: postings are never changed and never deleted';

/** What a posting says; the rest of its row is when and how it was written. */
const CONTENT = [
  ...['key', 'kind', 'reverses', 'amount', 'divisor', 'unit_count', 'officer_count', 'channel'],
  ...['clause', 'adopted_on', 'month', 'belongs_to', 'submission_id', 'adoption_id'],
  ...['rule_set_id', 'unit_id', 'officer_id', 'unit_name', 'officer_name', 'submission_title'],
  ...['entry_uid', 'entry_document_id'],
];

/** `insert or replace` deletes the row in its way without waking the trigger on delete. */
const refuseReplacement = (trx: Transaction, table: string): Promise<unknown> => {
  const kept = CONTENT.map((column) => `kept.${column}`).join(', ');
  const given = CONTENT.map((column) => `new.${column}`).join(', ');
  return trx.raw(
    `create trigger if not exists ?? before insert on ?? when exists (
       select 1 from ?? as kept
        where (kept.id = new.id or kept.key = new.key) and (${kept}) is not (${given})
     ) begin select raise(abort, '${REFUSAL}'); end`,
    [`${table}_no_replace`, table, table]
  );
};

const guardSqlite = async (trx: Transaction, table: string): Promise<void> => {
  await refuseReplacement(trx, table);
  for (const verb of ['update', 'delete']) {
    await trx.raw(
      `create trigger if not exists ?? before ${verb} on ?? begin select raise(abort, '${REFUSAL}'); end`,
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

const guardPostgres = async (trx: Transaction, table: string): Promise<void> => {
  const refusal = `${table}_refuse`;
  await trx.raw(
    `create or replace function ??() returns trigger language plpgsql as $$ begin raise exception '${REFUSAL}'; end $$`,
    [refusal]
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
      [name, table, refusal]
    );
  }
};

/**
 * Makes the database itself refuse to change or delete postings, whoever asks. Run at every boot:
 * a schema change that rebuilds a SQLite table takes its triggers with it. The lock keeps two
 * instances that boot together apart.
 */
export const guardLedger = async (strapi: Core.Strapi): Promise<void> =>
  withLedger(strapi, async (trx) => {
    const table = tableOf(strapi, UID.posting);
    await (strapi.db.dialect.client === 'postgres' ? guardPostgres : guardSqlite)(trx, table);
  });
