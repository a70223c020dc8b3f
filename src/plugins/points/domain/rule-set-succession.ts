import { addDays, type Day, type Month } from './period';
import { isInForce, type InForce } from './rule-set';

/**
 * How one version of the rules follows another: it begins on a day after the last sealed month, the
 * one in force until then ends the day before, and the one that is to follow stays the next.
 */

/** What putting a rule set in force changes. */
export interface Succession<T extends InForce> {
  /** The rule set that is in force on the first day; it ends the day before. `null` when there is none. */
  ends: { ruleSet: T; effectiveTo: Day } | null;
  /** The last day of the new one; `null` while no other follows. */
  effectiveTo: Day | null;
}

/** Why a rule set cannot begin on a day: it lies in a sealed month, or another begins on it. */
export type SuccessionRefusal<T extends InForce> =
  { reason: 'sealed'; firstDay: Day } | { reason: 'taken'; by: T };

/**
 * The first day on which a rule set can begin; `null` when any can be.
 *
 * @param firstOpenMonth `null` when no month is sealed
 */
export const firstDayOpen = (firstOpenMonth: Month | null): Day | null =>
  firstOpenMonth === null ? null : `${firstOpenMonth}-01`;

/** What putting a rule set in force from a day changes, or why it cannot be. */
export const succession = <T extends InForce>(
  from: Day,
  ruleSets: readonly T[],
  firstOpenMonth: Month | null
): { succession: Succession<T> } | { refusal: SuccessionRefusal<T> } => {
  const firstDay = firstDayOpen(firstOpenMonth);
  if (firstDay !== null && from < firstDay) return { refusal: { reason: 'sealed', firstDay } };
  const by = ruleSets.find(({ effectiveFrom }) => effectiveFrom === from);
  if (by) return { refusal: { reason: 'taken', by } };
  const ruleSet = ruleSets.find((each) => isInForce(each, from));
  const next = ruleSets
    .map(({ effectiveFrom }) => effectiveFrom)
    .filter((day) => day > from)
    .sort()[0];
  return {
    succession: {
      ends: ruleSet ? { ruleSet, effectiveTo: addDays(from, -1) } : null,
      effectiveTo: next === undefined ? null : addDays(next, -1),
    },
  };
};
