import type { Core } from '@strapi/strapi';
import type Fraction from 'fraction.js';
import { failedGates } from '../../../domain/gates';
import { haveCommonDay, type Period } from '../../../domain/period';
import { periodEffects } from '../../../domain/period-effects';
import { pointsOf, type Deduction, type PeriodFacts } from '../../../domain/period-facts';
import { ledgerOf, type PeriodLine } from '../../../domain/period-ledger';
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

/** What stands in place of lines of some adoptions. */
interface Moved {
  adoptions: ReadonlySet<number>;
  lines: readonly PeriodLine[];
}

/** The lines with others in place of those of some adoptions: on the days on which those counted. */
const replaced = (lines: readonly PeriodLine[], moved: Moved | null): readonly PeriodLine[] => {
  if (!moved) return lines;
  const isMoved = ({ adoption }: PeriodLine): boolean =>
    adoption !== null && moved.adoptions.has(adoption);
  const days = new Map(lines.filter(isMoved).map(({ adoption, day }) => [adoption, day]));
  const given = moved.lines.map((line) => ({ ...line, day: days.get(line.adoption) ?? line.day }));
  return [...lines.filter((line) => !isMoved(line)), ...given];
};

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

  /** The unit's kind, and its classes in the rule sets. */
  const classesOf = (all: readonly RuleSet[], { documentId, kind }: UnitRecord): string[] => [
    kind,
    ...all.flatMap(({ extensions }) =>
      (extensions?.unitClasses ?? [])
        .filter(({ units: members = [] }) => members.includes(documentId))
        .map(({ code }) => code)
    ),
  ];

  return {
    /**
     * What rules of a period make of each unit's points in a span of whole months, under the rule sets that are in force
     * and under others, by lines of the ledger and by others in their place. Nothing is kept.
     */
    async compare(
      trx: Transaction,
      span: Span,
      { others, movedOf }: { others: readonly RuleSet[]; movedOf: (unit: number) => Moved | null }
    ): Promise<(unit: UnitRecord) => { before: Fraction; after: Fraction }> {
      const all = await ruleSets.all(trx);
      const { lines, received } = await kept.since(trx, span);
      const deducted = groupBy(await deductedIn(trx, span), ({ unit }) => unit);
      const today = calendar.dayOf(clock.now());
      return (unit) => {
        const facts = {
          received: received.get(unit.id) ?? NO_RECEIPTS,
          deductions: deducted.get(unit.id) ?? [],
        };
        const sumUnder = (rules: readonly RuleSet[], own: readonly PeriodLine[]): Fraction => {
          const classes = classesOf(rules, unit);
          return pointsOf(
            periodEffects({ ...facts, classes, ledger: ledgerOf(own) }, rules, span, today)
          );
        };
        const own = lines.get(unit.id) ?? [];
        return {
          before: sumUnder(all, own),
          after: sumUnder(others, replaced(own, movedOf(unit.id))),
        };
      };
    },

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
          classes: classesOf(all, unit),
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
