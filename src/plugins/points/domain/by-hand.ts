import type { Month } from './period';
import { standingAwards, type Giving, type Posting, type TakingBack } from './posting';

type Award<P extends Posting> = Extract<P, Giving>;
type Reversal<P extends Posting> = Extract<P, TakingBack>;

/** How what a person gives by hand, a bonus or a correction, is told from another and posted. */
export interface ByHand<Fact, P extends Posting> {
  /** What a fact gives, as text: another text, another award. */
  identityOfFact: (fact: Fact) => string;
  identityOfAward: (award: Award<P>) => string;
  /** Whether a posting is of a fact, of this or an earlier award of it. */
  isOf: (posting: P, fact: Fact) => boolean;
  /** @param count which award of the fact it is, from 1 */
  awardOf: (fact: Fact, count: number, firstOpen: Month | null) => Award<P>;
  reversalOf: (award: Award<P>, firstOpen: Month | null) => Reversal<P>;
}

/**
 * The postings that bring a ledger from what is recorded to what is desired. Empty when they agree,
 * so that settling twice appends nothing.
 *
 * @param desired the facts in force
 * @param recorded all postings of the facts, of those withdrawn too
 * @param firstOpen the first month that is not sealed, or `null` when none is: postings never enter
 *   a sealed month, they count in this one and name the month they belong to
 */
export const postingsByHand = <Fact, P extends Posting>(
  { awardOf, identityOfAward, identityOfFact, isOf, reversalOf }: ByHand<Fact, P>,
  desired: readonly Fact[],
  recorded: readonly P[],
  firstOpen: Month | null
): Array<Award<P> | Reversal<P>> => {
  const standing = standingAwards(recorded);
  const given = new Set(standing.map(identityOfAward));
  const wanted = new Set(desired.map(identityOfFact));
  const awardsOf = (fact: Fact): number =>
    recorded.filter((posting) => posting.kind === 'award' && isOf(posting, fact)).length;
  return [
    ...standing
      .filter((award) => !wanted.has(identityOfAward(award)))
      .map((award) => reversalOf(award, firstOpen)),
    ...desired
      .filter((fact) => !given.has(identityOfFact(fact)))
      .map((fact) => awardOf(fact, awardsOf(fact) + 1, firstOpen)),
  ];
};
