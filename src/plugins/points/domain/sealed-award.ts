import type { AwardPosting } from './posting';
import type { Month } from './period';
import { isSealed } from './seal';
import type { Contributor } from './shares';

/**
 * Awards of sealed months whose ground has changed since: what was circulated stands until the office
 * confirms it, or withdraws it into the open month (§八.1).
 */

/** The adoptions with an award that stands and counts in a sealed month. */
export const sealedAdoptions = (
  standingAwards: ReadonlyArray<Pick<AwardPosting, 'adoption' | 'month'>>,
  firstOpen: Month | null
): Set<number> =>
  new Set(
    standingAwards.filter(({ month }) => isSealed(month, firstOpen)).map(({ adoption }) => adoption)
  );

const textsOf = (contributors: readonly Contributor[]): string[] =>
  contributors.map(
    ({ unit, officers }) => `${unit}:${[...officers].sort((a, b) => a - b).join(',')}`
  );

/**
 * Whether the same units, with the same officers, share what is earned.
 *
 * @param inOrder whether the order of the units decides which part each has
 */
export const shareAlike = (
  some: readonly Contributor[],
  others: readonly Contributor[],
  inOrder: boolean
): boolean => {
  const texts = [textsOf(some), textsOf(others)];
  const [one, other] = texts.map((each) => (inOrder ? each : [...each].sort()).join(';'));
  return one === other;
};
