import type { Core } from '@strapi/strapi';
import { changeByIntake } from '../../../domain/totals';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { answerAdoptionService } from '../commissions/answer-adoptions';
import { withLedgerLock } from '../ledger-lock';
import { receivedTotals } from '../ledger/received-totals';
import { settleService, type Cause } from '../ledger/settle';
import { submissionLedgerRepository } from '../ledger/submission-ledgers';
import { totalRepository } from '../ledger/totals';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { refuse } from '../messages';
import { mergeAttachment } from './merge-attach';
import { mergeDetachment } from './merge-detach';
import { mergeRules } from './merge-rules';
import { workflowHistory } from './workflow-history';
import { type WorkflowRecord, workflowRepository } from './workflow-repository';

/**
 * Same news of several units (§七.8): one submission takes others in, with their units, officers,
 * attachments, adoptions and entries, and its points are divided among all. Taking them apart
 * gives back what was brought; what happened in between stays where it happened.
 */
export const mergeService = oncePerApplication((strapi: Core.Strapi) => {
  const ledgers = submissionLedgerRepository(strapi);
  const totals = totalRepository(strapi);
  const workflows = workflowRepository(strapi);
  const rules = mergeRules(strapi);
  const settle = settleService(strapi);
  const history = workflowHistory(strapi);
  const answers = answerAdoptionService(strapi);
  const attachment = mergeAttachment(strapi);
  const detachment = mergeDetachment(strapi);

  /** Runs what changes submissions, then counts and settles them anew. */
  const changing = async (
    trx: Transaction,
    ids: readonly number[],
    cause: Cause,
    change: () => Promise<void>
  ): Promise<void> => {
    const before = await ledgers.ofSubmissions(trx, ids);
    rules.requireOpenMonths(before);
    await change();
    const after = await ledgers.ofSubmissions(trx, ids);
    rules.requireUnits(after);
    for (const { submission } of after.ledgers) {
      const earlier = before.ledgers.find((ledger) => ledger.submission.id === submission.id);
      await totals.add(
        trx,
        changeByIntake(
          receivedTotals(strapi, earlier?.submission, before.firstOpenMonth),
          receivedTotals(strapi, submission, before.firstOpenMonth)
        )
      );
    }
    await settle.settle(trx, after, cause);
  };

  return {
    /**
     * Merges submissions into one.
     *
     * @param sources documentIds of those that become part of it
     * @throws NotFoundError, or ValidationError when one is the target itself, part of another,
     *   has others, is not with the office, or counts in a closed month; nothing is written then
     */
    async merge(documentId: string, sources: readonly string[]): Promise<void> {
      await withLedgerLock(strapi, async (trx) => {
        const target = await rules.requireOpen(trx, documentId, 'merge');
        const submissions: WorkflowRecord[] = [];
        for (const source of new Set(sources)) {
          submissions.push(await rules.requireSource(trx, source, target));
        }
        const ids = [target.id, ...submissions.map(({ id }) => id)];
        await changing(trx, ids, 'merge', async () => {
          for (const submission of submissions) await attachment.attach(trx, target, submission);
          await history.note(trx, target, 'merge', submissions);
        });
        await answers.follow(trx, target.id, calendarService(strapi).dayOf(clock.now()));
      });
    },

    /**
     * Takes merged submissions apart again.
     *
     * @param documentId one that is part of another, or one that has taken others in
     * @param sources which of those leave; absent: all
     * @throws NotFoundError, or ValidationError when it is not merged, those are not part of it, or
     *   one would be left without a unit; nothing is written then
     */
    async unmerge(documentId: string, sources?: readonly string[]): Promise<void> {
      await withLedgerLock(strapi, async (trx) => {
        const submission = await rules.requireOpen(trx, documentId, 'unmerge');
        const target =
          submission.mergedInto === null
            ? submission
            : await workflows.findById(trx, submission.mergedInto);
        if (!target) return;
        const parts = await workflows.findAll(trx, target.merged);
        const wanted = submission.mergedInto === null ? sources : [submission.documentId];
        const unknown = wanted?.find((each) => !parts.some((part) => part.documentId === each));
        if (unknown !== undefined) {
          throw refuse(strapi, 'sources', 'error.merge.notPart', { value: unknown });
        }
        const leaving = parts.filter((part) => wanted?.includes(part.documentId) ?? true);
        let staying = parts.map(({ id }) => id);
        await changing(trx, [target.id, ...leaving.map(({ id }) => id)], 'unmerge', async () => {
          // The last that came leaves first, so that each finds what it brought.
          for (const part of leaving.reverse()) {
            staying = staying.filter((id) => id !== part.id);
            await detachment.detach(trx, target, part, staying);
          }
          await history.note(trx, target, 'unmerge', leaving);
        });
      });
    },
  };
});
