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

const textOf = (contributors: readonly Contributor[]): string =>
  contributors
    .map(({ unit, officers }) => `${unit}:${[...officers].sort((a, b) => a - b).join(',')}`)
    .sort()
    .join(';');

/** Whether the same units, with the same officers, share what is earned. */
export const shareAlike = (some: readonly Contributor[], others: readonly Contributor[]): boolean =>
  textOf(some) === textOf(others);
