import type { Core } from '@strapi/strapi';
import Fraction from 'fraction.js';
import { addMonths, monthOf, parsePeriod, type Month } from '../../../domain/period';
import { describePoints } from '../../../domain/points';
import { OutsideChoiceError } from '../../../domain/item-points';
import { replay, rulesUnder, type UnitChange, type Window } from '../../../domain/replay';
import { rulesOf, type RuleSet } from '../../../domain/rule-set';
import { rank } from '../../../domain/standings';
import type { RuleSetTrial, TrialUnit } from '../../../shared/contracts';
import { inSnapshot } from '../../../../../common/database/snapshot';
import type { Transaction } from '../../../../../common/database/transaction';
import { groupBy } from '../../../../../common/group-by';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { refuse } from '../messages';
import { unitReference } from '../records/people';
import { ruleSetRepository } from '../records/rule-sets';
import type { UnitRecord } from '../records/units';
import { hasPeriodRules, periodOutcomeService } from '../standings/period-outcomes';
import { reportService } from '../standings/standings';
import { ruleSetDraftService } from './drafts';
import { type NamedSubmission, replayRepository } from './replay-repository';

/** A draft is no rule set yet: no posting names it. */
const NO_ID = 0;

/** Months that a draft is tried on. */
const MONTHS = 12;

/** A unit with its points as they are and as they would be. */
interface Compared {
  unit: UnitRecord;
  before: Fraction;
  after: Fraction;
  change: UnitChange | undefined;
}

/** What rules over periods make of a unit's points. */
type PeriodSums = (unit: UnitRecord) => Record<'before' | 'after', Fraction>;

const NOTHING = new Fraction(0);

/** The place of each, among its kind. */
const placesOf = (
  compared: readonly Compared[],
  points: (each: Compared) => Fraction
): Map<Compared, number> => {
  const kinds = groupBy(compared, ({ unit }) => unit.kind).values();
  const ranked = [...kinds].flatMap((kind) =>
    rank(kind.map((each) => ({ each, points: points(each) })))
  );
  return new Map(ranked.map(({ each, rank: place }) => [each, place]));
};

const differenceOf = ({ before, after }: Pick<Compared, 'before' | 'after'>) =>
  describePoints(after.sub(before));

const piecesOf = (
  change: UnitChange | undefined,
  submissions: ReadonlyMap<number, NamedSubmission>
): TrialUnit['pieces'] =>
  (change?.pieces ?? []).flatMap(({ submission, before, after }) => {
    const named = submissions.get(submission);
    if (!named) return [];
    return {
      submission: named,
      before: describePoints(before),
      after: describePoints(after),
      difference: differenceOf({ before, after }),
    };
  });

/** Tries rule sets that are not in force on what was adopted: twelve months of it scored anew, and nothing written. */
export const ruleSetTrialService = oncePerApplication((strapi: Core.Strapi) => {
  const calendar = calendarService(strapi);
  const drafts = ruleSetDraftService(strapi);
  const repository = replayRepository(strapi);
  const ruleSets = ruleSetRepository(strapi);
  const report = reportService(strapi);
  const outcomes = periodOutcomeService(strapi);

  /** The twelve months until one; without one, the last twelve that are over. */
  const monthsUntil = (until: Month | undefined): Month[] => {
    const last = until ?? addMonths(monthOf(calendar.dayOf(clock.now())), -1);
    return Array.from({ length: MONTHS }, (_, index) => addMonths(last, index + 1 - MONTHS));
  };

  const windowOf = (months: readonly Month[]): Window => {
    const last = parsePeriod(months.at(-1) ?? '');
    const first = parsePeriod(months[0] ?? '');
    if (first && last) return { from: first.from, to: last.to };
    throw refuse(strapi, 'until', 'error.period', { value: months.at(-1) ?? '' });
  };

  /** What units have in the months as the report says, and what the draft would make of it. */
  const compare = async (
    trx: Transaction,
    months: readonly Month[],
    changes: readonly UnitChange[],
    ofPeriods: PeriodSums | null
  ): Promise<Compared[]> => {
    const byUnit = new Map(changes.map((change) => [change.unit, change]));
    return (await report.pointsIn(trx, months)).map(({ unit, points }) => {
      const change = byUnit.get(unit.id);
      const moved = change ? change.after.sub(change.before) : NOTHING;
      const period = ofPeriods?.(unit) ?? { before: NOTHING, after: NOTHING };
      const before = points.add(period.before);
      return { unit, before, after: points.add(moved).add(period.after), change };
    });
  };

  /** What rules over the periods that lie in the window come to, before and after; `null` where there are none. */
  const periodsOf = async (
    trx: Transaction,
    window: Window,
    under: readonly RuleSet[],
    changes: readonly UnitChange[]
  ): Promise<PeriodSums | null> => {
    if (!under.some(hasPeriodRules)) return null;
    const moved = new Map(changes.map((change) => [change.unit, change.moved]));
    return outcomes.compare(trx, window, {
      others: under,
      movedOf: (unit) => moved.get(unit) ?? null,
    });
  };

  const ruleSetOf = async (
    trx: Transaction,
    documentId: string,
    { from, to }: Window
  ): Promise<RuleSet> => {
    const { content, draft } = await drafts.requireWhole(trx, documentId);
    return {
      ...{ id: NO_ID, name: draft.name, effectiveFrom: from, effectiveTo: to },
      ...rulesOf(content),
    };
  };

  const replayed = (run: () => UnitChange[]): UnitChange[] => {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof OutsideChoiceError)) throw error;
      throw refuse(strapi, 'draft', 'error.trial.outsideChoice', { value: error.channel });
    }
  };

  return {
    /**
     * The standings of twelve months as they are and as they would be under a draft, unit by unit,
     * with the pieces that make the greatest difference. What was given by hand is the same in both.
     *
     * @param until the last of the months; the last that is over, if absent
     * @throws NotFoundError, ValidationError when the draft is not whole or there is no such month
     */
    async run(documentId: string, until?: Month): Promise<RuleSetTrial> {
      const months = monthsUntil(until);
      const window = windowOf(months);
      return inSnapshot(strapi, async (trx) => {
        const draft = await ruleSetOf(trx, documentId, window);
        const adopted = await repository.adopted(trx, window);
        const all = await ruleSets.all(trx);
        const changes = replayed(() => replay(adopted, all, draft, window));
        const under = rulesUnder(draft, all, window);
        const ofPeriods = await periodsOf(trx, window, under, changes);
        const compared = await compare(trx, months, changes, ofPeriods);
        const told = changes.flatMap(({ pieces }) => pieces.map(({ submission }) => submission));
        const submissions = await repository.named(trx, [...new Set(told)]);
        const before = placesOf(compared, (each) => each.before);
        const after = placesOf(compared, (each) => each.after);
        const units = compared.map((each) => ({
          unit: unitReference(each.unit),
          before: { ...describePoints(each.before), rank: before.get(each) ?? 0 },
          after: { ...describePoints(each.after), rank: after.get(each) ?? 0 },
          difference: differenceOf(each),
          changed: each.change?.changed ?? 0,
          pieces: piecesOf(each.change, submissions),
        }));
        const hasPeriods = ofPeriods !== null;
        return { ...window, months, submissions: adopted.length, hasPeriods, units };
      });
    },
  };
});
