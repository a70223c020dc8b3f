import type { Knex } from 'knex';
import type { Day } from '../../../domain/period';

/** Which bonuses or deductions a reader asks for; ids, not documentIds. */
export interface ByHandFilter {
  /** Only of these units. */
  units?: readonly number[];
  unit?: number;
  /** First and last day that they count on. */
  days?: { from: Day; to: Day };
}

/** A query of bonuses or deductions, narrowed; `alias` is that of their table. */
export const narrowedByHand = (
  query: Knex.QueryBuilder,
  { units, unit, days }: ByHandFilter,
  alias: string
): Knex.QueryBuilder => {
  if (units !== undefined) void query.whereIn(`${alias}.unit_id`, [...units]);
  if (unit !== undefined) void query.where(`${alias}.unit_id`, unit);
  if (days) void query.whereBetween(`${alias}.day`, [days.from, days.to]);
  return query;
};
