import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import type { Knex } from 'knex';
import { writeStream } from './files';
import type { BackupTable } from './manifest';
import type { Table } from './schema';
import { canonical, fromPortable, toPortable, type Row } from './values';

/** Rows that are held in memory at a time. */
const PAGE = 500;

/** Values of one statement: SQLite takes 32,766. */
const VALUES_A_STATEMENT = 20_000;

const isSqlite = (connection: Knex): boolean =>
  (connection.client as { config: { client: string } }).config.client.includes('sqlite');

/** A table's rows in the order of their numbers, some at a time. */
export async function* pagesOf(connection: Knex, table: Table): AsyncGenerator<Row[]> {
  for (let last: unknown = 0; ;) {
    const rows = (await connection(table.name)
      .where('id', '>', last as number)
      .orderBy('id')
      .limit(PAGE)) as Row[];
    if (rows.length > 0) yield rows.map((row) => toPortable(row, table));
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.id;
  }
}

/** The last number that a table gave, also to rows that have gone since: it is not given twice. */
const lastIdOf = async (connection: Knex, { name }: Table): Promise<number | null> => {
  if (isSqlite(connection)) {
    const row = (await connection('sqlite_sequence').where({ name }).first()) as
      { seq: number } | undefined;
    return row?.seq ?? null;
  }
  const { rows } = (await connection.raw('select pg_get_serial_sequence(?, ?) as sequence', [
    `"${name}"`,
    'id',
  ])) as unknown as { rows: Array<{ sequence: string | null }> };
  const sequence = rows[0]?.sequence ?? null;
  if (sequence === null) return null;
  const found = (await connection.raw(
    `select last_value, is_called from ${sequence}`
  )) as unknown as {
    rows: Array<{ last_value: string; is_called: boolean }>;
  };
  return found.rows[0]?.is_called ? Number(found.rows[0].last_value) : null;
};

interface Content {
  rows: number;
  content: string;
}

/** Counts and hashes what the rows say that pass. */
const startContent = (): { add(rows: readonly Row[]): void; result(): Content } => {
  const hash = createHash('sha256');
  let count = 0;
  return {
    add(rows) {
      count += rows.length;
      for (const row of rows) hash.update(canonical(row)).update('\n');
    },
    result: () => ({ rows: count, content: hash.digest('hex') }),
  };
};

/** What a table of the database holds, by count and hash. */
export const contentOf = async (connection: Knex, table: Table): Promise<Content> => {
  const content = startContent();
  for await (const rows of pagesOf(connection, table)) content.add(rows);
  return content.result();
};

/** Writes a table's rows to a backup, one JSON object a line. */
export const writeTable = async (
  connection: Knex,
  table: Table,
  directory: string
): Promise<BackupTable> => {
  const content = startContent();
  const name = path.join('tables', `${table.name}.jsonl.gz`);
  async function* lines(): AsyncGenerator<string> {
    for await (const rows of pagesOf(connection, table)) {
      content.add(rows);
      yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    }
  }
  const written = await writeStream(
    Readable.from(lines(), { objectMode: false }),
    path.join(directory, name),
    createGzip()
  );
  const lastId = await lastIdOf(connection, table);
  return { file: { path: name, ...written }, ...content.result(), lastId };
};

async function* linesOf(file: string): AsyncGenerator<Row> {
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
  for await (const line of lines) yield JSON.parse(line) as Row;
}

/** Inserts a table's rows from a backup, under the numbers that they had. */
export const fillTable = async (connection: Knex, table: Table, file: string): Promise<void> => {
  const most = Math.max(1, Math.min(100, Math.floor(VALUES_A_STATEMENT / table.columns.length)));
  let waiting: Row[] = [];
  const insert = async (): Promise<void> => {
    if (waiting.length > 0) await connection(table.name).insert(waiting);
    waiting = [];
  };
  for await (const row of linesOf(file)) {
    waiting.push(fromPortable(row, table));
    if (waiting.length === most) await insert();
  }
  await insert();
};

/** Lets a table go on counting where it had come to. */
export const continueCounting = async (
  connection: Knex,
  { name }: Table,
  lastId: number | null
): Promise<void> => {
  const row = (await connection(name).max({ last: 'id' }).first()) as { last: number | null };
  const last = Math.max(row.last ?? 0, lastId ?? 0);
  if (last === 0) return;
  if (!isSqlite(connection)) {
    await connection.raw(`select setval(pg_get_serial_sequence(?, 'id'), ?)`, [`"${name}"`, last]);
    return;
  }
  await connection('sqlite_sequence').where({ name }).delete();
  await connection('sqlite_sequence').insert({ name, seq: last });
};
