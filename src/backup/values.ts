import { CommandError } from '../cli/command-error';
import type { Column, Table } from './schema';

export type Row = Record<string, unknown>;

const MOMENTS: ReadonlySet<string> = new Set(['datetime', 'timestamp']);
const JSONS: ReadonlySet<string> = new Set(['jsonb', 'json']);

const toMoment = (value: unknown): string => {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'number') return new Date(value).toISOString();
  const text = String(value).replace(' ', 'T');
  return new Date(/Z|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`).toISOString();
};

/** A value of the database as every kind of database can say it. */
const portable = (value: unknown, { type }: Column): unknown => {
  if (value === null || value === undefined) return null;
  if (type === 'boolean') return Boolean(value);
  if (MOMENTS.has(type)) return toMoment(value);
  if (type === 'date') return typeof value === 'number' ? toMoment(value).slice(0, 10) : value;
  if (type === 'bigInteger')
    return typeof value === 'bigint' ? value.toString() : `${value as number}`;
  if (JSONS.has(type)) return typeof value === 'string' ? JSON.parse(value) : value;
  return value;
};

/** A row as it is written to a backup. */
export const toPortable = (row: Row, table: Table): Row => {
  const portableRow: Row = {};
  for (const column of table.columns) {
    try {
      portableRow[column.name] = portable(row[column.name], column);
    } catch (cause) {
      throw new CommandError(
        `${table.name} 第 ${String(row.id)} 行的 ${column.name} 无法读取。 ${column.name} of row ${String(row.id)} in ${table.name} cannot be read.`,
        { cause }
      );
    }
  }
  return portableRow;
};

const stored = (value: unknown, { type }: Column): unknown => {
  if (value === null || value === undefined) return null;
  if (MOMENTS.has(type)) return new Date(value as string);
  if (JSONS.has(type)) return JSON.stringify(value);
  return value;
};

/** A row of a backup as the database takes it. */
export const fromPortable = (row: Row, table: Table): Row =>
  Object.fromEntries(
    table.columns.map((column) => [column.name, stored(row[column.name], column)])
  );

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
};

/** What a row says, in the same words whatever database it comes from: PostgreSQL reorders JSON. */
export const canonical = (row: Row): string => JSON.stringify(sorted(row));
