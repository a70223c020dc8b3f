import type { Core } from '@strapi/strapi';
import { amountProblem, frozenBy } from '../../../domain/deductions';
import { monthOf, type Day, type Month } from '../../../domain/period';
import { hundredthsText, parseHundredths } from '../../../domain/points';
import { ruleSetOn } from '../../../domain/rule-set';
import type { DeductionRule } from '../../../domain/rule-set-content';
import { isSealed } from '../../../domain/seal';
import type { RecordDeductionBody } from '../../../shared/contracts';
import type { Transaction } from '../../../../../common/database/transaction';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { requireValue } from '../../../../../common/messages/validation';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { sealRepository } from '../ledger/seals';
import { refuse } from '../messages';
import {
  type DeductionRecord,
  deductionRepository,
  type NewDeduction,
} from '../records/deductions';
import { personOf } from '../records/requester';
import { type RuleSetRecord, ruleSetRepository } from '../records/rule-sets';
import { byHandRules } from './by-hand-rules';

/** What a rule set allows to be held against a unit. */
export const deductionsOf = (
  ruleSet: Pick<RuleSetRecord, 'extensions'> | undefined
): readonly DeductionRule[] => ruleSet?.extensions?.deductions ?? [];

/** Whether a sealed month has frozen what a deduction does; one that no rule knows does nothing, and stays where its month is sealed. */
export const isFrozen = (
  { day }: Pick<DeductionRecord, 'day'>,
  rule: DeductionRule | undefined,
  firstOpen: Month | null
): boolean => isSealed(rule ? frozenBy(rule, day) : monthOf(day), firstOpen);

/** What a deduction must be to be recorded or withdrawn, and who may name which unit. */
export const deductionRules = oncePerApplication((strapi: Core.Strapi) => {
  const deductions = deductionRepository(strapi);
  const ruleSets = ruleSetRepository(strapi);
  const seals = sealRepository(strapi);
  const byHand = byHandRules(strapi, 'deduction');

  const kindsOn = async (trx: Transaction, day: Day): Promise<readonly DeductionRule[]> =>
    deductionsOf(ruleSetOn(await ruleSets.all(trx), day));

  /** Which of the rule set's a body names. */
  const requireRule = async (trx: Transaction, code: string, day: Day): Promise<DeductionRule> => {
    const ruleSet = ruleSetOn(await ruleSets.all(trx), day);
    const known = deductionsOf(ruleSet);
    if (known.length === 0) {
      const key = ruleSet ? 'error.deduction.none' : 'error.deduction.noRuleSet';
      throw refuse(strapi, 'code', key, { day, ruleSet: ruleSet?.name ?? '' });
    }
    const rule = known.find((each) => each.code === code);
    if (rule) return rule;
    const language = languageOfRequest(strapi) === 'en' ? 'en' : 'zh';
    const choices = known.map((each) => `${each.code} (${each.name[language]})`).join(', ');
    throw refuse(strapi, 'code', 'error.deduction.code', { value: code, day, choices });
  };

  /** Hundredths of a point where the rule lets choose, `null` where it does not. */
  const requireAmount = (
    rule: DeductionRule,
    points: RecordDeductionBody['points']
  ): number | null => {
    if (typeof rule.points === 'object') requireValue(strapi, 'points', points ?? '');
    const amount = points === null || points === undefined ? null : parseHundredths(points);
    const problem =
      points !== null && points !== undefined && amount === null
        ? 'unreadable'
        : amountProblem(rule, amount);
    if (problem === null) return typeof rule.points === 'object' ? amount : null;
    const value = String(points ?? '');
    if (typeof rule.points === 'object') {
      const { from, to } = rule.points;
      const range = { from: hundredthsText(from), to: hundredthsText(to) };
      throw refuse(strapi, 'points', 'error.deduction.range', { value, ...range });
    }
    if (rule.points === undefined)
      throw refuse(strapi, 'points', 'error.deduction.zeroes', { value });
    const fixed = hundredthsText(rule.points);
    throw refuse(strapi, 'points', 'error.deduction.fixed', { value, points: fixed });
  };

  /** @throws ValidationError for one that is withdrawn */
  const requireInForce = ({ withdrawnAt }: DeductionRecord): void => {
    if (withdrawnAt !== null) throw refuse(strapi, 'deduction', 'error.deduction.withdrawn');
  };

  return {
    filterOf: byHand.filterOf,
    requireDay: byHand.requireDay,
    requireFiles: byHand.requireFiles,
    requireInForce,

    /**
     * That a deduction is in force, and that no sealed month has it.
     *
     * @throws ValidationError otherwise
     */
    async requireWithdrawable(trx: Transaction, deduction: DeductionRecord): Promise<void> {
      requireInForce(deduction);
      const { code, day } = deduction;
      const rule = (await kindsOn(trx, day)).find((each) => each.code === code);
      const firstOpen = await seals.current(trx);
      if (!isFrozen(deduction, rule, firstOpen)) return;
      const month = rule ? frozenBy(rule, day) : monthOf(day);
      throw refuse(strapi, 'deduction', 'error.deduction.frozen', { month });
    },

    /**
     * The deduction that a body describes.
     *
     * @throws ValidationError that names the first field that is wrong
     */
    async requireWhole(trx: Transaction, body: RecordDeductionBody): Promise<NewDeduction> {
      const { unit, officer, day } = await byHand.requireWhom(trx, body, 'deduction.record');
      const rule = await requireRule(trx, body.code, day);
      const amount = requireAmount(rule, body.points);
      const firstOpen = await seals.current(trx);
      if (isSealed(monthOf(day), firstOpen)) {
        const values = { day, month: monthOf(day), firstOpen: firstOpen ?? '' };
        throw refuse(strapi, 'day', 'error.deduction.sealed', values);
      }
      const deduction: NewDeduction = {
        unit: unit.id,
        officer: officer?.id ?? null,
        code: rule.code,
        amount,
        reason: body.reason,
        decidedBy: body.decidedBy,
        day,
        recordedBy: personOf(strapi)?.name ?? null,
      };
      if (await deductions.hasTwin(trx, deduction)) {
        throw refuse(strapi, 'day', 'error.deduction.twin', { day });
      }
      return deduction;
    },
  };
});
