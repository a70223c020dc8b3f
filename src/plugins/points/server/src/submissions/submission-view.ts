import type { Core } from '@strapi/strapi';
import {
  isOpenToUnit,
  openActions,
  verdictOf,
  type Reason,
} from '../../../domain/submission-workflow';
import { describePoints, sumOfSound } from '../../../domain/points';
import type {
  HistoryLine,
  PrecheckResponse,
  SubmissionDetail,
  SubmissionReference,
  TiedEntry,
  UnitReference,
} from '../../../shared/contracts';
import { UID } from '../constants';
import { isVisible } from '../isolation/visible';
import { type HistoryRecord, type Version, historyRepository } from '../records/history';
import { type WorkflowRecord, workflowRepository } from './workflow-repository';
import { actorOf, transitionContexts, workflowOf } from './transition-context';
import type { Person } from '../records/requester';
import { precheckService } from './precheck';
import { contributorsOf, loadPeople, type People, unitReference } from '../records/people';
import { readVersionService } from './read-version';
import { differenceOf } from './text-difference';
import { currentTexts } from './current-texts';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { commissionRepository } from '../commissions/commissions-repository';
import { entryRepository } from '../records/entries';
import { fileRepository } from '../records/files';
import { postingRepository } from '../ledger/postings';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';

const toLine = (record: HistoryRecord): HistoryLine => ({
  at: record.at.toISOString(),
  action: record.action,
  from: record.from,
  to: record.to,
  person: record.person,
  unit: record.unit,
  reason: record.reason as Reason | null,
  comment: record.comment,
  difference: record.before && record.after ? differenceOf(record.before, record.after) : null,
  others: [...(record.other ?? [])],
});

/** The words as the unit last sent them. */
const lastSent = (history: readonly HistoryRecord[]): Version | null =>
  [...history].reverse().find(({ before, after }) => after !== null && before === null)?.after ??
  null;

/** A submission as its unit and the office follow it. */
export const submissionViewService = oncePerApplication((strapi: Core.Strapi) => {
  const commissions = commissionRepository(strapi);
  const entries = entryRepository(strapi);
  const files = fileRepository(strapi);
  const history = historyRepository(strapi);
  const workflows = workflowRepository(strapi);
  const postings = postingRepository(strapi);
  const readVersions = readVersionService(strapi);
  const contexts = transitionContexts(strapi);

  const signatureOf = (
    submission: WorkflowRecord,
    people: People
  ): SubmissionDetail['signature'] => {
    const named = (unit: number): UnitReference[] => {
      const record = people.units.get(unit);
      return record ? [unitReference(record)] : [];
    };
    return {
      requestedAt: submission.signatureRequestedAt?.toISOString() ?? null,
      missing: workflowOf(submission).unsigned.flatMap(named),
      given: submission.signatures.flatMap(({ unit, by, at }) =>
        named(unit).map((reference) => ({ unit: reference, by, at }))
      ),
    };
  };

  const referenceTo = async (
    trx: Transaction,
    ids: readonly number[]
  ): Promise<SubmissionReference[]> =>
    (await workflows.findAll(trx, ids)).map(({ documentId, title, state }) => ({
      documentId,
      title,
      state,
    }));

  /** Commissions are between the office and the units asked. */
  const commissionOf = async (
    trx: Transaction,
    { id }: WorkflowRecord,
    person: Person | null
  ): Promise<SubmissionDetail['commission']> => {
    if (person && !person.isOfUnit && !person.can('review')) return null;
    const commission = await commissions.ofSubmission(trx, id);
    if (!commission || !(await isVisible(strapi, UID.commission, commission.documentId))) {
      return null;
    }
    return { documentId: commission.documentId, title: commission.title };
  };

  const entriesOf = async (trx: Transaction, { id }: WorkflowRecord): Promise<TiedEntry[]> => {
    const found: TiedEntry[] = [];
    for (const { uid, documentId } of await entries.tiedTo(trx, id)) {
      const tie = await entries.editedTie(trx, uid, documentId);
      found.push({
        uid,
        documentId,
        title: await entries.title(trx, uid, documentId),
        placement: tie?.placement ?? null,
        published: await entries.isPublished(trx, uid, documentId),
      });
    }
    return found;
  };

  return {
    /**
     * What a submission lacks, or should be looked at before it is sent.
     *
     * @throws NotFoundError when there is none, or it is another unit's
     */
    async precheck(documentId: string): Promise<PrecheckResponse['data']> {
      return inTransaction(strapi, async (trx) => {
        const { submission } = await contexts.load(trx, documentId);
        return precheckService(strapi).of(trx, submission);
      });
    },

    /**
     * All that the asker may see and do of a submission.
     *
     * @throws NotFoundError when there is none, or it is another unit's
     */
    async view(documentId: string): Promise<SubmissionDetail> {
      return inTransaction(strapi, async (trx) => {
        const context = await contexts.load(trx, documentId);
        const { submission, person, members } = context;
        const people = await loadPeople(strapi, trx);
        const lines = await history.of(trx, documentId);
        const sent = lastSent(lines);
        const earned = await postings.ofSubmission(trx, submission.id);
        const own = person?.isOfUnit
          ? earned.filter((posting) => members.some(({ unit }) => unit === posting.unit))
          : earned;
        const [mergedInto = null] = await referenceTo(
          trx,
          submission.mergedInto === null ? [] : [submission.mergedInto]
        );
        const texts = await currentTexts(strapi, trx, submission);
        const verdict = verdictOf(workflowOf(submission), lines);
        return {
          documentId,
          title: submission.title,
          text: submission.text,
          category: submission.category,
          commission: await commissionOf(trx, submission, person),
          eventDate: submission.eventDate,
          signer: submission.signer,
          attachments: await files.attachedTo(trx, UID.submission, [submission.id]),
          contributors: contributorsOf(submission.contributors, people),
          version: await readVersions.of(trx, submission),
          verdict: verdict && toLine(verdict),
          state: submission.state,
          stateSince: submission.stateSince?.toISOString() ?? null,
          receivedAt: submission.receivedAt?.toISOString() ?? null,
          signature: signatureOf(submission, people),
          editable:
            submission.mergedInto === null &&
            (!person?.isOfUnit || isOpenToUnit(workflowOf(submission))),
          actions: openActions(workflowOf(submission), actorOf(context)),
          mergedInto,
          merged: await referenceTo(trx, submission.merged),
          history: lines.map(toLine),
          difference: sent && submission.state !== 'draft' ? differenceOf(sent, texts) : null,
          entries: await entriesOf(trx, submission),
          points: describePoints(sumOfSound(own)),
        };
      });
    },
  };
});
