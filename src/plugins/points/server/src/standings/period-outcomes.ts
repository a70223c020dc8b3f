import type { Core } from '@strapi/strapi';
import { failedGates } from '../../../domain/gates';
import {
  addDays,
  haveCommonDay,
  monthOf,
  type Day,
  type Month,
  type Period,
} from '../../../domain/period';
import { periodEffects } from '../../../domain/period-effects';
import type { Deduction, PeriodFacts, PeriodLine, Receipt } from '../../../domain/period-facts';
import type { RuleSet } from '../../../domain/rule-set';
import { countsIn } from '../../../domain/seal';
import type { PeriodOutcome } from '../../../domain/standings';
import { groupBy } from '../../../../../common/group-by';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import type { Transaction } from '../../../../../common/database/transaction';
import { postingRepository } from '../ledger/postings';
import { sealRepository } from '../ledger/seals';
import { deductionRepository } from '../records/deductions';
import { ruleSetRepository } from '../records/rule-sets';
import { submissionRepository } from '../records/submissions';
import { unitRepository, type UnitRecord } from '../records/units';

type Span = Pick<Period, 'from' | 'to'>;

/** Whether a rule set says anything of a period as a whole. */
export const hasPeriodRules = ({ extensions }: Pick<RuleSet, 'extensions'>): boolean => {
  if (!extensions) return false;
  const { caps, deductions, floors, gates, quotas, submitting } = extensions;
  return [caps, deductions, floors, gates, quotas, submitting].some((rules) => rules !== undefined);
};

const isInForceIn = ({ effectiveFrom, effectiveTo }: RuleSet, span: Span): boolean =>
  haveCommonDay({ from: effectiveFrom, to: effectiveTo }, span);

/** The day that something counts on: the first of its month where its own month had been sealed. */
const countedOn = (day: Day, month: Month): Day => (monthOf(day) === month ? day : `${month}-01`);

/** How far weeks reach back before a period. */
const DAYS_BEFORE = 6;

interface Received extends Receipt {
  unit: number;
}

/** What the rules over a period make of units' points (`domain/period-effects`), from the ledger. */
export const periodOutcomeService = oncePerApplication((strapi: Core.Strapi) => {
  const postings = postingRepository(strapi);
  const ruleSets = ruleSetRepository(strapi);
  const seals = sealRepository(strapi);
  const submissions = submissionRepository(strapi);
  const deductions = deductionRepository(strapi);
  const units = unitRepository(strapi);
  const calendar = calendarService(strapi);

  const receivedIn = async (trx: Transaction, span: Span): Promise<Received[]> => {
    const firstOpen = await seals.current(trx);
    const facts = await submissions.receivedSince(
      trx,
      new Date(addDays(span.from, -1)),
      monthOf(span.from),
      firstOpen === null ? null : calendar.startOf(`${firstOpen}-01`)
    );
    return [...facts.values()].flatMap(
      ({ category, contributors, countedIn, mergedInto, receivedAt }) => {
        if (!receivedAt || mergedInto !== null) return [];
        const arrived = calendar.dayOf(receivedAt);
        const month = countedIn ?? countsIn(monthOf(arrived), firstOpen);
        const day = countedOn(arrived, month);
        return contributors.map(({ unit }) => ({ unit, day, category }));
      }
    );
  };

  const linesIn = async (
    trx: Transaction,
    span: Span
  ): Promise<Array<PeriodLine & { unit: number }>> =>
    (await postings.linesOfMonths(trx, { from: monthOf(span.from), to: monthOf(span.to) })).map(
      ({ adoptedOn, month, ...line }) => ({ ...line, day: countedOn(adoptedOn, month) })
    );

  /** Those of the whole year until then: which one it is in the year may matter. */
  const deductedIn = async (
    trx: Transaction,
    { from, to }: Span
  ): Promise<Array<Deduction & { unit: number }>> => {
    const found = await deductions.inForce(trx, { from: `${from.slice(0, 4)}-01-01`, to });
    if (found.length === 0) return [];
    const names = new Map((await units.members(trx)).map(({ id, name }) => [id, name]));
    return found.map(({ amount, code, day, decidedBy, officer, reason, unit }) => {
      const name = officer === null ? undefined : names.get(officer);
      const person = name === undefined ? {} : { officer: name };
      return { unit, code, day, amount, reason, by: decidedBy, ...person };
    });
  };

  return {
    /**
     * What a period makes of each unit's points; `null` where no rule set in force in it says anything
     * of a period, as the regulation does not.
     */
    async of(trx: Transaction, span: Span): Promise<((unit: UnitRecord) => PeriodOutcome) | null> {
      const all = await ruleSets.all(trx);
      if (!all.some((each) => isInForceIn(each, span) && hasPeriodRules(each))) return null;
      const reach = { from: addDays(span.from, -DAYS_BEFORE), to: span.to };
      const lines = groupBy(await linesIn(trx, reach), ({ unit }) => unit);
      const received = groupBy(await receivedIn(trx, reach), ({ unit }) => unit);
      const deducted = groupBy(await deductedIn(trx, span), ({ unit }) => unit);
      const today = calendar.dayOf(clock.now());
      const classesOf = ({ documentId, kind }: UnitRecord): string[] => [
        kind,
        ...all.flatMap(({ extensions }) =>
          (extensions?.unitClasses ?? [])
            .filter(({ units = [] }) => units.includes(documentId))
            .map(({ code }) => code)
        ),
      ];
      return (unit) => {
        const facts: PeriodFacts = {
          lines: lines.get(unit.id) ?? [],
          received: received.get(unit.id) ?? [],
          deductions: deducted.get(unit.id) ?? [],
          classes: classesOf(unit),
        };
        const effects = periodEffects(facts, all, span, today);
        return { effects, failedGates: failedGates(facts, effects, all, span, today) };
      };
    },
  };
});
