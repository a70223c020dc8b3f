import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { idsInJson, isOneOf, rowsAsJson } from './dialect';
import { prepareStatement } from './prepared-statement';
import type { Transaction } from './transaction';

/**
 * A part of a statement that reads several things at once: a query without parameters of its own,
 * which may look at the statement's common table expressions, and what its rows mean. Datetimes
 * come as JSON writes them.
 */
export interface Reading<Result> {
  query: Knex.QueryBuilder;
  columns: readonly string[];
  resultOf: (rows: never[]) => Result;
}

/** A reading whose rows are of a type. */
export const reading = <Row, Result>(
  query: Knex.QueryBuilder,
  columns: ReadonlyArray<keyof Row & string>,
  resultOf: (rows: Row[]) => Result
): Reading<Result> => ({ query, columns, resultOf });

/** Common table expressions of a statement, in order: name and query, with `?` for each parameter. */
export type QueryParams = ReadonlyArray<readonly [name: string, sql: string]>;

/** What is read of submissions looks at the ids in this common table expression. */
export const SCOPE = 'scope';

/**
 * That a column is one of the ids in scope. A join would let SQLite, which knows no sizes, scan the
 * ledger.
 */
export const isInScope = (strapi: Core.Strapi, column: string): Knex.Raw =>
  strapi.db.connection.raw(`?? ${isOneOf(strapi, `select id from ${SCOPE}`)}`, [column]);

/** The scope given as one JSON parameter: the ids of submissions. */
export const scopeOfIds = (strapi: Core.Strapi): QueryParams => [[SCOPE, idsInJson(strapi)]];

type Readings<Results> = { [Name in keyof Results]: Reading<Results[Name]> };

const asJson = (strapi: Core.Strapi, { query, columns }: Reading<unknown>): string =>
  rowsAsJson(strapi, query.toQuery(), columns);

/**
 * Several readings as one statement. On PostgreSQL it is the ways to and fro that publishing waits
 * for, on SQLite the making of a statement.
 *
 * @returns what runs it, given the parameters of `given`
 */
export const runQueryBatch = <Results extends Record<string, unknown>>(
  strapi: Core.Strapi,
  given: QueryParams,
  readings: Readings<Results>
): ((trx: Transaction, bindings: readonly unknown[]) => Promise<Results>) => {
  const names = Object.keys(readings) as Array<keyof Results & string>;
  const heads = given.map(([name, sql]) => `${name} as materialized (${sql})`);
  const parts = names.map((name) => `${asJson(strapi, readings[name])} as "${name}"`);
  const statement = prepareStatement(strapi, `with ${heads.join(', ')} select ${parts.join(', ')}`);
  return async (trx, bindings) => {
    const [row] = await statement(trx, bindings);
    const rowsOf = (name: string): never[] => {
      const value = row?.[name];
      return (typeof value === 'string' ? JSON.parse(value) : value) as never[];
    };
    return Object.fromEntries(
      names.map((name) => [name, readings[name].resultOf(rowsOf(name))])
    ) as Results;
  };
};
