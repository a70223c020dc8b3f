import type { Core } from '@strapi/strapi';
import { monthsIn, parsePeriod, periodsOf, type Month } from '../../../domain/period';
import { LINES_OF_KIND } from '../../../domain/posting';
import { COUNTS } from '../../../domain/totals';
import { columnUnlessBytes, isPostgres } from '../../../../../common/database/dialect';
import { prepareStatement } from '../../../../../common/database/prepared-statement';
import { tableOf } from '../../../../../common/database/tables';
import type { Transaction } from '../../../../../common/database/transaction';
import { nextTurn } from '../../../../../common/next-turn';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { UID } from '../constants';

/** What stands in the table of totals for a key: whatever somebody wrote there. */
interface Standing {
  amount: unknown;
  lines: unknown;
}

/** A total of points that is not the sum of the postings. */
export interface DifferingTotal {
  period: unknown;
  unit: unknown;
  measure: unknown;
  divisor: unknown;
  /** `null`: there is no such row. */
  recorded: Standing | null;
  ledger: Standing;
}

interface Row {
  period: unknown;
  unit_key: unknown;
  measure: unknown;
  divisor: unknown;
  rows: unknown;
  amount: unknown;
  lines: unknown;
  ledger_amount: unknown;
  ledger_lines: unknown;
}

const KEY = ['unit_key', 'officer_key', 'measure', 'divisor', 'officer_count'].join(', ');

const quoted = (text: string): string => `'${text}'`;

const linesOfKind = Object.entries(LINES_OF_KIND).map(
  ([kind, lines]) => `when ${quoted(kind)} then ${lines}`
);

const fromRow = (row: Row): DifferingTotal => ({
  period: row.period,
  unit: row.unit_key,
  measure: row.measure,
  divisor: row.divisor,
  recorded: Number(row.rows) > 0 ? { amount: row.amount, lines: row.lines } : null,
  ledger: { amount: row.ledger_amount, lines: row.ledger_lines },
});

/**
 * Compares the totals of points with the postings, where both are: in the database. A unit's year is looked at by one
 * statement, so that neither must fit in memory and nobody waits long.
 */
export const pointsTotals = oncePerApplication((strapi: Core.Strapi) => {
  const totals = tableOf(strapi, UID.total);
  const postings = tableOf(strapi, UID.posting);
  const listed = isPostgres(strapi)
    ? 'select json_array_elements_text(cast(? as json))'
    : 'select value from json_each(?)';
  const isOf = (column: string, list: string): string => `${column} in (select * from ${list})`;
  const isCount = `coalesce(measure, '') in (${COUNTS.map(quoted).join(', ')})`;
  const unit = isPostgres(strapi) ? 'cast(? as integer)' : '?';
  const key = columnUnlessBytes(strapi, 'key', 'null');

  /** What the postings of each month give, and the periods that a month counts in. */
  const differing = prepareStatement(
    strapi,
    `with forged(key) as materialized (${listed}), months(month) as materialized (${listed}),
       periods(period) as materialized (${listed}),
       counted(month, period) as materialized (${
         isPostgres(strapi)
           ? `select each ->> 0, each ->> 1 from json_array_elements(cast(? as json)) as listed(each)`
           : `select value ->> 0, value ->> 1 from json_each(?)`
       }),
       given(unit) as materialized (select ${unit}),
       sums as materialized (
         select month, unit_id as unit_key, coalesce(officer_id, 0) as officer_key, channel as measure, divisor,
             officer_count, sum(amount) as amount, sum(case kind ${linesOfKind.join(' ')} end) as lines
           from ${postings}
          where ${isOf('month', 'months')} and unit_id = (select unit from given)
            and ${key} not in (select key from forged)
          group by 1, 2, 3, 4, 5, 6)
     select period, unit_key, measure, divisor, sum(own) as rows, max(amount) as amount, max(lines) as lines,
         sum(ledger_amount) as ledger_amount, sum(ledger_lines) as ledger_lines
       from (
         select period, ${KEY}, 1 as own, amount, lines, 0 as ledger_amount, 0 as ledger_lines
           from ${totals}
          where ${isOf('period', 'periods')} and unit_key = (select unit from given) and not (${isCount})
         union all
         select c.period, ${KEY}, 0, null, null, s.amount, s.lines
           from sums as s join counted as c on c.month = s.month) as each
      group by period, ${KEY}
     having coalesce(max(amount), 0) <> sum(ledger_amount) or coalesce(max(lines), 0) <> sum(ledger_lines)
      order by period, ${KEY}`
  );

  const yearsOf = (values: readonly unknown[]): string[] =>
    values.flatMap((value) =>
      typeof value === 'string' && parsePeriod(value) ? value.slice(0, 4) : []
    );

  /** Totals of no unit, or of what is no period: the ledger has nothing of such. */
  const ofNothing = async (
    trx: Transaction,
    periods: readonly unknown[]
  ): Promise<DifferingTotal[]> => {
    const known = periods.filter((period) => typeof period === 'string' && parsePeriod(period));
    const rows = (await trx(totals)
      .select('period', 'unit_key', 'measure', 'divisor', 'amount', 'lines')
      .whereNull('unit_key')
      .orWhereNull('period')
      .orWhereNotIn('period', known as string[])) as Array<Omit<Row, 'rows'>>;
    return rows.map((row) => fromRow({ ...row, rows: 1, ledger_amount: 0, ledger_lines: 0 }));
  };

  /** Units that have anything in either, a year's too many among them. */
  const unitsOf = async (trx: Transaction): Promise<unknown[]> => {
    const rows = (await trx(totals)
      .distinct({ unit: 'unit_key' })
      .union([trx(postings).distinct({ unit: 'unit_id' })])) as Array<{ unit: unknown }>;
    return rows.map((row) => row.unit);
  };

  return {
    /**
     * The totals of points that differ.
     *
     * @param forged keys of the postings that do not count
     */
    async differing(trx: Transaction, forged: ReadonlySet<string>): Promise<DifferingTotal[]> {
      const periods: unknown[] = await trx(totals).distinct('period').pluck('period');
      const months: unknown[] = await trx(postings).distinct('month').pluck('month');
      const found = await ofNothing(trx, periods);
      const units = await unitsOf(trx);
      for (const year of [...new Set([...yearsOf(periods), ...yearsOf(months)])].sort()) {
        const ofYear: Month[] = monthsIn({ from: `${year}-01`, to: `${year}-12` });
        const counted = ofYear.flatMap((month) =>
          periodsOf(month).map((period) => [month, period])
        );
        const bindings = [
          JSON.stringify([...forged]),
          JSON.stringify(ofYear),
          JSON.stringify([...new Set(counted.map(([, period]) => period))]),
          JSON.stringify(counted),
        ];
        for (const each of units) {
          const rows = (await differing(trx, [...bindings, each])) as unknown as Row[];
          found.push(...rows.map(fromRow));
          await nextTurn();
        }
      }
      return found;
    },
  };
});
