import type { Core } from '@strapi/strapi';
import { describePoints, sumOfSound } from '../../../domain/points';
import { unsignedUnits, type Reason } from '../../../domain/submission-workflow';
import type {
  DeskGroup,
  DeskGroupName,
  DeskSubmission,
  PieceToSign,
} from '../../../shared/contracts';
import {
  type InboxFilter,
  type ListedRecord,
  type Owners,
  inboxRepository,
} from '../inbox/inbox-repository';
import { inboxService } from '../inbox/inbox';
import type { Requester } from '../records/requester';
import { historyRepository } from '../records/history';
import { postingRepository } from '../ledger/postings';
import { readVersionService } from '../submissions/read-version';
import { submissionRepository } from '../records/submissions';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

type Queue = InboxFilter['queue'];

/** Items of a group that the desk shows; its total counts the rest. */
export const MOST_SHOWN = 20;

/** What a group joins. What a leader signs is no whole queue, and read apart. */
const QUEUES: Readonly<Record<Exclude<DeskGroupName, 'toSign'>, readonly Queue[]>> = {
  returned: ['returned', 'sent-back'],
  drafts: ['draft'],
  waiting: ['submitted', 'awaits-signature'],
  accepted: ['accepted'],
  declined: ['declined'],
};

/** Of several queues, what waits the oldest first and all else the newest. */
const orderOf = (queues: readonly Queue[]) =>
  queues.includes('submitted')
    ? oldestFirst
    : (one: ListedRecord, other: ListedRecord) => oldestFirst(other, one);

/** Pieces as long in their queue as they are. */
const oldestFirst = (one: ListedRecord, other: ListedRecord): number =>
  one.since.getTime() - other.since.getTime() || one.id - other.id;

/** How many pieces stand in each queue. */
type Counts = ReadonlyMap<Queue, number>;

const countIn = (counts: Counts, queues: readonly Queue[]): number =>
  queues.reduce((total, queue) => total + (counts.get(queue) ?? 0), 0);

/** Who asks for a group, whose pieces it has, and how many stand in each queue. */
interface Asked {
  requester: Requester;
  owners: Owners;
  counts: Counts;
}

/** A unit's pieces by where they stand. */
export const groupService = oncePerApplication((strapi: Core.Strapi) => {
  const history = historyRepository(strapi);
  const inbox = inboxRepository(strapi);
  const postings = postingRepository(strapi);
  const readVersions = readVersionService(strapi);
  const submissions = submissionRepository(strapi);
  const { waitingOf } = inboxService(strapi);

  const toSubmissions = async (
    trx: Transaction,
    records: readonly ListedRecord[],
    own: readonly number[]
  ): Promise<DeskSubmission[]> => {
    const ids = records.map(({ id }) => id);
    const facts = await submissions.facts(trx, ids);
    const earned = await postings.ofSubmissions(trx, ids, own);
    const verdicts = await history.lastVerdicts(
      trx,
      records
        .filter(
          ({ isSentBack, state }) => isSentBack || state === 'returned' || state === 'declined'
        )
        .map(({ documentId }) => documentId)
    );
    const versions = await readVersions.ofIds(
      trx,
      records.filter(({ awaitsSignature }) => awaitsSignature).map(({ id }) => id)
    );
    return records.map((record) => {
      const verdict = verdicts.get(record.documentId);
      return {
        documentId: record.documentId,
        title: record.title,
        category: record.category,
        state: record.state,
        since: record.since.toISOString(),
        officers: [...(facts.get(record.id)?.officerNames.values() ?? [])],
        awaitsSignature: record.awaitsSignature,
        waiting: waitingOf(record),
        reason: (verdict?.reason ?? null) as Reason | null,
        comment: verdict?.comment ?? null,
        isSentBack: verdict?.action === 'send-back',
        version: versions.get(record.id) ?? null,
        points: describePoints(
          sumOfSound(earned.filter(({ submission }) => submission === record.id))
        ),
      };
    });
  };

  /** What the person is to sign, the oldest first: of all of the unit's, whoever wrote it. */
  const listToSign = async (
    trx: Transaction,
    { can, units: own }: Requester
  ): Promise<ListedRecord[]> => {
    if (!can('sign')) return [];
    const waiting = await inbox.awaitingSignature(trx, own);
    return waiting
      .filter(({ record, units }) => unsignedUnits(units, record.signatures).length > 0)
      .map(({ record }) => record);
  };

  /**
   * The first of what stands in the queues. As many of each queue are read as are shown of all, so that
   * what comes first of all is among them.
   */
  const firstOf = async (
    trx: Transaction,
    queues: readonly Queue[],
    owners: Owners
  ): Promise<ListedRecord[]> => {
    const page = { page: 1, pageSize: MOST_SHOWN };
    const records: ListedRecord[] = [];
    for (const queue of queues)
      records.push(...(await inbox.page(trx, { queue, ...owners }, page)));
    return queues.length === 1 ? records : records.sort(orderOf(queues)).slice(0, MOST_SHOWN);
  };

  return {
    /** What waits for the person's signature, the oldest first. */
    async toSign(trx: Transaction, requester: Requester): Promise<PieceToSign[]> {
      const records = await listToSign(trx, requester);
      return records.map(({ documentId, title }) => ({ documentId, title }));
    },

    /** How many of the owners' pieces stand in each queue, for `count` and `group`. */
    counts: (trx: Transaction, owners: Owners): Promise<Counts> => inbox.counts(trx, owners),

    /** How many pieces a group has. */
    async count(
      trx: Transaction,
      name: DeskGroupName,
      requester: Requester,
      counts: Counts
    ): Promise<number> {
      if (name === 'toSign') return (await listToSign(trx, requester)).length;
      return countIn(counts, QUEUES[name]);
    },

    /** The first pieces of a group, and how many it has. */
    async group(
      trx: Transaction,
      name: DeskGroupName,
      { requester, owners, counts }: Asked
    ): Promise<DeskGroup> {
      if (name === 'toSign') {
        const records = await listToSign(trx, requester);
        return {
          total: records.length,
          awaitingSignature: records.length,
          items: await toSubmissions(trx, records.slice(0, MOST_SHOWN), requester.units),
        };
      }
      const queues = QUEUES[name];
      const filled = queues.filter((queue) => countIn(counts, [queue]) > 0);
      const unsigned = queues.filter((queue) => queue === 'awaits-signature');
      return {
        total: countIn(counts, queues),
        awaitingSignature: countIn(counts, unsigned),
        items: await toSubmissions(trx, await firstOf(trx, filled, owners), requester.units),
      };
    },
  };
});
