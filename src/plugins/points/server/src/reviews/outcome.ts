import Fraction from 'fraction.js';
import {
  proposalsOf,
  shortlistOf,
  type AwardRule,
  type Proposal,
} from '../../../domain/award-proposal';
import { praiseOf, silentIn } from '../../../domain/review';
import { AWARD_CLASSES, type UnitKind } from '../../../domain/vocabulary';
import type {
  AwardCandidate,
  AwardClass,
  AwardDecision,
  Points,
  ReviewContent,
  ReviewFacts,
  ReviewOutcome,
  ReviewPraise,
  UnitReference,
} from '../../../shared/contracts';

/** So many behind the quota are shown as near misses. */
const NEAR = 3;

/** What a review says, without when and by whom. */
export interface ReviewSaying {
  facts: ReviewFacts;
  content: ReviewContent;
  decisions: readonly AwardDecision[];
}

const vetoOf = ({ vetoes }: ReviewContent, id: string): string | null =>
  vetoes.find(({ subject }) => subject === id)?.reason ?? null;

const noteOf = ({ baseContent }: ReviewContent, id: string): string =>
  baseContent.find(({ unit }) => unit === id)?.note ?? '';

const decisionOf = (
  decisions: readonly AwardDecision[],
  awardClass: AwardClass,
  id: string
): AwardDecision | null =>
  decisions.find(({ class: other, subject }) => other === awardClass && subject === id) ?? null;

const praiseIn = (kind: UnitKind, { content, facts }: ReviewSaying): ReviewPraise => {
  const { leastItems, praised: first } = content.thresholds;
  const rows = facts.units
    .filter(({ unit }) => unit.kind === kind)
    .map((row) => ({
      row,
      points: new Fraction(row.exact),
      items: row.adopted,
      veto: vetoOf(content, row.unit.documentId),
    }));
  const { exceptions, praised } = praiseOf(rows, { first: first[kind], leastItems });
  return {
    praised: praised.map(({ row }) => row),
    exceptions: exceptions.map(({ exception, row, veto }) => ({ ...row, exception, veto })),
  };
};

interface Contending extends Points {
  subject: string;
  name: string;
  unit: UnitReference;
  items: number;
}

const contendersIn = (awardClass: AwardClass, { officers, units }: ReviewFacts): Contending[] =>
  awardClass === 'officer'
    ? officers.map(({ adopted: items, exact, officer, points, unit }) => ({
        ...{ subject: officer.documentId, name: officer.name, unit },
        ...{ items, points, exact },
      }))
    : units
        .filter(({ unit }) => unit.kind === awardClass)
        .map(({ adopted: items, exact, points, unit }) => ({
          ...{ subject: unit.documentId, name: unit.name, unit },
          ...{ items, points, exact },
        }));

type Ranked = Proposal<{
  contending: Contending;
  points: Fraction;
  items: number;
  veto: string | null;
}>;

const toCandidate = (
  awardClass: AwardClass,
  { contending, rank, reason, verdict, veto }: Ranked,
  { content, decisions }: ReviewSaying
): AwardCandidate => ({
  ...contending,
  class: awardClass,
  rank,
  verdict,
  reason,
  veto,
  note: noteOf(content, contending.unit.documentId),
  decision: decisionOf(decisions, awardClass, contending.subject),
});

/** Proposals and near misses of a class, and whoever was decided on although it is neither. */
const candidatesIn = (awardClass: AwardClass, saying: ReviewSaying): AwardCandidate[] => {
  const { content, decisions, facts } = saying;
  const rule: AwardRule = {
    quota: content.quotas[awardClass],
    leastItems: content.thresholds.leastItems,
  };
  const all = proposalsOf(
    contendersIn(awardClass, facts).map((contending) => ({
      contending,
      points: new Fraction(contending.exact),
      items: contending.items,
      veto: vetoOf(content, contending.subject),
    })),
    rule
  );
  const shown = new Set(shortlistOf(all, rule, NEAR));
  return all
    .filter(
      (row) => shown.has(row) || decisionOf(decisions, awardClass, row.contending.subject) !== null
    )
    .map((row) => toCandidate(awardClass, row, saying));
};

const isWinner = ({ decision, verdict }: AwardCandidate): boolean =>
  decision?.awarded ?? verdict === 'proposed';

/** Heads of winning units, who take no place of the quota: as decided, or else as proposed. */
const headsOf = (units: readonly AwardCandidate[], saying: ReviewSaying): AwardCandidate[] => {
  const { content, decisions, facts } = saying;
  if (!content.headsBeside) return [];
  return units.filter(isWinner).flatMap((winner) =>
    facts.heads
      .filter(({ unit }) => unit === winner.subject)
      .flatMap(({ officer }): AwardCandidate[] => {
        const veto = vetoOf(content, officer.documentId);
        return veto === null
          ? [
              {
                ...winner,
                ...{ class: 'officer', subject: officer.documentId, name: officer.name },
                ...{ rank: null, verdict: 'head', reason: 'head', veto },
                decision: decisionOf(decisions, 'officer', officer.documentId),
              },
            ]
          : [];
      })
  );
};

const candidatesOf = (saying: ReviewSaying): AwardCandidate[] => {
  if (saying.facts.kind !== 'year') return [];
  const ranked = AWARD_CLASSES.flatMap((awardClass) => candidatesIn(awardClass, saying));
  const heads = headsOf(
    ranked.filter((each) => each.class !== 'officer'),
    saying
  );
  const beside = new Set(heads.map(({ subject }) => subject));
  const isBeside = (each: AwardCandidate) => each.class === 'officer' && beside.has(each.subject);
  return [...ranked.filter((each) => !isBeside(each)), ...heads];
};

/** What follows from a review's numbers and from what the office set. */
export const outcomeOf = (saying: ReviewSaying): ReviewOutcome => ({
  praise: {
    institution: praiseIn('institution', saying),
    department: praiseIn('department', saying),
  },
  silent: silentIn(saying.facts.units, saying.content.thresholds.silentMonths),
  candidates: candidatesOf(saying),
});

/** How many that are proposed, or tied, nobody has decided on. */
export const undecidedOf = ({ candidates }: ReviewOutcome): number =>
  candidates.filter(({ decision, verdict }) => verdict !== 'not' && decision === null).length;
