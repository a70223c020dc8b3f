import type { Core } from '@strapi/strapi';
import type { Month } from '../../../domain/period';
import { COUNTS, type Measure, type Total } from '../../../domain/totals';
import { UID } from '../constants';
import { selectFromJson, tableOf } from '../../../../../common/database/tables';
import { reading, runQueryBatch } from '../../../../../common/database/query-batch';
import { prepareStatement } from '../../../../../common/database/prepared-statement';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

interface Row {
  period: string;
  unit_key: number;
  officer_key: number;
  measure: Measure;
  divisor: number;
  officer_count: number;
  amount: number | string;
  lines: number | string;
}

const KEY = [
  ...(['period', 'unit_key', 'officer_key', 'measure', 'divisor', 'officer_count'] as const),
];

const COLUMNS = [...KEY, ...(['amount', 'lines'] as const)];

/** Rows of one statement. They travel as one parameter, so only its size counts. */
const ROWS_A_STATEMENT = 5000;

const fromRow = (row: Row): Total => ({
  period: row.period,
  unit: row.unit_key,
  officer: row.officer_key,
  measure: row.measure,
  divisor: row.divisor,
  officerCount: row.officer_count,
  amount: Number(row.amount),
  lines: Number(row.lines),
});

/** Totals that one can reckon with: `reconcile` names those in which somebody wrote something else. */
const soundOf = (rows: readonly Row[]): Total[] =>
  rows
    .map(fromRow)
    .filter(
      ({ amount, lines, divisor }) =>
        [amount, lines, divisor].every(Number.isSafeInteger) && divisor > 0
    );

const toRow = (total: Total): Row => ({
  period: total.period,
  unit_key: total.unit,
  officer_key: total.officer,
  measure: total.measure,
  divisor: total.divisor,
  officer_count: total.officerCount,
  amount: total.amount,
  lines: total.lines,
});

/** Rows that are read at once. */
const PAGE = 20_000;

/** Changes of totals as the one parameter of `addition`. */
const parameterOf = (changes: readonly Total[]): string => JSON.stringify(changes.map(toRow));

/** Running totals: derived from the ledger, changed in the transaction that appends to it. */
export const totalRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.total);
  const addition = `
    insert into ${table} (${COLUMNS.join(', ')})
    ${selectFromJson(strapi, table, COLUMNS)} where true
    on conflict (${KEY.join(', ')}) do update set
      amount = ${table}.amount + excluded.amount, lines = ${table}.lines + excluded.lines`;
  const runAddition = prepareStatement(strapi, addition);
  const readPage = runQueryBatch(strapi, [['place', 'select cast(? as bigint) as id']], {
    page: reading(
      strapi.db
        .connection(table)
        .select('id', ...COLUMNS)
        .whereRaw('id > (select id from place)')
        .whereIn('measure', [...COUNTS])
        .orderBy('id')
        .limit(PAGE),
      ['id', ...COLUMNS],
      (rows: Array<Row & { id: number }>) => rows
    ),
  });

  const add = async (trx: Transaction, changes: readonly Total[]): Promise<void> => {
    for (let start = 0; start < changes.length; start += ROWS_A_STATEMENT) {
      await runAddition(trx, [parameterOf(changes.slice(start, start + ROWS_A_STATEMENT))]);
    }
  };

  return {
    /** The statement that adds changes to the totals, for those who send it together with others. */
    addition,
    parameterOf,
    add,

    /**
     * The totals of units in each of some periods: the points of their officers summed by the database,
     * and the units' own counts, for an item with two officers is one.
     */
    async ofUnits(trx: Transaction, periods: readonly string[]): Promise<Total[]> {
      const rows: Row[] = await trx(table)
        .select('period', 'unit_key', 'measure', 'divisor', 'officer_count')
        .select(trx.raw('0 as officer_key'))
        .sum({ amount: 'amount', lines: 'lines' })
        .whereIn('period', [...periods])
        .where((own) => {
          void own.where('officer_key', 0).orWhereNotIn('measure', [...COUNTS]);
        })
        .groupBy('period', 'unit_key', 'measure', 'divisor', 'officer_count');
      return soundOf(rows);
    },

    /**
     * The points of units in each of some periods by measure, however they were divided among officers:
     * for who asks neither for items nor for officers.
     */
    async pointsOfUnits(trx: Transaction, periods: readonly string[]): Promise<Total[]> {
      if (periods.length === 0) return [];
      const rows: Row[] = await trx(table)
        .select('period', 'unit_key', 'measure', 'divisor')
        .select(trx.raw('0 as officer_key, 1 as officer_count'))
        .sum({ amount: 'amount', lines: 'lines' })
        .whereIn('period', [...periods])
        .whereNotIn('measure', [...COUNTS])
        .groupBy('period', 'unit_key', 'measure', 'divisor');
      return soundOf(rows);
    },

    /** What was received and adopted of some units in each of some periods: each is one row, looked up. */
    async countsOfUnits(
      trx: Transaction,
      periods: readonly string[],
      units: readonly number[]
    ): Promise<Total[]> {
      const rows: Row[] = await trx(table)
        .select(COLUMNS)
        .whereIn('period', [...periods])
        .whereIn('unit_key', [...units])
        .where('officer_key', 0)
        .whereIn('measure', [...COUNTS]);
      return soundOf(rows);
    },

    /** Some periods' totals of one officer. */
    async ofOfficer(
      trx: Transaction,
      periods: readonly string[],
      officer: number
    ): Promise<Total[]> {
      const rows: Row[] = await trx(table)
        .select(COLUMNS)
        .whereIn('period', [...periods])
        .where('officer_key', officer);
      return soundOf(rows);
    },

    /** Some periods' totals of officers. */
    async ofOfficers(trx: Transaction, periods: readonly string[]): Promise<Total[]> {
      const rows: Row[] = await trx(table)
        .select(COLUMNS)
        .whereIn('period', [...periods])
        .whereNot('officer_key', 0);
      return soundOf(rows);
    },

    /** What a month counted as received, of units (`officer` 0) and of their officers. */
    async received(trx: Transaction, month: Month): Promise<Total[]> {
      const rows: Row[] = await trx(table)
        .select(COLUMNS)
        .where({ period: month, measure: 'submitted' })
        .whereNot('lines', 0)
        .orderBy(['unit_key', 'officer_key']);
      return soundOf(rows);
    },

    /** The counts of submissions among them, so many at a time. */
    async *counts(trx: Transaction): AsyncGenerator<Total[]> {
      for (let after = Number.MIN_SAFE_INTEGER; ;) {
        const { page } = await readPage(trx, [after]);
        const last = page.at(-1);
        if (!last) return;
        yield page.map(fromRow);
        after = last.id;
      }
    },

    /** Puts other totals in place of all that there are. */
    async replace(trx: Transaction, totals: readonly Total[]): Promise<void> {
      await trx(table).delete();
      await add(trx, totals);
    },
  };
});
