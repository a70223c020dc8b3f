import type { Share } from './points';

/** A unit that contributed, and the officers of it who are named (none is fine). */
export interface Contributor {
  unit: number;
  officers: readonly number[];
}

/** One unit's, or one of its officers', part of an award, with the split that explains it. */
export interface ContributorShare extends Share {
  unit: number;
  officer: number | null;
  /** Among so many units, and inside the unit among so many officers (1 when none is named). */
  unitCount: number;
  officerCount: number;
}

const sharesOfUnit = (
  amount: number,
  unitCount: number,
  { unit, officers }: Contributor
): ContributorShare[] => {
  const officerCount = Math.max(officers.length, 1);
  const named: ReadonlyArray<number | null> = officers.length > 0 ? officers : [null];
  return named.map((officer) => ({
    unit,
    officer,
    amount,
    divisor: unitCount * officerCount,
    unitCount,
    officerCount,
  }));
};

/**
 * Divides an award equally among the contributing units, whoever sent first, and a unit's share
 * equally among its officers named (§七.8 平均分配). The shares sum exactly to the award.
 *
 * @param amount hundredths of a point
 */
export const split = (amount: number, contributors: readonly Contributor[]): ContributorShare[] =>
  contributors.flatMap((contributor) => sharesOfUnit(amount, contributors.length, contributor));
