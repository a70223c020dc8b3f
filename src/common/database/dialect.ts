import type { Core } from '@strapi/strapi';

/** Whether the application runs on PostgreSQL; else it runs on SQLite (`config/database`). */
export const isPostgres = (strapi: Core.Strapi): boolean => strapi.db.dialect.client === 'postgres';

/** A parameter that is a moment, where nothing beside it says so. */
export const momentParameter = (strapi: Core.Strapi): string =>
  isPostgres(strapi) ? 'cast(? as timestamp)' : '?';

/** A documentId as `newDocumentId` makes them, another one in each row of a statement. */
export const randomDocumentId = (strapi: Core.Strapi): string =>
  isPostgres(strapi)
    ? `substr(replace(cast(gen_random_uuid() as text), '-', ''), 9)`
    : 'lower(hex(randomblob(12)))';

/** A column (`??`) of whatever type, as the text that it is stored as. */
export const columnAsText = (strapi: Core.Strapi): string =>
  isPostgres(strapi) ? '??::text' : '??';

/**
 * A column, or a mark where it holds bytes: SQLite takes these in a column of any type, and its JSON,
 * which cannot say them, would fail for the one row with all others.
 */
export const columnUnlessBytes = (strapi: Core.Strapi, column: string, mark: string): string =>
  isPostgres(strapi) ? column : `iif(typeof(${column}) = 'blob', ${mark}, ${column})`;

/**
 * That what stands before it is one of a query's rows: for PostgreSQL an array, which is looked up
 * where a subquery might be scanned for.
 */
export const isOneOf = (strapi: Core.Strapi, query: string): string =>
  isPostgres(strapi) ? `= any(array(${query}))` : `in (${query})`;

/** The query of the ids in a parameter that lists them as JSON; its column is `id`. */
export const idsInJson = (strapi: Core.Strapi): string =>
  isPostgres(strapi)
    ? 'select cast(value as integer) as id from json_array_elements_text(cast(? as json))'
    : 'select value as id from json_each(?)';

/** Begins the text that stands for bytes in a column: no text that the application writes begins so. */
const BYTES_MARK = '\uFFFD';

/** Whether somebody put bytes in a column, of which a JSON list of rows told this value. */
export const isBytes = (value: unknown): boolean =>
  typeof value === 'string' && value.startsWith(BYTES_MARK);

/**
 * A query's rows as one value, a JSON list of objects. Bytes, which somebody put there past the
 * application, come as a text that begins with U+FFFD.
 */
export const rowsAsJson = (
  strapi: Core.Strapi,
  query: string,
  columns: readonly string[]
): string => {
  const valueOf = (column: string): string =>
    columnUnlessBytes(strapi, `each."${column}"`, `'${BYTES_MARK}' || hex(each."${column}")`);
  const pairs = columns.map((column) => `'${column}', ${valueOf(column)}`).join(', ');
  return isPostgres(strapi)
    ? `(select coalesce(json_agg(json_build_object(${pairs})), '[]') from (${query}) as each)`
    : `(select json_group_array(json_object(${pairs})) from (${query}) as each)`;
};
