import type { Core } from '@strapi/strapi';
import { isPostgres } from './dialect';
import type { Transaction } from './transaction';

/** A trigger that a table is to have. */
export interface Trigger {
  name: string;
  table: string;
  verb: 'update' | 'delete' | 'truncate' | 'insert';
  /** The statement that makes it. */
  statement: string;
}

/** How a trigger is found: as it should be, or why not. */
type TriggerState = 'whole' | 'missing' | 'different' | 'off';

/** PostgreSQL's bits of a trigger that comes before its event: for each row 3, for a statement 2. */
const POSTGRES_TYPES: Readonly<Record<Trigger['verb'], number>> = {
  insert: 3 + 4,
  delete: 3 + 8,
  update: 3 + 16,
  truncate: 2 + 32,
};

/** SQLite keeps a trigger's text from its name on. */
const textOf = (statement: string): string =>
  statement.replace(/^create trigger (if not exists )?/i, '').trim();

const stateOnSqlite = async (trx: Transaction, trigger: Trigger): Promise<TriggerState> => {
  const row: { sql: string; tbl_name: string } | undefined = await trx('sqlite_master')
    .where({ type: 'trigger', name: trigger.name })
    .first();
  if (!row) return 'missing';
  const isSame = row.tbl_name === trigger.table && textOf(row.sql) === textOf(trigger.statement);
  return isSame ? 'whole' : 'different';
};

interface PostgresTrigger {
  enabled: string;
  type: number;
  conditions: string | null;
  columns: string;
  called: string;
}

const stateOnPostgres = async (
  trx: Transaction,
  { name, table, verb }: Trigger
): Promise<TriggerState> => {
  const { rows }: { rows: PostgresTrigger[] } = await trx.raw(
    `select t.tgenabled as enabled, t.tgtype as type, t.tgqual::text as conditions,
            t.tgattr::text as columns, p.proname as called
       from pg_trigger as t join pg_proc as p on p.oid = t.tgfoid
      where t.tgname = ? and t.tgrelid = ?::regclass`,
    [name, table]
  );
  const [found] = rows;
  if (!found) return 'missing';
  const isSame =
    found.type === POSTGRES_TYPES[verb] &&
    found.conditions === null &&
    found.columns === '' &&
    found.called === `${table}_refuse`;
  if (!isSame) return 'different';
  return ['O', 'A'].includes(found.enabled) ? 'whole' : 'off';
};

/** How a kind of database tells a trigger's state, and takes one away. */
interface Triggers {
  stateOf: (trx: Transaction, trigger: Trigger) => Promise<TriggerState>;
  drop: (trx: Transaction, trigger: Trigger) => Promise<unknown>;
}

const onSqlite: Triggers = {
  stateOf: stateOnSqlite,
  drop: async (trx, { name }) => trx.raw('drop trigger ??', [name]),
};

const onPostgres: Triggers = {
  stateOf: stateOnPostgres,
  drop: async (trx, { name, table }) => trx.raw('drop trigger ?? on ??', [name, table]),
};

const hasRows = async (trx: Transaction, table: string): Promise<boolean> => {
  const row: unknown = await trx(table).select('id').first();
  return row !== undefined;
};

const FAULTS: Readonly<Record<Exclude<TriggerState, 'whole'>, string>> = {
  missing: 'was missing',
  different: 'was not as this version makes it',
  off: 'was switched off',
};

/**
 * Puts a trigger in place where it is missing, another or switched off, and says so loudly where the
 * table holds rows: until now anyone could have changed them. A new table's first triggers are no news.
 */
export const ensureTrigger = async (
  strapi: Core.Strapi,
  trx: Transaction,
  trigger: Trigger
): Promise<void> => {
  const { stateOf, drop } = isPostgres(strapi) ? onPostgres : onSqlite;
  const state = await stateOf(trx, trigger);
  if (state === 'whole') return;
  if (state !== 'missing') await drop(trx, trigger);
  await trx.raw(trigger.statement);
  if (!(await hasRows(trx, trigger.table))) return;
  strapi.log.error(
    `Trigger ${trigger.name}, which guards ${trigger.table}, ${FAULTS[state]}; made anew. ` +
      'Rows may have been changed meanwhile: run points:reconcile.'
  );
};
