import type { Core } from '@strapi/strapi';
import { clock } from '../../../../../common/time/clock';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { answerAdoptionService } from '../commissions/answer-adoptions';
import { acceptanceService } from './acceptance';
import { JOINED, type Joined, type MergeSnapshot, mergeRepository } from './merge-repository';
import { workflowService } from './workflow';
import { workflowHistory } from './workflow-history';
import type { WorkflowRecord } from './workflow-repository';

/** How one submission leaves another that took it in: it gets back what it brought. */
export const mergeDetachment = oncePerApplication((strapi: Core.Strapi) => {
  const acceptance = acceptanceService(strapi);
  const answers = answerAdoptionService(strapi);
  const merges = mergeRepository(strapi);
  const workflow = workflowService(strapi);
  const history = workflowHistory(strapi);

  /** What another of the merged brought as well stays, and is remembered as that one's: whether it was. */
  const handOn = async (
    trx: Transaction,
    list: Joined,
    member: number,
    others: readonly number[]
  ): Promise<boolean> => {
    for (const id of others) {
      if (!(await merges.membersOf(trx, list, id)).includes(member)) continue;
      const snapshot = await merges.snapshotOf(trx, id);
      if (!snapshot) continue;
      await merges.saveSnapshot(trx, id, { ...snapshot, [list]: [...snapshot[list], member] });
      return true;
    }
    return false;
  };

  const restoreLists = async (
    trx: Transaction,
    target: WorkflowRecord,
    snapshot: MergeSnapshot,
    others: readonly number[]
  ): Promise<void> => {
    for (const list of JOINED) {
      const leaving: number[] = [];
      for (const member of snapshot[list]) {
        if (!(await handOn(trx, list, member, others))) leaving.push(member);
      }
      await merges.remove(trx, list, target.id, leaving);
    }
  };

  const restoreAdoptions = async (
    trx: Transaction,
    target: WorkflowRecord,
    source: WorkflowRecord,
    snapshot: MergeSnapshot
  ): Promise<void> => {
    for (const tie of snapshot.ties) {
      await merges.moveTie(trx, tie, target.id, source.id);
      if (!tie.published) continue;
      const onSite = await merges.onSite(trx, tie, target.id);
      await merges.moveAdoptions(trx, onSite, target.id, source.id);
    }
    const byHand = await merges.notOnSite(trx, snapshot.adoptions);
    await merges.moveAdoptions(trx, byHand, target.id, source.id);
  };

  return {
    /**
     * Takes the source out of the target.
     *
     * @param others ids of those that stay part of the target
     */
    async detach(
      trx: Transaction,
      target: WorkflowRecord,
      source: WorkflowRecord,
      others: readonly number[]
    ): Promise<void> {
      const snapshot = await merges.snapshotOf(trx, source.id);
      if (!snapshot) return;
      await restoreLists(trx, target, snapshot, others);
      await restoreAdoptions(trx, target, source, snapshot);
      await merges.mark(trx, source.id, null, clock.now());
      for (const { id } of [target, source]) await answers.giveBack(trx, id);
      await acceptance.acceptIfAdopted(trx, source.id);
      if (snapshot.accepted) await workflow.unaccept(trx, target.id);
      await history.note(trx, source, 'leave', [target]);
    },
  };
});
