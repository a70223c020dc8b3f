import type { Core } from '@strapi/strapi';
import { isOpenToUnit } from '../../../domain/submission-workflow';
import type { SealedAwardDecision, ContributorChange } from '../../../shared/contracts';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { sentence } from '../messages';
import { type NewHistoryLine, historyRepository } from '../records/history';
import { unitRepository } from '../records/units';
import { clock } from '../../../../../common/time/clock';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Named } from './contributors-repository';
import { type TransitionContext, transitionContexts, workflowOf } from './transition-context';
import type { WorkflowRecord } from './workflow-repository';
import type { Transaction } from '../../../../../common/database/transaction';

/** What a line of history says beside who and when. */
type LineContent = Pick<NewHistoryLine, 'action' | 'from' | 'to'> & Partial<NewHistoryLine>;

/** What happens to submissions, written into their history as done by whoever asks, or by the system. */
export const workflowHistory = oncePerApplication((strapi: Core.Strapi) => {
  const contexts = transitionContexts(strapi);
  const history = historyRepository(strapi);
  const units = unitRepository(strapi);

  const unitNameOf = async (
    trx: Transaction,
    { members: [member] }: TransitionContext
  ): Promise<string | null> => {
    const id = member?.unit ?? null;
    if (id === null) return null;
    return (await units.units(trx)).find((unit) => unit.id === id)?.name ?? null;
  };

  const append = async (
    trx: Transaction,
    context: TransitionContext,
    content: LineContent
  ): Promise<void> => {
    const { submission, person, members } = context;
    const line: NewHistoryLine = {
      submission: submission.documentId,
      account: person?.account ?? null,
      person: members[0]?.name ?? person?.name ?? '',
      unit: await unitNameOf(trx, context),
      ...content,
    };
    await history.append(trx, line, clock.now());
  };

  /** A line about what leaves the submission where it stands. */
  const appendNote = async (
    trx: Transaction,
    submission: WorkflowRecord,
    content: Omit<LineContent, 'from' | 'to'>
  ): Promise<void> => {
    const context = await contexts.of(trx, submission);
    await append(trx, context, { ...content, from: submission.state, to: submission.state });
  };

  return {
    append,

    /** The first line of a submission's history. */
    async begin(trx: Transaction, submission: WorkflowRecord): Promise<void> {
      const context = await contexts.of(trx, submission);
      await append(trx, context, { action: 'create', from: null, to: submission.state });
    },

    /** A line about merging, with the others that it concerns. */
    async note(
      trx: Transaction,
      submission: WorkflowRecord,
      action: string,
      others: readonly WorkflowRecord[]
    ): Promise<void> {
      const other = others.map(({ documentId, title }) => ({ documentId, title }));
      await appendNote(trx, submission, { action, other });
    },

    /** A line about who was added or taken out, with the unit that each is of. */
    async noteContributors(
      trx: Transaction,
      submission: WorkflowRecord,
      action: ContributorChange,
      named: readonly Named[]
    ): Promise<void> {
      const other = named.map(({ name, unit }) => ({ documentId: unit.documentId, title: name }));
      await appendNote(trx, submission, { action, other });
    },

    /** A line about what the office decided on an award of a sealed month. */
    async noteAward(
      trx: Transaction,
      submission: WorkflowRecord,
      action: SealedAwardDecision,
      comment: string
    ): Promise<void> {
      await appendNote(trx, submission, { action, comment });
    },

    /** A line about an entry of it that was taken down or deleted, with the reason where one was given. */
    async noteTakeDown(
      trx: Transaction,
      submission: WorkflowRecord,
      cause: 'unpublish' | 'delete',
      comment: string | null
    ): Promise<void> {
      await appendNote(trx, submission, { action: `entry-${cause}`, comment });
    },

    /** A line where what was sent, or the proof of an adoption, has other files now. */
    async filesChanged(
      trx: Transaction,
      submission: WorkflowRecord,
      before: readonly string[],
      after: readonly string[]
    ): Promise<void> {
      if (isOpenToUnit(workflowOf(submission)) || before.join('|') === after.join('|')) return;
      const nameAll = (names: readonly string[]): string =>
        names.join('、') || sentence(languageOfRequest(strapi), 'word.nothing');
      await appendNote(trx, submission, {
        action: 'edit',
        comment: sentence(languageOfRequest(strapi), 'word.file.changed', {
          before: nameAll(before),
          after: nameAll(after),
        }),
      });
    },
  };
});
