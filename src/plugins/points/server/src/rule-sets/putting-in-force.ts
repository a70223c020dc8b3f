import type { Core } from '@strapi/strapi';
import type { Day } from '../../../domain/period';
import {
  succession,
  type Succession,
  type SuccessionRefusal,
} from '../../../domain/rule-set-succession';
import type { PutInForceBody, PutInForceResponse, RuleSetJson } from '../../../shared/contracts';
import type { Transaction } from '../../../../../common/database/transaction';
import { chunksOf } from '../../../../../common/chunks-of';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { clock } from '../../../../../common/time/clock';
import { UID } from '../constants';
import { withLedgerLock } from '../ledger-lock';
import { sealRepository } from '../ledger/seals';
import { settleService } from '../ledger/settle';
import { refuse } from '../messages';
import { type RuleSetRecord, ruleSetRepository } from '../records/rule-sets';
import { ruleSetDraftService } from './drafts';
import { ruleSetDraftRepository } from './drafts-repository';
import { replayRepository } from './replay-repository';
import { ruleSetService } from './rule-sets';

/** Submissions settled with one set of statements. */
const CHUNK = 500;

/** Puts a draft in force: from its first day on it is a rule set like the others, and fixed. */
export const puttingInForceService = oncePerApplication((strapi: Core.Strapi) => {
  const drafts = ruleSetDraftService(strapi);
  const draftRows = ruleSetDraftRepository(strapi);
  const replays = replayRepository(strapi);
  const ruleSets = ruleSetRepository(strapi);
  const seals = sealRepository(strapi);
  const settle = settleService(strapi);
  const versions = ruleSetService(strapi);

  const refusalOf = (refusal: SuccessionRefusal<RuleSetRecord>): Error =>
    refusal.reason === 'sealed'
      ? refuse(strapi, 'from', 'error.ruleSet.sealed', { day: refusal.firstDay })
      : refuse(strapi, 'from', 'error.ruleSet.taken', { name: refusal.by.name });

  const plan = async (trx: Transaction, from: Day): Promise<Succession<RuleSetRecord>> => {
    const outcome = succession(from, await ruleSets.all(trx), await seals.current(trx));
    if ('refusal' in outcome) throw refusalOf(outcome.refusal);
    return outcome.succession;
  };

  /** @returns the documentId of the rule set */
  const create = async (
    trx: Transaction,
    name: string,
    { channels, extensions, policies }: RuleSetJson,
    from: Day
  ): Promise<string> => {
    const { ends, effectiveTo } = await plan(trx, from);
    if (ends) await ruleSets.end(trx, ends.ruleSet.id, ends.effectiveTo, clock.now());
    const { documentId } = await strapi.documents(UID.ruleSet).create({
      data: {
        ...{ name, channels, policies, extensions: extensions ?? null },
        ...{ effectiveFrom: from, effectiveTo },
      } as never,
    });
    return documentId;
  };

  /** What was adopted since its first day is scored by it. */
  const settleAnew = async (trx: Transaction, from: Day): Promise<number> => {
    const ids = await replays.adoptedFrom(trx, from);
    for (const chunk of chunksOf(ids, CHUNK)) {
      await settle.settle(trx, await settle.load(trx, chunk), 'rule-set');
    }
    return ids.length;
  };

  return {
    /**
     * Puts a draft in force from a day of a month that is not sealed. What is in force until then ends the
     * day before; what was adopted since is scored anew, in the same transaction.
     *
     * @throws NotFoundError, StaleDocumentError (409) when it was saved since, ValidationError when it is
     *   not whole, the day lies in a sealed month or another begins on it; nothing is written
     */
    async run(documentId: string, { from, revision }: PutInForceBody): Promise<PutInForceResponse> {
      return withLedgerLock(strapi, async (trx) => {
        const { draft, json } = await drafts.requireWhole(trx, documentId, revision);
        const ruleSet = await create(trx, draft.name, json, from);
        await draftRows.remove(trx, draft);
        const settled = await settleAnew(trx, from);
        return { data: versions.summary(await versions.find(trx, ruleSet)), meta: { settled } };
      });
    },
  };
});
