import type { Core } from '@strapi/strapi';
import { describePoints, sumOf } from '../../../domain/points';
import { startSum, type Sum, type Total } from '../../../domain/totals';
import { totalRepository } from '../ledger/totals';
import { loadPeople } from '../records/people';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { differingBonuses, differingCorrections } from './differing-by-hand';
import type { Findings } from './findings';
import { wholeLedgers } from './whole-ledgers';

const isSame = (one: Total | undefined, other: Total | undefined): boolean =>
  (one?.amount ?? 0) === (other?.amount ?? 0) && (one?.lines ?? 0) === (other?.lines ?? 0);

const show = (total: Total | undefined): string =>
  total ? `${describePoints(sumOf([total])).exact} (${total.lines})` : '0 (0)';

/** Compares the running totals with the ledger that they sum up. */
export const differingTotals = oncePerApplication((strapi: Core.Strapi) => {
  const bonuses = differingBonuses(strapi);
  const corrections = differingCorrections(strapi);
  const totals = totalRepository(strapi);
  const whole = wholeLedgers(strapi);

  return {
    /** Finds the totals that are not as expected. */
    async find(trx: Transaction, findings: Findings, expected: Sum): Promise<void> {
      const people = await loadPeople(strapi, trx);
      const kept = startSum();
      for await (const page of totals.all(trx)) kept.add(page);
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
          unit: people.units.get(total.unit)?.documentId ?? '',
          measure: total.measure,
          recorded: show(one),
          ledger: show(other),
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
