import type { Core } from '@strapi/strapi';
import { clock } from '../../../../../common/time/clock';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { answerAdoptionService } from '../commissions/answer-adoptions';
import { acceptanceService } from './acceptance';
import {
  JOINED,
  type Joined,
  type MergeSnapshot,
  type MovedTie,
  mergeRepository,
} from './merge-repository';
import { workflowHistory } from './workflow-history';
import type { WorkflowRecord } from './workflow-repository';

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

/** How one submission becomes part of another: what it brings goes over, and is remembered. */
export const mergeAttachment = oncePerApplication((strapi: Core.Strapi) => {
  const acceptance = acceptanceService(strapi);
  const answers = answerAdoptionService(strapi);
  const merges = mergeRepository(strapi);
  const history = workflowHistory(strapi);

  const bringOver = async (
    trx: Transaction,
    source: WorkflowRecord,
    target: WorkflowRecord
  ): Promise<MergeSnapshot> => {
    const brought: Record<Joined, number[]> = { units: [], officers: [], attachments: [] };
    for (const list of JOINED) {
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

  return {
    /** Makes the source part of the target, which is accepted if what came is adopted. */
    async attach(trx: Transaction, target: WorkflowRecord, source: WorkflowRecord): Promise<void> {
      const snapshot = await bringOver(trx, source, target);
      const accepted = await acceptance.acceptIfAdopted(trx, target.id);
      const into = { id: target.id, snapshot: { ...snapshot, accepted } };
      await merges.mark(trx, source.id, into, clock.now());
      await answers.keepOne(trx, target.id);
      await history.note(trx, source, 'merge-into', [target]);
    },
  };
});
