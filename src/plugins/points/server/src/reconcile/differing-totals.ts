import type { Core } from '@strapi/strapi';
import { describePoints, sumOf } from '../../../domain/points';
import { addUp, startSum, type Total, totalKey } from '../../../domain/totals';
import { totalRepository } from '../ledger/totals';
import { loadPeople } from '../records/people';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { differingBonuses, differingCorrections } from './differing-by-hand';
import type { Findings } from './findings';
import { wholeLedgers } from './whole-ledgers';

const byKey = (totals: readonly Total[]): Map<string, Total> =>
  new Map(totals.map((total) => [totalKey(total), total]));

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
    async find(trx: Transaction, findings: Findings, expected: readonly Total[]): Promise<void> {
      const people = await loadPeople(strapi, trx);
      const wanted = byKey(expected);
      const recorded = byKey(addUp(await totals.all(trx)));
      for (const key of new Set([...wanted.keys(), ...recorded.keys()])) {
        const one = recorded.get(key);
        const other = wanted.get(key);
        if (one?.amount === other?.amount && one?.lines === other?.lines) continue;
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
      for (const ids of await whole.chunks(trx)) {
        const { ledgers, ...rules } = await whole.load(trx, ids);
        for (const ledger of ledgers) sum.add(whole.totalsOf(ledger, forged, rules));
      }
      sum.add(await whole.sealedTotals(trx));
      sum.add(await bonuses.totals(trx, forged));
      sum.add(await corrections.totals(trx, forged));
      await totals.replace(trx, sum.list());
    },
  };
});
