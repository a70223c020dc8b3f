import type { Core } from '@strapi/strapi';
import Fraction from 'fraction.js';
import { isActiveIn } from '../../../domain/active';
import { describePoints } from '../../../domain/points';
import { parsePeriod, type Month, type Period } from '../../../domain/period';
import { figuresOf, rank, type Figures } from '../../../domain/standings';
import type { Total } from '../../../domain/totals';
import type {
  DeskMonth,
  DeskStanding,
  StandingsRow,
  UnitReference,
} from '../../../shared/contracts';
import { groupBy } from '../../../../../common/group-by';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { sealRepository } from '../ledger/seals';
import { totalRepository } from '../ledger/totals';
import { unitReference } from '../records/people';
import { unitRepository, type UnitRecord } from '../records/units';
import { monthPointsService, type PointsOfMonth } from './month-points';
import { periodOutcomeService } from './period-outcomes';

/** What a unit has in a month. */
export interface UnitFigures extends Omit<Figures, 'correction'> {
  unit: UnitReference;
}

const ofRow = ({ adopted, bonus, exact, submitted, unit }: StandingsRow): UnitFigures => ({
  ...{ unit, submitted, adopted },
  points: new Fraction(exact),
  bonus: new Fraction(bonus.exact),
});

const NONE = figuresOf([]);

/** A unit's line among the units of its kind, or that it was not ranked. */
const toMonth = (
  month: Month,
  ranking: ReadonlyArray<UnitFigures & { rank: number }>,
  documentId: string
): DeskMonth => {
  const own = ranking.find(({ unit }) => unit.documentId === documentId);
  const { adopted, bonus, points, submitted } = own ?? NONE;
  return {
    month,
    ...describePoints(points),
    rank: own?.rank ?? null,
    of: ranking.length,
    ...{ submitted, adopted },
    bonus: describePoints(bonus),
  };
};

/** The units of a kind by their points, ranked among themselves. */
export const rankingOf = (
  figures: readonly UnitFigures[],
  kind: UnitReference['kind']
): Array<UnitFigures & { rank: number }> => rank(figures.filter(({ unit }) => unit.kind === kind));

/**
 * What units have in each of many months, all channels together: the numbers that the report of each month
 * gives, without a ranking of each.
 */
export const monthFigureService = oncePerApplication((strapi: Core.Strapi) => {
  const monthPoints = monthPointsService(strapi);
  const outcomes = periodOutcomeService(strapi);
  const seals = sealRepository(strapi);
  const totals = totalRepository(strapi);
  const units = unitRepository(strapi);

  const inOpenMonth = async (
    trx: Transaction,
    period: Period,
    all: readonly UnitRecord[],
    earned: PointsOfMonth,
    counts: ReadonlyMap<number, Total[]>
  ): Promise<UnitFigures[]> => {
    const outcomeOf = await outcomes.of(trx, period);
    return all
      .filter(({ id, ...dated }) => earned.has(id) || counts.has(id) || isActiveIn(dated, period))
      .map((unit) => {
        const { adopted, submitted } = figuresOf(counts.get(unit.id) ?? []);
        const { bonus, points } = earned.get(unit.id) ?? NONE;
        const sum = outcomeOf?.(unit).sum ?? 0;
        return {
          ...{ unit: unitReference(unit), submitted, adopted, bonus },
          points: points.add(sum),
        };
      });
  };

  /**
   * What each unit that is ranked in a month has in it, for each of some months. A sealed month's figures
   * are those that were circulated; the open ones come from one reading of the running totals.
   *
   * @param months `YYYY-MM`; what is no month is left out
   */
  const inMonths = async (
    trx: Transaction,
    months: readonly Month[]
  ): Promise<Map<Month, UnitFigures[]>> => {
    const all = await units.units(trx);
    const circulated = await seals.standingsOfMonths(trx, months);
    const open = months.filter((month) => !circulated.has(month));
    const earned = await monthPoints.of(trx, open);
    const ids = all.map(({ id }) => id);
    const counts = groupBy(await totals.countsOfUnits(trx, open, ids), ({ period }) => period);
    const found = new Map<Month, UnitFigures[]>();
    for (const month of months) {
      const period = parsePeriod(month);
      if (!period) continue;
      const frozen = circulated.get(month)?.month.units.map(ofRow);
      const byUnit = groupBy(counts.get(month) ?? [], ({ unit }) => unit);
      const points = earned.get(month) ?? new Map();
      found.set(month, frozen ?? (await inOpenMonth(trx, period, all, points, byUnit)));
    }
    return found;
  };

  return {
    inMonths,

    /**
     * Where units stood in each of some months, among the units of their own kind: the places that the
     * report gives for each of the months.
     *
     * @param months `YYYY-MM`, in the order in which they are wanted
     */
    async standingsOf(
      trx: Transaction,
      months: readonly Month[],
      of: readonly UnitReference[]
    ): Promise<DeskStanding[]> {
      const found = of.map((unit): DeskStanding => ({ unit, months: [] }));
      if (found.length === 0) return found;
      for (const [month, figures] of await inMonths(trx, months)) {
        for (const kind of new Set(of.map((unit) => unit.kind))) {
          const ranking = rankingOf(figures, kind);
          for (const { unit, months: line } of found) {
            if (unit.kind === kind) line.push(toMonth(month, ranking, unit.documentId));
          }
        }
      }
      return found;
    },
  };
});
