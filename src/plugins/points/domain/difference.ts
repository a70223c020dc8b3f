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

const isSame = (one: Award, other: Award | undefined): boolean =>
  one.adoption === other?.adoption &&
  one.channel === other.channel &&
  one.adoptedOn === other.adoptedOn &&
  one.ruleSet === other.ruleSet &&
  one.unit === other.unit &&
  one.officer === other.officer &&
  one.amount === other.amount &&
  one.divisor === other.divisor &&
  one.unitCount === other.unitCount &&
  one.officerCount === other.officerCount;

/** Whether what stands is what is desired, in its order: nearly every ledger is so. */
const isAsDesired = (desired: readonly Award[], standing: readonly Award[]): boolean =>
  desired.length === standing.length &&
  desired.every((award, place) => isSame(award, standing[place]));

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

const awardCountsOf = (postings: readonly AdoptionPosting[]): Recorded['awardCounts'] => {
  const counts = new Map<string, number>();
  for (const posting of postings) {
    if (posting.kind !== 'award') continue;
    const key = entitlementKey(posting);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

/** What settling needs to know of a ledger, from all of its postings. Awards are counted only where one is missing. */
export const recordedOf = (postings: readonly AdoptionPosting[]): Recorded => ({
  standingAwards: standingAwards(postings),
  get awardCounts() {
    return awardCountsOf(postings);
  },
});

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
  if (isAsDesired(desired, recorded.standingAwards)) return [];
  const byIdentity = new Map(recorded.standingAwards.map((award) => [identity(award), award]));
  const wanted = new Set(desired.map(identity));
  const surplus = [...byIdentity.values()].filter((award) => !wanted.has(identity(award)));
  const missing = desired.filter((award) => !byIdentity.has(identity(award)));
  return [
    ...surplus.map((award) => reversalOf(award, firstOpenMonth)),
    ...awardsFrom(missing, recorded.awardCounts, firstOpenMonth, submission),
  ];
};
