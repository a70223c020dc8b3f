import { monthOf, type Month } from './period';
import type { Award } from './award';
import { reversalOf, type AwardPosting, type Posting } from './posting';
import { countsIn } from './seal';

/**
 * The ledger is only ever appended to. What should stand and does not is awarded; what stands and
 * should not is taken back by a reversal that names it.
 */

/** Awards that no reversal has taken back. */
export const standingAwards = (postings: readonly Posting[]): AwardPosting[] => {
  const reversed = new Set(postings.map(({ reverses }) => reverses));
  return postings.filter(
    (posting): posting is AwardPosting => posting.kind === 'award' && !reversed.has(posting.key)
  );
};

const identity = (award: Award): string =>
  [
    award.adoption,
    award.channel,
    award.adoptedOn,
    award.ruleSet,
    award.unit,
    award.officer ?? 0,
    award.amount,
    award.unitCount,
    award.officerCount,
  ].join('|');

/** Whom an award is given, and for what: an adoption, a unit, an officer or none. */
export type Place = Pick<Award, 'adoption' | 'unit' | 'officer'>;

/** A place as text, by which `Recorded` counts. */
export const placeOf = ({ adoption, unit, officer }: Place): string =>
  `${adoption}.${unit}.${officer ?? 0}`;

/** What settling needs to know of a submission's ledger: it does not grow with what was taken back. */
export interface Recorded {
  /** Awards that no reversal has taken back. */
  standing: readonly AwardPosting[];
  /** How many awards each place was ever given; a place that is not in it had none. */
  given: ReadonlyMap<string, number>;
}

/** What settling needs to know of a ledger, from all of its postings. */
export const recordedOf = (postings: readonly Posting[]): Recorded => {
  const given = new Map<string, number>();
  for (const posting of postings) {
    if (posting.kind !== 'award') continue;
    given.set(placeOf(posting), (given.get(placeOf(posting)) ?? 0) + 1);
  }
  return { standing: standingAwards(postings), given };
};

/** Numbers a place's awards, so that one given again after a reversal has a key of its own. */
const awardsFrom = (
  missing: readonly Award[],
  given: Recorded['given'],
  firstOpen: Month | null,
  submission: number
): AwardPosting[] =>
  missing.map((award) => ({
    ...award,
    key: `${placeOf(award)}.${submission}.${(given.get(placeOf(award)) ?? 0) + 1}`,
    kind: 'award',
    reverses: null,
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
): Posting[] => {
  const standing = new Map(recorded.standing.map((award) => [identity(award), award]));
  const wanted = new Set(desired.map(identity));
  const surplus = [...standing.values()].filter((award) => !wanted.has(identity(award)));
  const missing = desired.filter((award) => !standing.has(identity(award)));
  return [
    ...surplus.map((award) => reversalOf(award, firstOpenMonth)),
    ...awardsFrom(missing, recorded.given, firstOpenMonth, submission),
  ];
};
