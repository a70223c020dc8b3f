import type { Core } from '@strapi/strapi';
import { failedGates } from '../../../domain/gates';
import { haveCommonDay, type Period } from '../../../domain/period';
import { periodEffects } from '../../../domain/period-effects';
import { pointsOf, type Deduction, type PeriodFacts } from '../../../domain/period-facts';
import { ledgerOf } from '../../../domain/period-ledger';
import type { RuleSet } from '../../../domain/rule-set';
import type { PeriodOutcome } from '../../../domain/standings';
import { groupBy } from '../../../../../common/group-by';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import type { Transaction } from '../../../../../common/database/transaction';
import { deductionRepository } from '../records/deductions';
import { ruleSetRepository } from '../records/rule-sets';
import { unitRepository, type UnitRecord } from '../records/units';
import { keptFactsService } from './kept-facts';

type Span = Pick<Period, 'from' | 'to'>;

/** Whether a rule set says anything of a period as a whole. */
export const hasPeriodRules = ({ extensions }: Pick<RuleSet, 'extensions'>): boolean => {
  if (!extensions) return false;
  const { caps, deductions, floors, gates, quotas, submitting } = extensions;
  return [caps, deductions, floors, gates, quotas, submitting].some((rules) => rules !== undefined);
};

const isInForceIn = ({ effectiveFrom, effectiveTo }: RuleSet, span: Span): boolean =>
  haveCommonDay({ from: effectiveFrom, to: effectiveTo }, span);

const NO_LEDGER = ledgerOf([]);

const NO_RECEIPTS: PeriodFacts['received'] = [];

/** What a unit came to, and by what. */
interface Reckoned {
  ledger: PeriodFacts['ledger'];
  received: PeriodFacts['received'];
  /** All else that decides, as one text. */
  others: string;
  outcome: PeriodOutcome;
}

/** Spans whose outcomes are kept at once: the months, quarters, halves and the year of somebody who leafs through. */
const SPANS = 40;

/** The outcomes of one span from the last report to the next: what rests on the same facts is not reckoned again. */
const keptOutcomes = () => {
  const spans = new Map<string, Map<number, Reckoned>>();
  return (span: Span): Map<number, Reckoned> => {
    const code = `${span.from}/${span.to}`;
    const units = spans.get(code) ?? new Map<number, Reckoned>();
    spans.delete(code);
    spans.set(code, units);
    const [oldest] = spans.keys();
    if (spans.size > SPANS && oldest !== undefined) spans.delete(oldest);
    return units;
  };
};

/** What the rules over a period make of units' points (`domain/period-effects`), from the ledger. */
export const periodOutcomeService = oncePerApplication((strapi: Core.Strapi) => {
  const kept = keptFactsService(strapi);
  const ruleSets = ruleSetRepository(strapi);
  const deductions = deductionRepository(strapi);
  const units = unitRepository(strapi);
  const calendar = calendarService(strapi);
  const outcomesOf = keptOutcomes();

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
      const { ledgers, received } = await kept.of(trx, span.to.slice(0, 4));
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
      const rules = JSON.stringify([
        today,
        all.map(({ effectiveFrom, effectiveTo, extensions, id }) => [
          ...[id, effectiveFrom, effectiveTo, extensions],
        ]),
      ]);
      const before = outcomesOf(span);
      return (unit) => {
        const facts: PeriodFacts = {
          ledger: ledgers.get(unit.id) ?? NO_LEDGER,
          received: received.get(unit.id) ?? NO_RECEIPTS,
          deductions: deducted.get(unit.id) ?? [],
          classes: classesOf(unit),
        };
        const { deductions: held, classes, ...given } = facts;
        const others = `${JSON.stringify([held, classes])} ${rules}`;
        const known = before.get(unit.id);
        if (
          known?.ledger === given.ledger &&
          known.received === given.received &&
          known.others === others
        ) {
          return known.outcome;
        }
        const effects = periodEffects(facts, all, span, today);
        const outcome = {
          effects,
          sum: pointsOf(effects),
          failedGates: failedGates(facts, effects, all, span, today),
        };
        before.set(unit.id, { ...given, others, outcome });
        return outcome;
      };
    },
  };
});
