import type Fraction from 'fraction.js';
import type { Facts } from './adoption';
import type { Award } from './award';
import type { Day } from './period';
import type { PeriodLine } from './period-ledger';
import { sumOf, type Share } from './points';
import type { RuleSet } from './rule-set';
import { score } from './score';

/**
 * What would have been: the facts of some months scored anew under a rule set that is not in force,
 * beside what the rule sets in force give for the same facts. Nothing is posted.
 */

/** Days of a replay, both included. */
export interface Window {
  from: Day;
  to: Day;
}

/** A submission with all of its adoptions in force, in the window or not. */
export interface ReplayedSubmission extends Facts {
  id: number;
}

/** What one submission gives one unit in the window, under either. */
interface PieceChange {
  submission: number;
  before: Fraction;
  after: Fraction;
}

/** What a replay gives one unit. */
export interface UnitChange {
  unit: number;
  /** Of the adoptions whose day lies in the window; bonuses and corrections are no adoptions. */
  before: Fraction;
  after: Fraction;
  /** How many of its submissions give it another number. */
  changed: number;
  /** Those of them that make the greatest difference, the greatest first. */
  pieces: PieceChange[];
  moved: Moved;
}

/** What a draft puts in place of lines of the ledger. */
interface Moved {
  /** The adoptions that give other lines than they gave. */
  adoptions: ReadonlySet<number>;
  /** What these would give. */
  lines: PeriodLine[];
}

/** Before and after, as shares that are not added up yet. */
interface Both {
  before: Award[];
  after: Award[];
}

/** Pieces of a unit that are told one by one. */
const MOST_PIECES = 20;

/** The rule sets as they would be if the draft had been in force in the window. */
export const rulesUnder = (
  draft: RuleSet,
  ruleSets: readonly RuleSet[],
  { from, to }: Window
): RuleSet[] => [{ ...draft, effectiveFrom: from, effectiveTo: to }, ...ruleSets];

/** A draft may leave out a channel that adoptions were recorded in: then these would have earned nothing. */
const ratedBy = (facts: Facts, draft: RuleSet, { from, to }: Window): Facts => ({
  ...facts,
  adoptions: facts.adoptions.filter(
    ({ adoptedOn, channel }) => adoptedOn < from || adoptedOn > to || draft.rules.has(channel)
  ),
});

const awardsByUnit = (
  facts: Facts,
  ruleSets: readonly RuleSet[],
  { from, to }: Window
): Map<number, Award[]> => {
  const awards = new Map<number, Award[]>();
  for (const award of score(facts, ruleSets)) {
    if (award.adoptedOn < from || award.adoptedOn > to) continue;
    const own = awards.get(award.unit);
    if (own) own.push(award);
    else awards.set(award.unit, [award]);
  }
  return awards;
};

const textOf = <T>(awards: readonly T[], write: (award: T) => string): string =>
  awards.map(write).sort().join();

const shareText = ({ amount, divisor }: Share): string => `${amount}/${divisor}`;

const lineText = (award: Award): string => `${award.adoption} ${shareText(award)}`;

const differBy = ({ before, after }: Both, write: (award: Award) => string): boolean =>
  textOf(before, write) !== textOf(after, write);

/** Only for the order of a list: the numbers that it shows are exact. */
const roughly = (shares: readonly Share[]): number =>
  shares.reduce((sum, { amount, divisor }) => sum + amount / divisor, 0);

const roughDifference = ({ before, after }: Both): number =>
  Math.abs(roughly(after) - roughly(before));

interface Unit {
  all: Both;
  changed: Array<Both & { submission: number }>;
}

const addTo = (units: Map<number, Unit>, unit: number, piece: Both & { submission: number }) => {
  const own = units.get(unit) ?? { all: { before: [], after: [] }, changed: [] };
  units.set(unit, own);
  own.all.before.push(...piece.before);
  own.all.after.push(...piece.after);
  if (differBy(piece, lineText)) own.changed.push(piece);
};

const movedBy = (changed: Unit['changed']): Moved => ({
  adoptions: new Set(
    changed.flatMap(({ before, after }) => [...before, ...after].map(({ adoption }) => adoption))
  ),
  lines: changed.flatMap(({ after, submission }) =>
    after.map(({ adoptedOn, adoption, amount, channel, divisor }) => ({
      ...{ day: adoptedOn, source: channel, adoption, submission, amount, divisor },
    }))
  ),
});

const changeOf = (unit: number, { all, changed }: Unit): UnitChange => {
  const told = changed.filter((piece) => differBy(piece, shareText));
  return {
    unit,
    before: sumOf(all.before),
    after: sumOf(all.after),
    changed: told.length,
    moved: movedBy(changed),
    pieces: told
      .sort(
        (one, other) =>
          roughDifference(other) - roughDifference(one) || one.submission - other.submission
      )
      .slice(0, MOST_PIECES)
      .map(({ submission, before, after }) => ({
        submission,
        before: sumOf(before),
        after: sumOf(after),
      })),
  };
};

/**
 * What a draft would have given each unit in a window, beside what the rule sets in force give.
 * Adoptions outside the window stand under the rule sets of their days on both sides.
 *
 * @param ruleSets those in force, which give `before`
 * @throws NoRuleSetError when an adoption's day has no rule set in force
 */
export const replay = (
  submissions: Iterable<ReplayedSubmission>,
  ruleSets: readonly RuleSet[],
  draft: RuleSet,
  window: Window
): UnitChange[] => {
  const under = rulesUnder(draft, ruleSets, window);
  const units = new Map<number, Unit>();
  for (const submission of submissions) {
    const before = awardsByUnit(submission, ruleSets, window);
    const after = awardsByUnit(ratedBy(submission, draft, window), under, window);
    for (const unit of new Set([...before.keys(), ...after.keys()])) {
      addTo(units, unit, {
        submission: submission.id,
        before: before.get(unit) ?? [],
        after: after.get(unit) ?? [],
      });
    }
  }
  return [...units.entries()]
    .sort(([one], [other]) => one - other)
    .map(([unit, own]) => changeOf(unit, own));
};
