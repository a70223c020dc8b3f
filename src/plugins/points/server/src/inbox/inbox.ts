import type { Core } from '@strapi/strapi';
import type {
  AcceptResponse,
  InboxItem,
  InboxQuery,
  InboxResponse,
  Waiting,
} from '../../../shared/contracts';
import { UID } from '../constants';
import { unitScope } from '../isolation/requester';
import { actionId } from '../permissions/actions';
import { type InboxFilter, type ListedRecord, inboxRepository } from './inbox-repository';
import { sentenceOfRefusal } from '../../../../../common/messages/errors';
import { paginationOf } from '../../../../../common/database/pages';
import { clock } from '../../../../../common/time/clock';
import { duplicateService } from '../submissions/duplicates';
import { workflowService } from '../submissions/workflow';
import { unitsHeldTo } from '../records/requester';
import { contributorsOf, loadPeople } from '../records/people';
import { workingDaysService } from '../../../../../common/time/working-days';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { fileRepository } from '../records/files';
import { submissionRepository } from '../records/submissions';
import { unitRepository } from '../records/units';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { refuse } from '../messages';

/** The office's inbox (§五): what waits for it, the oldest first. */
export const inboxService = oncePerApplication((strapi: Core.Strapi) => {
  const files = fileRepository(strapi);
  const inbox = inboxRepository(strapi);
  const submissions = submissionRepository(strapi);
  const units = unitRepository(strapi);
  const duplicates = duplicateService(strapi);
  const workflow = workflowService(strapi);
  const workingDays = workingDaysService(strapi);

  /** Whoever works for a unit and was given the inbox sees no other unit's pieces in it. */
  const ownUnits = async (trx: Transaction): Promise<readonly number[] | null> => {
    const membership = await unitScope(strapi, actionId('inbox.read'));
    return membership ? membership.units : unitsHeldTo(strapi, trx);
  };

  const unitOf = async (trx: Transaction, documentId: string): Promise<number> => {
    const unit = await units.findUnit(trx, documentId);
    if (unit) return unit.id;
    throw refuse(strapi, 'unit', 'error.unit.unknown', { field: 'unit', value: documentId });
  };

  const waitingOf = ({ state, awaitsSignature, since }: ListedRecord): Waiting | null => {
    if (state !== 'submitted' && !awaitsSignature) return null;
    const { days, isExact } = workingDays.between(since, clock.now());
    return { workingDays: days, exact: isExact };
  };

  const toItems = async (
    trx: Transaction,
    records: readonly ListedRecord[],
    own: readonly number[] | null
  ): Promise<InboxItem[]> => {
    const ids = records.map(({ id }) => id);
    const facts = await submissions.facts(trx, ids);
    const people = await loadPeople(strapi, trx);
    const attached = await files.countAttached(trx, UID.submission, ids);
    const alike = await duplicates.counts(trx, ids, own);
    return records.map((record) => ({
      documentId: record.documentId,
      title: record.title,
      category: record.category,
      state: record.state,
      contributors: contributorsOf(facts.get(record.id)?.contributors ?? [], people),
      receivedAt: record.receivedAt?.toISOString() ?? null,
      since: record.since.toISOString(),
      waiting: waitingOf(record),
      attachments: attached.get(record.id) ?? 0,
      duplicates: alike.get(record.id) ?? 0,
    }));
  };

  /** How many wait in each queue for which somebody must do something. */
  const countWaiting = async (
    trx: Transaction,
    own: readonly number[] | null
  ): Promise<InboxResponse['meta']['waiting']> => ({
    submitted: await inbox.count(trx, { queue: 'submitted', units: own }),
    'awaits-signature': await inbox.count(trx, { queue: 'awaits-signature', units: own }),
  });

  /** A whole queue was counted already. */
  const countMatching = async (
    trx: Transaction,
    filter: InboxFilter,
    waiting: InboxResponse['meta']['waiting']
  ): Promise<number> => {
    const { queue, unit, category, text } = filter;
    const isWhole = unit === undefined && category === undefined && text === undefined;
    if (isWhole && (queue === 'submitted' || queue === 'awaits-signature')) return waiting[queue];
    return inbox.count(trx, filter);
  };

  return {
    waitingOf,

    /**
     * A page of a queue.
     *
     * @throws ValidationError when there is no such unit
     */
    async page({
      queue = 'submitted',
      unit,
      category,
      text,
      page = 1,
      pageSize = 25,
    }: InboxQuery): Promise<InboxResponse> {
      return inTransaction(strapi, async (trx) => {
        const own = await ownUnits(trx);
        const filter: InboxFilter = {
          queue,
          units: own,
          ...(unit !== undefined && { unit: await unitOf(trx, unit) }),
          ...(category !== undefined && { category }),
          ...(text !== undefined && text !== '' && { text }),
        };
        const waiting = await countWaiting(trx, own);
        const total = await countMatching(trx, filter, waiting);
        return {
          data: await toItems(trx, await inbox.page(trx, filter, { page, pageSize }), own),
          meta: {
            pagination: paginationOf({ page, pageSize }, total),
            waiting,
          },
        };
      });
    },

    /** Accepts each in a transaction of its own: one that cannot be accepted keeps no other back. */
    async accept(documentIds: readonly string[]): Promise<AcceptResponse['data']> {
      const results: AcceptResponse['data'] = [];
      for (const documentId of documentIds) {
        try {
          await workflow.act(documentId, 'accept', {});
          results.push({ documentId, accepted: true, message: null });
        } catch (error) {
          results.push({ documentId, accepted: false, message: sentenceOfRefusal(error) });
        }
      }
      return results;
    },
  };
});
