import { monthOf, type Month } from './period';
import type { Award } from './award';
import { reversalOf, standingAwards, type AdoptionPosting, type AwardPosting } from './posting';
import { countsIn } from './seal';

/**
 * The ledger is only ever appended to. What should stand and does not is awarded; what stands and
 * should not is taken back by a reversal that names it.
 */

const identity = (award: Award): string =>
  `${award.adoption}|${award.channel}|${award.adoptedOn}|${award.ruleSet}|${award.unit}|${award.officer ?? 0}|${award.amount}|${award.divisor}|${award.unitCount}|${award.officerCount}`;

/** Who is entitled to an award, and for what: an adoption, a unit, an officer or none. */
export type Entitlement = Pick<Award, 'adoption' | 'unit' | 'officer'>;

/** An entitlement as text, by which `Recorded` counts. */
export const entitlementKey = ({ adoption, unit, officer }: Entitlement): string =>
  `${adoption}.${unit}.${officer ?? 0}`;

/** What settling needs to know of a submission's ledger: it does not grow with what was taken back. */
export interface Recorded {
  /** Awards that no reversal has taken back. */
  standingAwards: readonly AwardPosting[];
  /** How many awards each entitlement ever had; one that is not in it had none. */
  awardCounts: ReadonlyMap<string, number>;
}

/** What settling needs to know of a ledger, from all of its postings. */
export const recordedOf = (postings: readonly AdoptionPosting[]): Recorded => {
  const awardCounts = new Map<string, number>();
  for (const posting of postings) {
    if (posting.kind !== 'award') continue;
    awardCounts.set(entitlementKey(posting), (awardCounts.get(entitlementKey(posting)) ?? 0) + 1);
  }
  return { standingAwards: standingAwards(postings), awardCounts };
};

/** Numbers an entitlement's awards, so that one given again after a reversal has a key of its own. */
const awardsFrom = (
  missing: readonly Award[],
  awardCounts: Recorded['awardCounts'],
  firstOpen: Month | null,
  submission: number
): AwardPosting[] =>
  missing.map((award) => ({
    ...award,
    key: `${entitlementKey(award)}.${submission}.${(awardCounts.get(entitlementKey(award)) ?? 0) + 1}`,
    kind: 'award',
    reverses: null,
    bonus: null,
    objection: null,
    corrects: null,
    month: countsIn(monthOf(award.adoptedOn), firstOpen),
    belongsTo: monthOf(award.adoptedOn),
  }));

/**
 * The postings that bring a submission's ledger from what is recorded to what is desired. Empty
 * when they agree, so that settling twice appends nothing.
 *
 * @param recorded of the submission
 * @param firstOpenMonth the first month that is not sealed, or `null` when none is: postings never
 *   enter a sealed month, they count in this one and name the month they belong to
 * @param submission whose ledger it is. Keys name it, for merging moves an adoption from one to
 *   another and back, and each counts its own awards only
 */
export const difference = (
  desired: readonly Award[],
  recorded: Recorded,
  firstOpenMonth: Month | null,
  submission: number
): AdoptionPosting[] => {
  const byIdentity = new Map(recorded.standingAwards.map((award) => [identity(award), award]));
  const wanted = new Set(desired.map(identity));
  const surplus = [...byIdentity.values()].filter((award) => !wanted.has(identity(award)));
  const missing = desired.filter((award) => !byIdentity.has(identity(award)));
  return [
    ...surplus.map((award) => reversalOf(award, firstOpenMonth)),
    ...awardsFrom(missing, recorded.awardCounts, firstOpenMonth, submission),
  ];
};
