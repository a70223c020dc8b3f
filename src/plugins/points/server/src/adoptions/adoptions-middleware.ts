import type { Core } from '@strapi/strapi';
import { evidenceOf, isBare } from '../../../domain/adoption-chain';
import { isInstruction, ruleSetOn } from '../../../domain/rule-set';
import { answerAdoptionService } from '../commissions/answer-adoptions';
import { requireConfirmed } from '../confirmation';
import { UID } from '../constants';
import { type AdoptionDetail, adoptionRepository } from '../records/adoptions';
import { runLedgerTransaction } from '../ledger-lock';
import { type SubmissionFacts, submissionRepository } from '../records/submissions';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { acceptanceService } from '../submissions/acceptance';
import { workflowHistory } from '../submissions/workflow-history';
import { workflowRepository } from '../submissions/workflow-repository';
import { settleService, type Cause } from '../ledger/settle';
import { requireContent, requireValue } from '../../../../../common/messages/validation';
import {
  documentIdOf,
  writesData,
  type DocumentContext,
  type Next,
} from '../../../../../common/documents/context';
import { fileRepository } from '../records/files';
import { postingRepository } from '../ledger/postings';
import { loadPeople } from '../records/people';
import { type RuleSetRecord, ruleSetRepository } from '../records/rule-sets';
import type { Transaction } from '../../../../../common/database/transaction';
import { detailsToKeep, requireDetails } from './adoption-details';
import { refuseSiteChannel, requireManualChannel } from './manual-channels';
import { refuse } from '../messages';

/** What publishing, withdrawing and settling alone may write. */
const OWN_FIELDS = [
  'title',
  'adoptedAt',
  'entryUid',
  'entryDocumentId',
  'withdrawnAt',
  'withdrawnReason',
  'takenDownAt',
  'takenDownReason',
  'keptContributors',
  'confirmedAt',
] as const;

/** Adoptions recorded by hand (§七.1–6): checked in words, and settled in the same transaction. */
export const adoptionMiddleware = (strapi: Core.Strapi) => {
  const adoptions = adoptionRepository(strapi);
  const answers = answerAdoptionService(strapi);
  const files = fileRepository(strapi);
  const postings = postingRepository(strapi);
  const ruleSets = ruleSetRepository(strapi);
  const submissions = submissionRepository(strapi);

  const acceptance = acceptanceService(strapi);
  const history = workflowHistory(strapi);
  const workflows = workflowRepository(strapi);

  const prepare = ({ action, params }: DocumentContext): void => {
    const data = (params.data ??= {});
    for (const field of OWN_FIELDS) Reflect.deleteProperty(data, field);
    requireContent(strapi, UID.adoption, data, action === 'create');
    refuseSiteChannel(strapi, data.channel);
    if (action === 'create') data.adoptedAt = clock.now().toISOString();
  };

  const requireChangeable = (adoption: AdoptionDetail): void => {
    if (adoption.entryDocumentId !== null) {
      throw refuse(strapi, 'channel', 'error.adoption.siteFixed');
    }
    if (adoption.withdrawnAt !== null) {
      throw refuse(strapi, 'withdrawnAt', 'error.adoption.withdrawn');
    }
  };

  /**
   * Who adopted it, under which number, or what shows it: asked for where the rules of the day want it or it
   * gives a hundred points, and needed where they say so.
   */
  const requireEvidence = async (
    trx: Transaction,
    adoption: AdoptionDetail,
    ruleSet: RuleSetRecord | undefined
  ): Promise<void> => {
    const evidence = evidenceOf(ruleSet?.rules.get(adoption.channel));
    if (evidence === 'none' || !isBare(adoption)) return;
    if ((await files.attachedTo(trx, UID.adoption, [adoption.id])).length > 0) return;
    if (evidence === 'required') throw refuse(strapi, 'evidence', 'step.refused.evidence-required');
    requireConfirmed(strapi, 'no-evidence', 'evidence', 'error.adoption.evidence');
  };

  const requireWhole = async (
    trx: Transaction,
    adoption: AdoptionDetail
  ): Promise<SubmissionFacts> => {
    requireValue(strapi, 'submission', adoption.submission);
    const submission = (await submissions.facts(trx, [adoption.submission])).get(
      adoption.submission
    );
    if (!submission || submission.contributors.length === 0) {
      throw refuse(strapi, 'submission', 'error.submission.units');
    }
    const rules = await ruleSets.all(trx);
    const ruleSet = ruleSetOn(rules, adoption.adoptedOn);
    const isByLeader =
      adoption.channel === 'instruction' || isInstruction(ruleSet?.rules.get(adoption.channel));
    if (isByLeader && !adoption.organ?.trim()) {
      throw refuse(strapi, 'organ', 'error.adoption.organ');
    }
    const today = calendarService(strapi).dayOf(clock.now());
    if (adoption.adoptedOn > today) {
      throw refuse(strapi, 'adoptedOn', 'error.adoption.future', {
        day: adoption.adoptedOn,
        today,
      });
    }
    requireManualChannel(strapi, adoption, rules);
    requireDetails(strapi, adoption, rules);
    await answers.requireFitting(trx, adoption);
    await requireEvidence(trx, adoption, ruleSet);
    if (await adoptions.hasTwin(trx, adoption)) {
      throw refuse(strapi, 'adoptedOn', 'error.adoption.twin', { day: adoption.adoptedOn });
    }
    return submission;
  };

  const settleAll = async (
    trx: Transaction,
    ids: ReadonlyArray<number | undefined>,
    cause: Cause
  ): Promise<void> => {
    for (const id of new Set(ids)) {
      if (id) await settleService(strapi).run(trx, id, cause);
    }
  };

  const find = async (trx: Transaction, documentId: string | undefined) =>
    documentId === undefined ? null : adoptions.find(trx, documentId);

  const write = (context: DocumentContext, next: Next): Promise<unknown> => {
    prepare(context);
    let before: AdoptionDetail | null = null;
    let evidence: string[] = [];
    return runLedgerTransaction(
      strapi,
      async (trx) => {
        before = context.action === 'update' ? await find(trx, context.params.documentId) : null;
        if (before) requireChangeable(before);
        const data = context.params.data ?? {};
        if (data.details !== undefined) {
          const people = await loadPeople(strapi, trx);
          data.details = detailsToKeep(strapi, data.details, before?.writtenDetails, people);
        }
        if (before) evidence = await files.namesOn(trx, context.uid, before.id);
        return next();
      },
      async (trx, result) => {
        await adoptions.follow(trx, documentIdOf(context, result));
        const after = await find(trx, documentIdOf(context, result));
        if (!after) return;
        const submission = await requireWhole(trx, after);
        if (before?.submission !== after.submission) await acceptance.accept(trx, submission);
        if (before) {
          const now = await files.namesOn(trx, context.uid, before.id);
          const record = await workflows.findById(trx, submission.id);
          if (record) await history.filesChanged(trx, record, evidence, now);
        }
        await settleAll(trx, [before?.submission, after.submission], before ? 'correct' : 'record');
        await answers.follow(trx, after.submission, after.adoptedOn);
      }
    );
  };

  const remove = (context: DocumentContext, next: Next): Promise<unknown> => {
    let before: AdoptionDetail | null = null;
    return runLedgerTransaction(
      strapi,
      async (trx) => {
        before = await find(trx, context.params.documentId);
        if (before) await requireUnused(trx, before);
        return next();
      },
      (trx) => settleAll(trx, [before?.submission], 'withdraw')
    );
  };

  const requireUnused = async (trx: Transaction, adoption: AdoptionDetail): Promise<void> => {
    if (await postings.names(trx, 'adoption_id', adoption.id)) {
      throw refuse(strapi, 'adoption', 'error.adoption.hasPostings');
    }
    requireChangeable(adoption);
  };

  return async (context: DocumentContext, next: Next): Promise<unknown> => {
    if (context.action === 'clone') throw refuse(strapi, 'channel', 'error.adoption.hasPostings');
    if (writesData(context)) return write(context, next);
    return context.action === 'delete' ? remove(context, next) : next();
  };
};
