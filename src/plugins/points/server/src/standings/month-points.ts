import type { Core } from '@strapi/strapi';
import type { Month } from '../../../domain/period';
import { figuresOf, type Figures } from '../../../domain/standings';
import { groupBy } from '../../../../../common/group-by';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { clock } from '../../../../../common/time/clock';
import type { Transaction } from '../../../../../common/database/transaction';
import { postingRepository } from '../ledger/postings';
import { totalRepository } from '../ledger/totals';

/** What units have in a month, by their ids: of who has any line of it. */
export type PointsOfMonth = ReadonlyMap<number, Pick<Figures, 'points' | 'bonus'>>;

interface Kept {
  /** The last posting of the ledger when it was read. */
  sequence: number;
  /** When it was first read, in milliseconds. */
  since: number;
  months: Map<Month, PointsOfMonth>;
}

/** After so long all is read anew, should anybody have mended the totals meanwhile. */
const KEPT_MS = 60_000;

const NOTHING: Kept = { sequence: 0, since: 0, months: new Map() };

/**
 * The points of units in months. Only postings change them, and none is ever taken out of the ledger: what
 * was read stays good until one is appended to its month, whichever instance does it.
 */
export const monthPointsService = oncePerApplication((strapi: Core.Strapi) => {
  const postings = postingRepository(strapi);
  const totals = totalRepository(strapi);
  let kept: Kept = NOTHING;

  /** What of the kept months still holds. The place in the ledger is read before the totals, never after. */
  const stillGood = async (trx: Transaction): Promise<Kept> => {
    const { sequence } = await postings.lastLink(trx);
    const now = clock.now().getTime();
    const age = now - kept.since;
    if (sequence < kept.sequence || age < 0 || age > KEPT_MS) {
      return { sequence, since: now, months: new Map() };
    }
    if (sequence === kept.sequence) return kept;
    const months = new Map(kept.months);
    for (const month of await postings.monthsAfter(trx, kept.sequence)) months.delete(month);
    return { sequence, since: kept.since, months };
  };

  return {
    /** The points of each of some months. */
    async of(trx: Transaction, months: readonly Month[]): Promise<Map<Month, PointsOfMonth>> {
      const good = await stillGood(trx);
      const missing = months.filter((month) => !good.months.has(month));
      const byMonth = groupBy(await totals.pointsOfUnits(trx, missing), ({ period }) => period);
      for (const month of missing) {
        const byUnit = groupBy(byMonth.get(month) ?? [], ({ unit }) => unit);
        const points = [...byUnit].map(([unit, own]) => [unit, figuresOf(own)] as const);
        good.months.set(month, new Map(points));
      }
      kept = good;
      return new Map(months.map((month) => [month, good.months.get(month) ?? new Map()]));
    },
  };
});
