import type { Core } from '@strapi/strapi';
import { overlap } from '../../../domain/rule-set';
import { UID } from '../constants';
import { runLedgerTransaction, withLedgerLock } from '../ledger-lock';
import { type RuleSetRecord, ruleSetRepository, type StoredRuleSet } from '../records/rule-sets';
import { requireContent } from '../../../../../common/messages/validation';
import {
  documentIdOf,
  writesData,
  type DocumentContext,
  type Next,
} from '../../../../../common/documents/context';
import { requireRuleSetContent } from './rule-set-content';
import { adoptionRepository } from '../records/adoptions';
import { postingRepository } from './postings';
import type { Transaction } from '../../../../../common/database/transaction';
import { refuse } from '../messages';

const content = ({ rules, policies, extensions, effectiveFrom }: RuleSetRecord): string =>
  JSON.stringify([
    [...rules.values()],
    Object.entries(policies).sort(),
    effectiveFrom,
    ...(extensions ? [extensions] : []),
  ]);

const CONTENT = ['channels', 'policies', 'extensions'] as const;

/** The JSON as a write leaves it: what it does not name stays. */
const contentAfter = (
  data: Readonly<Record<string, unknown>>,
  before: StoredRuleSet | undefined
): StoredRuleSet => {
  const after: StoredRuleSet = {
    channels: before?.channels,
    policies: before?.policies,
    extensions: before?.extensions ?? null,
  };
  for (const field of CONTENT) if (data[field] !== undefined) after[field] = data[field];
  return after;
};

/** Rule sets are versions: valid when written, never two on a day, and fixed once in use. */
export const ruleSetMiddleware = (strapi: Core.Strapi) => {
  const adoptions = adoptionRepository(strapi);
  const postings = postingRepository(strapi);
  const ruleSets = ruleSetRepository(strapi);

  const find = async (
    trx: Transaction,
    documentId: string | undefined
  ): Promise<RuleSetRecord | null> =>
    (await ruleSets.all(trx)).find((ruleSet) => ruleSet.documentId === documentId) ?? null;

  const prepare = ({ action, params }: DocumentContext): void => {
    const data = (params.data ??= {});
    requireContent(strapi, UID.ruleSet, data, action === 'create');
    if (action === 'create') requireRuleSetContent(strapi, contentAfter(data, undefined));
  };

  const requireChanged = ({ params }: DocumentContext, before: RuleSetRecord): void => {
    const data = params.data ?? {};
    if (CONTENT.every((field) => data[field] === undefined)) return;
    requireRuleSetContent(strapi, contentAfter(data, before.stored));
  };

  const requireOrder = async (trx: Transaction, ruleSet: RuleSetRecord): Promise<void> => {
    if (ruleSet.effectiveTo !== null && ruleSet.effectiveTo < ruleSet.effectiveFrom) {
      throw refuse(strapi, 'effectiveTo', 'error.ruleSet.order');
    }
    const others = (await ruleSets.all(trx)).filter(({ id }) => id !== ruleSet.id);
    const other = others.find((each) => overlap(each, ruleSet));
    if (other) {
      throw refuse(strapi, 'effectiveFrom', 'error.ruleSet.overlap', { name: other.name });
    }
  };

  const requireFixed = async (
    trx: Transaction,
    before: RuleSetRecord,
    after: RuleSetRecord
  ): Promise<void> => {
    const used = await adoptions.daysInForce(trx, before.effectiveFrom, before.effectiveTo);
    const posted = await postings.names(trx, 'rule_set_id', before.id);
    if ((used || posted) && content(before) !== content(after)) {
      throw refuse(strapi, 'channels', 'error.ruleSet.inUse');
    }
    if (used && after.effectiveTo !== null && after.effectiveTo < used.last) {
      throw refuse(strapi, 'effectiveTo', 'error.ruleSet.uncovered', { day: used.last });
    }
  };

  const write = (context: DocumentContext, next: Next): Promise<unknown> => {
    prepare(context);
    let before: RuleSetRecord | null = null;
    return runLedgerTransaction(
      strapi,
      async (trx) => {
        before = context.action === 'update' ? await find(trx, context.params.documentId) : null;
        if (before) requireChanged(context, before);
        return next();
      },
      async (trx, result) => {
        const after = await find(trx, documentIdOf(context, result));
        if (!after) return;
        await requireOrder(trx, after);
        if (before) await requireFixed(trx, before, after);
      }
    );
  };

  const remove = (context: DocumentContext, next: Next): Promise<unknown> =>
    withLedgerLock(strapi, async (trx) => {
      const before = await find(trx, context.params.documentId);
      const used =
        before && (await adoptions.daysInForce(trx, before.effectiveFrom, before.effectiveTo));
      if (used || (before && (await postings.names(trx, 'rule_set_id', before.id)))) {
        throw refuse(strapi, UID.ruleSet, 'error.ruleSet.delete');
      }
      return next();
    });

  return async (context: DocumentContext, next: Next): Promise<unknown> => {
    if (writesData(context)) return write(context, next);
    return context.action === 'delete' ? remove(context, next) : next();
  };
};
