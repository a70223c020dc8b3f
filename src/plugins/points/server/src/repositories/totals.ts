import type { Core } from '@strapi/strapi';
import type { Measure, Total } from '../../../domain/totals';
import { UID } from '../constants';
import { selectFromJson, tableOf, type Transaction } from './connection';

interface Row {
  period: string;
  unit_key: number;
  officer_key: number;
  measure: Measure;
  divisor: number;
  officer_count: number;
  amount: number | string;
  lines: number;
}

const KEY = ['period', 'unit_key', 'officer_key', 'measure', 'divisor', 'officer_count'];

const COLUMNS = [...KEY, 'amount', 'lines'];

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
  lines: row.lines,
});

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

/** Running totals: derived from the ledger, changed in the transaction that appends to it. */
export const totalRepository = (strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.total);
  const addition = `
    insert into ${table} (${COLUMNS.join(', ')})
    ${selectFromJson(strapi, table, COLUMNS)} where true
    on conflict (${KEY.join(', ')}) do update set
      amount = ${table}.amount + excluded.amount, lines = ${table}.lines + excluded.lines`;

  const add = async (trx: Transaction, changes: readonly Total[]): Promise<void> => {
    for (let start = 0; start < changes.length; start += ROWS_A_STATEMENT) {
      const rows = changes.slice(start, start + ROWS_A_STATEMENT).map(toRow);
      await trx.raw(addition, [JSON.stringify(rows)]);
    }
  };

  return {
    add,

    async ofPeriod(trx: Transaction, period: string): Promise<Total[]> {
      const rows: Row[] = await trx(table).where('period', period);
      return rows.map(fromRow);
    },

    async all(trx: Transaction): Promise<Total[]> {
      const rows: Row[] = await trx(table);
      return rows.map(fromRow);
    },

    /** Puts other totals in place of all that there are. */
    async replace(trx: Transaction, totals: readonly Total[]): Promise<void> {
      await trx(table).delete();
      await add(trx, totals);
    },
  };
};
