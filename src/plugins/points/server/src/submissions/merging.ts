import type { Core } from '@strapi/strapi';
import { checkTransition, type Action } from '../../../domain/submission-workflow';
import { isSealed } from '../../../domain/seal';
import { changeByIntake } from '../../../domain/totals';
import { UID } from '../constants';
import { isVisible } from '../isolation/visible';
import { type WorkflowRecord, workflowRepository } from './workflow-repository';
import { withLedgerLock } from '../ledger-lock';
import {
  type Joined,
  type MergeSnapshot,
  type MovedTie,
  mergeRepository,
} from './merge-repository';
import { clock } from '../../../../../common/time/clock';
import { receivedTotals } from '../ledger/received-totals';
import { acceptanceService } from './acceptance';
import {
  actorOf,
  nameOfChoice,
  refuseTransition,
  transitionContexts,
  workflowOf,
} from './transition-context';
import { workflowService } from './workflow';
import { workflowHistory } from './workflow-history';
import { settleService, type Cause } from '../ledger/settle';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { type SubmissionLedgers, submissionLedgerRepository } from '../ledger/submission-ledgers';
import { totalRepository } from '../ledger/totals';
import type { Transaction } from '../../../../../common/database/transaction';
import { refuse } from '../messages';

const LISTS: readonly Joined[] = ['units', 'officers', 'attachments'];

/** What will be published of drafts that go over comes back with them; not what was published for the other. */
const futureFacts = (ties: readonly MovedTie[], there: readonly MovedTie[]): MovedTie[] =>
  ties
    .filter(({ published }) => !published)
    .map((tie) => ({ ...tie, published: true }))
    .filter(
      (tie) =>
        ![...ties, ...there].some(
          ({ documentId, published }) => published && documentId === tie.documentId
        )
    );

/**
 * Same news of several units (§七.8): one submission takes others in, with their units, officers,
 * attachments, adoptions and entries, and its points are divided among all. Taking them apart
 * gives back what was brought; what happened in between stays where it happened.
 */
export const mergeService = oncePerApplication((strapi: Core.Strapi) => {
  const accounts = submissionLedgerRepository(strapi);
  const workflows = workflowRepository(strapi);
  const merges = mergeRepository(strapi);
  const totals = totalRepository(strapi);
  const workflow = workflowService(strapi);
  const acceptance = acceptanceService(strapi);
  const contexts = transitionContexts(strapi);
  const history = workflowHistory(strapi);
  const settle = settleService(strapi);

  /** @throws ValidationError when a point of theirs counts in a month that is closed */
  const requireOpenMonths = ({ accounts: touched, firstOpenMonth }: SubmissionLedgers): void => {
    const months = touched.flatMap(({ recorded }) => recorded.standing.map(({ month }) => month));
    const sealed = months.find((month) => isSealed(month, firstOpenMonth));
    if (sealed !== undefined) {
      throw refuse(strapi, 'sources', 'error.merge.sealed', { month: sealed });
    }
  };

  const require = async (
    trx: Transaction,
    documentId: string,
    action: Action
  ): Promise<WorkflowRecord> => {
    const context = await contexts.load(trx, documentId);
    const verdict = checkTransition(action, workflowOf(context.piece), actorOf(context));
    if ('refusal' in verdict) throw refuseTransition(strapi, action, verdict.refusal, context);
    return context.piece;
  };

  const requireSource = async (
    trx: Transaction,
    documentId: string,
    target: WorkflowRecord
  ): Promise<WorkflowRecord> => {
    if (documentId === target.documentId) throw refuse(strapi, 'sources', 'error.merge.itself');
    const isThere = await isVisible(strapi, UID.submission, documentId);
    const piece = isThere ? await workflows.find(trx, documentId) : null;
    if (!piece) throw refuse(strapi, 'sources', 'error.merge.unknown', { value: documentId });
    const { title } = piece;
    if (piece.mergedInto !== null) throw refuse(strapi, 'sources', 'error.merge.merged', { title });
    if (piece.merged.length > 0) throw refuse(strapi, 'sources', 'error.merge.chain', { title });
    if (piece.state !== 'submitted' && piece.state !== 'accepted') {
      throw refuse(strapi, 'sources', 'error.merge.state', {
        title,
        state: nameOfChoice(strapi, piece.state),
      });
    }
    return piece;
  };

  /** A submission whose units the office replaced by those that another brought would be nobody's. */
  const requireUnits = ({ accounts: touched }: SubmissionLedgers): void => {
    for (const { submission } of touched) {
      const { title, contributors } = submission;
      if (contributors.length === 0) throw refuse(strapi, 'units', 'error.merge.nobody', { title });
    }
  };

  /** Runs what changes submissions, then counts and settles them anew. */
  const changing = async (
    trx: Transaction,
    ids: readonly number[],
    cause: Cause,
    change: () => Promise<void>
  ): Promise<void> => {
    const before = await accounts.ofSubmissions(trx, ids);
    requireOpenMonths(before);
    await change();
    const after = await accounts.ofSubmissions(trx, ids);
    requireUnits(after);
    for (const { submission } of after.accounts) {
      const earlier = before.accounts.find((account) => account.submission.id === submission.id);
      await totals.add(
        trx,
        changeByIntake(
          receivedTotals(strapi, earlier?.submission),
          receivedTotals(strapi, submission)
        )
      );
    }
    await settle.settle(trx, after, cause);
  };

  /** What is adopted is accepted, also by what came with a merge. */
  const acceptAdopted = async (trx: Transaction, id: number): Promise<boolean> => {
    const piece = await workflows.findById(trx, id);
    if (!piece?.isAdopted || piece.state === 'accepted') return false;
    await acceptance.accept(trx, piece);
    return true;
  };

  const attachSources = async (
    trx: Transaction,
    source: WorkflowRecord,
    target: WorkflowRecord
  ): Promise<MergeSnapshot> => {
    const brought: Record<Joined, number[]> = { units: [], officers: [], attachments: [] };
    for (const list of LISTS) {
      const there = await merges.membersOf(trx, list, target.id);
      brought[list] = (await merges.membersOf(trx, list, source.id)).filter(
        (member) => !there.includes(member)
      );
      await merges.add(trx, list, target.id, brought[list]);
    }
    const adoptions = await merges.adoptionsOf(trx, source.id);
    await merges.moveAdoptions(trx, adoptions, source.id, target.id);
    const there = await merges.tiesTo(trx, target.id);
    const ties = await merges.tiesTo(trx, source.id);
    for (const tie of ties) await merges.moveTie(trx, tie, source.id, target.id);
    return { ...brought, adoptions, ties: [...ties, ...futureFacts(ties, there)], accepted: false };
  };

  const mergeInto = async (
    trx: Transaction,
    target: WorkflowRecord,
    source: WorkflowRecord
  ): Promise<void> => {
    const snapshot = await attachSources(trx, source, target);
    const accepted = await acceptAdopted(trx, target.id);
    const now = clock.now();
    await merges.mark(trx, source.id, { id: target.id, snapshot: { ...snapshot, accepted } }, now);
    await history.note(trx, source, 'merge-into', [target]);
  };

  /** What another of the merged brought as well stays, and is remembered as that one's. */
  const transferAdoptions = async (
    trx: Transaction,
    list: Joined,
    member: number,
    others: readonly number[]
  ): Promise<boolean> => {
    for (const id of others) {
      if (!(await merges.membersOf(trx, list, id)).includes(member)) continue;
      const snapshot = await merges.memoryOf(trx, id);
      if (!snapshot) continue;
      await merges.saveSnapshot(trx, id, { ...snapshot, [list]: [...snapshot[list], member] });
      return true;
    }
    return false;
  };

  const restoreAdoptions = async (
    trx: Transaction,
    target: WorkflowRecord,
    source: WorkflowRecord,
    snapshot: MergeSnapshot,
    others: readonly number[]
  ): Promise<void> => {
    for (const list of LISTS) {
      const leaving: number[] = [];
      for (const member of snapshot[list]) {
        if (!(await transferAdoptions(trx, list, member, others))) leaving.push(member);
      }
      await merges.remove(trx, list, target.id, leaving);
    }
    for (const tie of snapshot.ties) {
      await merges.moveTie(trx, tie, target.id, source.id);
      if (!tie.published) continue;
      const onSite = await merges.onSite(trx, tie, target.id);
      await merges.moveAdoptions(trx, onSite, target.id, source.id);
    }
    const byHand = await merges.notOnSite(trx, snapshot.adoptions);
    await merges.moveAdoptions(trx, byHand, target.id, source.id);
  };

  const detachSource = async (
    trx: Transaction,
    target: WorkflowRecord,
    source: WorkflowRecord,
    others: readonly number[]
  ): Promise<void> => {
    const snapshot = await merges.memoryOf(trx, source.id);
    if (!snapshot) return;
    await restoreAdoptions(trx, target, source, snapshot, others);
    await merges.mark(trx, source.id, null, clock.now());
    await acceptAdopted(trx, source.id);
    if (snapshot.accepted) await workflow.unaccept(trx, target.id);
    await history.note(trx, source, 'leave', [target]);
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
        const target = await require(trx, documentId, 'merge');
        const pieces: WorkflowRecord[] = [];
        for (const source of new Set(sources)) {
          pieces.push(await requireSource(trx, source, target));
        }
        const ids = [target.id, ...pieces.map(({ id }) => id)];
        await changing(trx, ids, 'merge', async () => {
          for (const piece of pieces) await mergeInto(trx, target, piece);
          await history.note(trx, target, 'merge', pieces);
        });
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
        const piece = await require(trx, documentId, 'unmerge');
        const target =
          piece.mergedInto === null ? piece : await workflows.findById(trx, piece.mergedInto);
        if (!target) return;
        const parts = await workflows.findAll(trx, target.merged);
        const wanted = piece.mergedInto === null ? sources : [piece.documentId];
        const unknown = wanted?.find((each) => !parts.some((part) => part.documentId === each));
        if (unknown !== undefined) {
          throw refuse(strapi, 'sources', 'error.merge.notPart', { value: unknown });
        }
        const leaving = parts.filter((part) => wanted?.includes(part.documentId) ?? true);
        let staying = parts;
        await changing(trx, [target.id, ...leaving.map(({ id }) => id)], 'unmerge', async () => {
          // The last that came leaves first, so that each finds what it brought.
          for (const part of leaving.reverse()) {
            staying = staying.filter(({ id }) => id !== part.id);
            await detachSource(
              trx,
              target,
              part,
              staying.map(({ id }) => id)
            );
          }
          await history.note(trx, target, 'unmerge', leaving);
        });
      });
    },
  };
});
