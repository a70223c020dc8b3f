import type { Knex } from 'knex';

/** Which page of a list is asked for. */
export interface PageRequest {
  /** From 1. */
  page: number;
  pageSize: number;
}

/** How many rows a query finds. */
export const countOf = async (query: Knex.QueryBuilder): Promise<number> => {
  const row: { count?: number | string } | undefined = await query.count({ count: '*' }).first();
  return Number(row?.count ?? 0);
};

/** Of a query that says its order, the rows of one page. */
export const onPage = (
  query: Knex.QueryBuilder,
  { page, pageSize }: PageRequest
): Knex.QueryBuilder => query.limit(pageSize).offset((page - 1) * pageSize);

/** Which page an answer holds, and how many there are. */
export const paginationOf = (
  { page, pageSize }: PageRequest,
  total: number
): PageRequest & { pageCount: number; total: number } => ({
  page,
  pageSize,
  pageCount: Math.ceil(total / pageSize),
  total,
});
