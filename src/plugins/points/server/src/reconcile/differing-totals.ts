import type { Core } from '@strapi/strapi';
import { describePoints, sumOf } from '../../../domain/points';
import { startSum, type Sum, type Total } from '../../../domain/totals';
import { totalRepository } from '../ledger/totals';
import { loadPeople } from '../records/people';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { differingBonuses, differingCorrections } from './differing-by-hand';
import type { Findings } from './findings';
import { pointsTotals } from './points-totals';
import { wholeLedgers } from './whole-ledgers';

const isSame = (one: Total | undefined, other: Total | undefined): boolean =>
  (one?.amount ?? 0) === (other?.amount ?? 0) && (one?.lines ?? 0) === (other?.lines ?? 0);

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

/** A database's sum, which PostgreSQL gives as text; what is no number stays what it is. */
const figureOf = (value: unknown): unknown =>
  typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;

/** What stands in a column, whatever somebody wrote there. */
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** A total in words: exact where it is one, and what stands there where somebody wrote something else. */
const show = (total: { amount: unknown; lines: unknown } | null, divisor: unknown): string => {
  if (!total) return '0 (0)';
  const amount = figureOf(total.amount);
  const lines = textOf(total.lines);
  if (!isWhole(amount) || !isWhole(divisor) || divisor <= 0) {
    return `${textOf(total.amount)}/${textOf(divisor)} (${lines})`;
  }
  return `${describePoints(sumOf([{ amount, divisor }])).exact} (${lines})`;
};

/** Compares the running totals with the ledger that they sum up. */
export const differingTotals = oncePerApplication((strapi: Core.Strapi) => {
  const bonuses = differingBonuses(strapi);
  const corrections = differingCorrections(strapi);
  const points = pointsTotals(strapi);
  const totals = totalRepository(strapi);
  const whole = wholeLedgers(strapi);

  return {
    /**
     * Finds the totals that are not as expected.
     *
     * @param forged keys of the postings that do not count
     * @param expected the counts of submissions
     */
    async find(
      trx: Transaction,
      findings: Findings,
      forged: ReadonlySet<string>,
      expected: Sum
    ): Promise<void> {
      const people = await loadPeople(strapi, trx);
      const unitOf = (unit: unknown): string => people.units.get(Number(unit))?.documentId ?? '';
      for (const { period, unit, measure, divisor, recorded, ledger } of await points.differing(
        trx,
        forged
      )) {
        findings.totals.push({
          period: textOf(period),
          unit: unitOf(unit),
          measure: textOf(measure),
          recorded: show(recorded, divisor),
          ledger: show(ledger, divisor),
        });
      }
      const kept = startSum();
      for await (const page of totals.counts(trx)) kept.add(page);
      const [recorded, wanted] = [kept.byKey(), expected.byKey()];
      const differing = [...wanted.keys()].filter(
        (key) => !isSame(recorded.get(key), wanted.get(key))
      );
      for (const [key, total] of recorded) {
        if (!wanted.has(key) && !isSame(total, undefined)) differing.push(key);
      }
      for (const key of differing.sort()) {
        const one = recorded.get(key);
        const other = wanted.get(key);
        const total = one ?? other;
        if (!total) continue;
        findings.totals.push({
          period: total.period,
          unit: unitOf(total.unit),
          measure: total.measure,
          recorded: show(one ?? null, total.divisor),
          ledger: show(other ?? null, total.divisor),
        });
      }
    },

    /** Makes them anew from the ledger, the submissions, the bonuses and the corrections. */
    async rebuild(trx: Transaction): Promise<void> {
      const forged = await whole.forged(trx);
      const sum = startSum();
      const rules = await whole.rules(trx);
      for await (const ledgers of whole.read(trx)) {
        for (const ledger of ledgers) whole.addTotals(sum, ledger, forged, rules);
      }
      sum.add(await whole.sealedTotals(trx));
      sum.add(await bonuses.totals(trx, forged));
      sum.add(await corrections.totals(trx, forged));
      await totals.replace(trx, sum.list());
    },
  };
});
