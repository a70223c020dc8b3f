import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/** The table of a content type. */
export const tableOf = (strapi: Core.Strapi, uid: string): string =>
  strapi.db.metadata.get(uid).tableName;

export interface LinkTable {
  table: string;
  /** Column of the side that declares the relation, and of its target. */
  source: string;
  target: string;
  /** Column of the target's place in the list, if it has one. */
  order: string | null;
}

/** The join table of a relation. */
export const linkTableOf = (strapi: Core.Strapi, uid: string, attribute: string): LinkTable => {
  const relation = strapi.db.metadata.get(uid).attributes[attribute];
  const joinTable = relation && 'joinTable' in relation ? relation.joinTable : undefined;
  if (!joinTable || !('inverseJoinColumn' in joinTable)) {
    throw new Error(`${uid}.${attribute} has no join table`);
  }
  return {
    table: joinTable.name,
    source: joinTable.joinColumn.name,
    target: joinTable.inverseJoinColumn.name,
    order: ('orderColumnName' in joinTable && joinTable.orderColumnName) || null,
  };
};

/** How to read a relation's list in the order of its form. */
export const inListOrder = ({ order }: LinkTable, alias = 'l') => [
  ...(order ? [{ column: `${alias}.${order}` }] : []),
  { column: `${alias}.id` },
];

/** The table that ties files to whatever they are attached to. */
export const attachmentTableOf = (
  strapi: Core.Strapi,
  fileUid: string
): { table: string; file: string; id: string; type: string } => {
  const relation = strapi.db.metadata.get(fileUid).attributes.related;
  const joinTable = relation && 'joinTable' in relation ? relation.joinTable : undefined;
  if (!joinTable || !('morphColumn' in joinTable)) throw new Error(`${fileUid} is tied to nothing`);
  const { idColumn, typeColumn } = joinTable.morphColumn;
  return {
    table: joinTable.name,
    file: joinTable.joinColumn.name,
    id: idColumn.name,
    type: typeColumn.name,
  };
};

/**
 * A `select` of rows that are given as one JSON parameter. Its text is the same however many they
 * are: to build a statement with a parameter for each value takes longer than to run it.
 */
export const selectFromJson = (
  strapi: Core.Strapi,
  table: string,
  columns: readonly string[]
): string =>
  isPostgres(strapi)
    ? `select ${columns.join(', ')} from json_populate_recordset(null::${table}, ?)`
    : `select ${columns.map((name) => `value ->> '${name}' as ${name}`).join(', ')} from json_each(?)`;

/**
 * A subquery of ids for an `in`, which PostgreSQL is made to read first, each row behind it then by its
 * key. Left to itself it guesses how far it must walk the rows in the order asked for until it has met
 * a page of these, as if they lay scattered evenly: those of a unit that sends little lately do not.
 * SQLite reads them first anyway.
 */
export const idsFirst = (strapi: Core.Strapi, ids: Knex.QueryBuilder): Knex.QueryBuilder =>
  isPostgres(strapi)
    ? strapi.db.connection
        .queryBuilder<object, unknown[]>()
        .select(strapi.db.connection.raw('unnest(array ?)', [ids]))
    : ids;

/** As long as Strapi's own, and as hard to guess: the 24 last hexadecimal digits of a random UUID. */
export const newDocumentId = (): string => randomUUID().replaceAll('-', '').slice(8);

/**
 * A database's datetime, which SQLite gives as milliseconds and PostgreSQL as a Date, as a Date: an
 * invalid one where somebody put bytes, or a text that is no moment.
 */
export const toDate = (value: unknown): Date => {
  if (value instanceof Date) return value;
  if (typeof value === 'number' || typeof value === 'string') return new Date(value);
  if (value instanceof Uint8Array) return new Date(Number.NaN);
  throw new TypeError(`Not a datetime: ${String(value)}`);
};

/** A database's datetime, or that there is none. */
export const toDateOrNull = (value: unknown): Date | null =>
  value === null || value === undefined ? null : toDate(value);
