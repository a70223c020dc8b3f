import type { Core } from '@strapi/strapi';
import {
  isOpenToUnit,
  checkTransition,
  SENDING,
  TRANSITIONS,
  type Action,
  type Reason,
  type State,
} from '../../../domain/submission-workflow';
import { describeSigners } from '../../../domain/signers';
import { changeByIntake } from '../../../domain/totals';
import type { NewHistoryLine } from '../records/history';
import {
  type WorkflowChange,
  type WorkflowRecord,
  type Signature,
  workflowRepository,
} from './workflow-repository';
import { withLedgerLock } from '../ledger-lock';
import { clock } from '../../../../../common/time/clock';
import { receivedTotals } from '../ledger/received-totals';
import { personOf } from '../records/requester';
import { precheckService } from './precheck';
import { currentTexts } from './current-texts';
import { readVersionService } from './read-version';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { sealRepository } from '../ledger/seals';
import { totalRepository } from '../ledger/totals';
import {
  actorOf,
  nameOfChoice,
  refuseTransition,
  transitionContexts,
  workflowOf,
  type TransitionContext,
} from './transition-context';
import { noticeService } from '../notices/notices';
import { transitionNotices } from './transition-notices';
import { workflowHistory } from './workflow-history';
import type { Transaction } from '../../../../../common/database/transaction';
import { refuse } from '../messages';

/** An action that moves one submission. Merging concerns several. */
export type TransitionAction = Exclude<Action, 'merge' | 'unmerge'>;

/** What a person says with a transition. */
export interface TransitionNote {
  reason?: Reason;
  comment?: string;
  /** Of the words that were read (`SubmissionDetail.version`); left out by code, which reads none. */
  version?: string;
}

/** What a move changes, with the state that it leads to. */
type Move = Partial<WorkflowChange> & { state: State };

/** Actions by which words leave the unit, or are answered for. */
const LEAVING: ReadonlySet<Action> = new Set(SENDING);

const signaturesAfter = ({ submission, person, members }: TransitionContext): Signature[] => {
  const { unsigned } = workflowOf(submission);
  const at = clock.now().toISOString();
  const added = members.flatMap(({ unit, name }) =>
    unit !== null && unsigned.includes(unit) ? { unit, by: name || (person?.name ?? ''), at } : []
  );
  return [...submission.signatures, ...added];
};

/** The life of submissions: who may do what, done, and written into the history. */
export const workflowService = oncePerApplication((strapi: Core.Strapi) => {
  const contexts = transitionContexts(strapi);
  const history = workflowHistory(strapi);
  const notices = noticeService(strapi);
  const workflows = workflowRepository(strapi);
  const readVersions = readVersionService(strapi);
  const seals = sealRepository(strapi);
  const totals = totalRepository(strapi);

  /** Moves, counts what is received, and writes the line. */
  const move = async (
    trx: Transaction,
    context: TransitionContext,
    change: Move,
    line: { action: string } & Partial<NewHistoryLine>
  ): Promise<void> => {
    const { submission } = context;
    if (!(await workflows.move(trx, submission, change, clock.now()))) {
      throw refuse(strapi, 'action', 'error.life.overtaken');
    }
    const { receivedAt = submission.receivedAt } = change;
    if (receivedAt !== submission.receivedAt) {
      const firstOpen = await seals.current(trx);
      await totals.add(
        trx,
        changeByIntake(
          receivedTotals(strapi, submission, firstOpen),
          receivedTotals(strapi, { ...submission, receivedAt }, firstOpen)
        )
      );
    }
    await history.append(trx, context, { from: submission.state, to: change.state, ...line });
    await notices.tell(trx, transitionNotices(context, line));
  };

  /** What a move changes beside the state that it leads to. */
  const changeOf = async (
    trx: Transaction,
    action: TransitionAction,
    context: TransitionContext,
    to: State
  ): Promise<Move> => {
    const { submission } = context;
    const change: Move = { state: to };
    if (action === 'request-signature') change.signatureRequestedAt = clock.now();
    if (action === 'sign') {
      change.signatures = signaturesAfter(context);
      change.signer = describeSigners(change.signatures.map(({ by }) => by));
    }
    if (action === 'withdraw') {
      change.signatureRequestedAt = null;
      change.signatures = [];
      if (to === 'draft') change.receivedAt = null;
    }
    if (action === 'send-back') {
      change.signatureRequestedAt = null;
      change.signatures = [];
      change.stateSince = clock.now();
    }
    if (action === 'return') change.signatures = [];
    if (to === 'submitted' && action !== 'reopen') {
      change.receivedAt = submission.receivedAt ?? clock.now();
      change.signatureRequestedAt = null;
      change.text = (await currentTexts(strapi, trx, submission)).text;
    }
    return change;
  };

  const requireReason = (action: Action, { reason, comment }: TransitionNote): void => {
    if (!TRANSITIONS[action].needsReason) return;
    if (!reason) throw refuse(strapi, 'reason', 'error.life.reason');
    if (reason === 'other' && !comment) throw refuse(strapi, 'comment', 'error.life.comment');
  };

  /** Words are looked at before they leave the unit, and before the leader answers for them. */
  const requireReady = async (
    trx: Transaction,
    action: Action,
    submission: WorkflowRecord
  ): Promise<void> => {
    const { errors } = await precheckService(strapi).of(trx, submission);
    const [first, ...others] = errors.filter(
      ({ code }) => action === 'submit' || code !== 'no-signer'
    );
    if (!first) return;
    throw refuse(strapi, first.field, 'error.life.precheck', {
      problems: [first, ...others].map(({ message }) => message).join(''),
    });
  };

  /** What is signed is what was read. */
  const requireRead = async (
    trx: Transaction,
    submission: WorkflowRecord,
    { version }: TransitionNote
  ): Promise<void> => {
    if (version === undefined || version === (await readVersions.of(trx, submission))) return;
    throw refuse(strapi, 'version', 'error.life.changed', { title: submission.title });
  };

  return {
    /**
     * Does what a person asks for with a submission.
     *
     * @throws NotFoundError for another unit's; ValidationError where the action is not open, for
     *   whatever reason, or lacks its words, or it reads otherwise by now. Nothing is written then
     */
    async act(documentId: string, action: TransitionAction, note: TransitionNote): Promise<void> {
      await withLedgerLock(strapi, async (trx) => {
        const context = await contexts.load(trx, documentId);
        const { submission } = context;
        const verdict = checkTransition(action, workflowOf(submission), actorOf(context));
        if ('refusal' in verdict) throw refuseTransition(strapi, action, verdict.refusal, context);
        requireReason(action, note);
        await requireRead(trx, submission, note);
        if (LEAVING.has(action)) await requireReady(trx, action, submission);
        const change = await changeOf(trx, action, context, verdict.to);
        const sent =
          change.text === undefined ? null : { title: submission.title, text: change.text };
        await move(trx, context, change, {
          action,
          reason: note.reason ?? null,
          comment: note.comment ?? null,
          after: sent,
        });
      });
    },

    /** Lets wait again what only a merge had accepted, unless something else rests on it by now. */
    async unaccept(trx: Transaction, id: number): Promise<void> {
      const submission = await workflows.findById(trx, id);
      if (submission?.state !== 'accepted' || submission.isAdopted) return;
      const context = await contexts.of(trx, submission);
      await move(trx, context, { state: 'submitted' }, { action: 'reopen' });
    },

    /**
     * Lets a unit's people write only while the submission is theirs.
     *
     * @throws ValidationError when it is with the office, or accepted, or declined
     */
    requireOpen(submission: WorkflowRecord): void {
      if (submission.mergedInto !== null) throw refuse(strapi, 'submission', 'error.life.merged');
      if (!personOf(strapi)?.isOfUnit || isOpenToUnit(workflowOf(submission))) return;
      const state =
        submission.signatureRequestedAt === null ? submission.state : 'awaits-signature';
      throw refuse(strapi, 'submission', 'error.life.locked', {
        title: submission.title,
        state: nameOfChoice(strapi, state),
      });
    },

    /** After a write: an office's correction is kept with both versions, and what was signed is signed no more. */
    async edited(trx: Transaction, before: WorkflowRecord, after: WorkflowRecord): Promise<void> {
      const isWithUnit = isOpenToUnit(workflowOf(before));
      if (isWithUnit && before.signatures.length > 0) {
        await workflows.move(trx, after, { signatures: [] }, clock.now());
      }
      if (isWithUnit || (before.title === after.title && before.text === after.text)) return;
      await history.append(trx, await contexts.of(trx, after), {
        action: 'edit',
        from: before.state,
        to: after.state,
        before: { title: before.title, text: before.text },
        after: { title: after.title, text: after.text },
      });
    },
  };
});
