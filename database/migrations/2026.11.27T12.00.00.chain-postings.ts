import type { Knex } from 'knex';
import { toDate } from '../../src/common/database/tables';
import { digestOf } from '../../src/common/text/digest';
import {
  CHAIN_START,
  chainedText,
  type ChainedPosting,
  type ChainHead,
} from '../../src/plugins/points/domain/posting-chain';

/**
 * Chains the postings of a ledger from before there was a chain, in the order in which they were
 * written. Strapi runs migrations before it brings tables to their schemas, so that the columns are
 * made here, as Strapi makes them.
 */

const POSTINGS = 'points_postings';

/** Rows are chained so many at a time. */
const BATCH = 1000;

/** What a posting says as it stands. */
const PLAIN = {
  key: 'key',
  kind: 'kind',
  reverses: 'reverses',
  amount: 'amount',
  divisor: 'divisor',
  unitCount: 'unit_count',
  officerCount: 'officer_count',
  channel: 'channel',
  clause: 'clause',
  adoptedOn: 'adopted_on',
  month: 'month',
  belongsTo: 'belongs_to',
  cause: 'cause',
  submissionTitle: 'submission_title',
  unitName: 'unit_name',
  officerName: 'officer_name',
  entryUid: 'entry_uid',
  entryDocumentId: 'entry_document_id',
} as const;

/** What a posting names: its field, the column of its id, and its table. */
const NAMED = [
  ['submission', 'submission_id', 'points_submissions'],
  ['adoption', 'adoption_id', 'points_adoptions'],
  ['ruleSet', 'rule_set_id', 'points_rule_sets'],
  ['unit', 'unit_id', 'points_units'],
  ['officer', 'officer_id', 'points_officers'],
] as const;

/** When postings had no such column, none of them said it. */
const columnsThere = async (trx: Knex): Promise<ReadonlySet<string>> =>
  new Set(Object.keys(await trx(POSTINGS).columnInfo()));

type Row = Omit<ChainedPosting, 'sequence' | 'postedAt' | 'bonus'> & { id: number; at: unknown };

/** The postings behind an id with all that the chain holds of them, as they were written. */
const read = async (trx: Knex, there: ReadonlySet<string>, last: number): Promise<Row[]> => {
  const valueOf = (column: string) =>
    there.has(column) ? trx.raw('p.??', [column]) : trx.raw('null');
  const plain = Object.entries(PLAIN).map(([field, column]) => [field, valueOf(column)]);
  const named = NAMED.map(([field, column, table]) => [
    field,
    trx(table).select('document_id').whereRaw('id = p.??', [column]),
  ]);
  const rows = (await trx({ p: POSTINGS })
    .select('p.id', { at: 'p.posted_at' })
    .select(Object.fromEntries([...plain, ...named]) as Record<string, Knex.Raw>)
    .where('p.id', '>', last)
    .orderBy('p.id')
    .limit(BATCH)) as Row[];
  return rows;
};

/** Chains what follows on an id, a batch. */
const chain = (rows: readonly Row[], start: ChainHead): Array<ChainHead & { id: number }> => {
  let head = start;
  return rows.map(({ id, at, ...row }) => {
    const sequence = head.sequence + 1;
    const posting = { ...row, sequence, postedAt: toDate(at).toISOString(), bonus: null };
    head = { sequence, hash: digestOf('sha256', chainedText(posting, head.hash)) };
    return { id, ...head };
  });
};

const isSqlite = (trx: Knex): boolean =>
  (trx as unknown as { client: { config: { client: string } } }).client.config.client.includes(
    'sqlite'
  );

const write = async (
  trx: Knex,
  links: ReadonlyArray<ChainHead & { id: number }>
): Promise<void> => {
  const statement = isSqlite(trx)
    ? `update ?? as p set sequence = link.value ->> 'sequence', hash = link.value ->> 'hash'
         from json_each(?) as link where p.id = link.value ->> 'id'`
    : `update ?? as p set sequence = link.sequence, hash = link.hash
         from json_to_recordset(?) as link (id integer, sequence integer, hash text)
        where p.id = link.id`;
  await trx.raw(statement, [POSTINGS, JSON.stringify(links)]);
};

const chainAll = async (trx: Knex): Promise<void> => {
  const there = await columnsThere(trx);
  let last: ChainHead & { id: number } = { ...CHAIN_START, id: 0 };
  for (;;) {
    const rows = await read(trx, there, last.id);
    const links = chain(rows, last);
    await write(trx, links);
    last = links.at(-1) ?? last;
    if (rows.length < BATCH) return;
  }
};

/** The triggers by which the database refuses to change a posting, as it keeps them. */
const guards = async (trx: Knex): Promise<Array<{ name: string; sql: string }>> =>
  trx('sqlite_master').select('name', 'sql').where({ type: 'trigger', tbl_name: POSTINGS });

/** Runs `work` while postings may be changed: this once, and only to say what they said. */
const unguarded = async (trx: Knex, work: () => Promise<void>): Promise<void> => {
  if (!isSqlite(trx)) {
    await trx.raw('alter table ?? disable trigger user', [POSTINGS]);
    await work();
    await trx.raw('alter table ?? enable trigger user', [POSTINGS]);
    return;
  }
  const found = await guards(trx);
  for (const { name } of found) await trx.raw('drop trigger ??', [name]);
  await work();
  for (const { sql } of found) await trx.raw(sql);
};

export const up = async (trx: Knex): Promise<void> => {
  if (!(await trx.schema.hasTable(POSTINGS))) return;
  if (await trx.schema.hasColumn(POSTINGS, 'hash')) return;
  await trx.schema.alterTable(POSTINGS, (table) => {
    table.integer('sequence');
    table.string('hash');
  });
  await unguarded(trx, () => chainAll(trx));
};
