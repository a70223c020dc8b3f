import type { Core } from '@strapi/strapi';
import { foldForSearch } from '../../../../../common/text/fold';
import type { State } from '../../../domain/submission-workflow';
import { changeByIntake } from '../../../domain/totals';
import { answerAdoptionService } from '../commissions/answer-adoptions';
import { askedUnitService } from '../commissions/asked-units';
import { type CommissionRecord, commissionRepository } from '../commissions/commissions-repository';
import { runLedgerTransaction } from '../ledger-lock';
import type { Contribution } from './contributors-repository';
import { type WorkflowRecord, workflowRepository } from './workflow-repository';
import type { SubmissionFacts } from '../records/submissions';
import { draftingRepository } from './drafting-repository';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { contributorService } from './contributors';
import { receivedTotals } from '../ledger/received-totals';
import { keepSealedContributors } from './sealed-contributors';
import { workflowService } from './workflow';
import { workflowHistory } from './workflow-history';
import { personOf, requesterOf } from '../records/requester';
import { settleService } from '../ledger/settle';
import { requireContent } from '../../../../../common/messages/validation';
import {
  documentIdOf,
  namesSomething,
  writesData,
  type DocumentContext,
  type Next,
} from '../../../../../common/documents/context';
import { receive, requireReceipt } from './receipt';
import { adoptionRepository } from '../records/adoptions';
import { fileRepository } from '../records/files';
import { mergeRepository } from './merge-repository';
import { postingRepository } from '../ledger/postings';
import { sealRepository } from '../ledger/seals';
import { totalRepository } from '../ledger/totals';
import type { Transaction } from '../../../../../common/database/transaction';
import { forbidden, refuse } from '../messages';

/** What actions alone write. */
const OWN_FIELDS = [
  'state',
  'stateSince',
  'signatureRequestedAt',
  'signatures',
  'entryUid',
  'entryDocumentId',
  'mergedInto',
  'mergeMemory',
  'countedIn',
] as const;

/** Keeps what the inbox searches in with what it is made of, whoever writes. */
const keepFolded = (data: Record<string, unknown>): void => {
  for (const [source, folded] of [
    ['title', 'foldedTitle'],
    ['text', 'foldedText'],
  ] as const) {
    Reflect.deleteProperty(data, folded);
    if (data[source] === undefined) continue;
    const text = data[source];
    data[folded] = typeof text === 'string' ? foldForSearch(text) : '';
  }
};

/** Keeps submissions whole, the totals of what was received true, and settles changed contributors. */
export const submissionMiddleware = (strapi: Core.Strapi) => {
  const adoptions = adoptionRepository(strapi);
  const answers = answerAdoptionService(strapi);
  const askedUnits = askedUnitService(strapi);
  const calendar = calendarService(strapi);
  const commissions = commissionRepository(strapi);
  const files = fileRepository(strapi);
  const drafts = draftingRepository(strapi);
  const history = workflowHistory(strapi);
  const workflows = workflowRepository(strapi);
  const merges = mergeRepository(strapi);
  const postings = postingRepository(strapi);
  const seals = sealRepository(strapi);
  const totals = totalRepository(strapi);
  const workflow = workflowService(strapi);
  const contributors = contributorService(strapi);

  const load = async (
    trx: Transaction,
    documentId: string | undefined
  ): Promise<WorkflowRecord | null> =>
    documentId === undefined ? null : workflows.find(trx, documentId);

  /** What a unit's people begin is their own unit's and theirs, unless they say otherwise. */
  const addOwn = async (trx: Transaction, documentId: string): Promise<void> => {
    const made = personOf(strapi)?.isOfUnit ? await load(trx, documentId) : null;
    if (!made) return;
    const { members: own } = await requesterOf(strapi, trx);
    const [first] = own;
    if (!first) throw forbidden(strapi, 'error.ownUnit.none');
    if (made.contributors.length === 0 && first.unit !== null) {
      await merges.add(trx, 'units', made.id, [first.unit]);
    }
    if (made.officerNames.size > 0 || made.unknownIds.length > 0) return;
    const units =
      made.contributors.length === 0 ? [first.unit] : made.contributors.map(({ unit }) => unit);
    const author = own.find(({ unit }) => unit !== null && units.includes(unit));
    if (author) await merges.add(trx, 'officers', made.id, [author.id]);
  };

  const requireWhole = (submission: SubmissionFacts): void => {
    if (submission.contributors.length === 0) {
      throw refuse(strapi, 'units', 'error.submission.units');
    }
    if (submission.unknownIds.length > 0) {
      throw refuse(strapi, 'officers', 'error.submission.officers', {
        names: submission.unknownIds.join('、'),
      });
    }
  };

  /** What was given for a commission rests on it: its answer is no other's afterwards. */
  const requireKept = async (
    trx: Transaction,
    { id }: SubmissionFacts,
    before: CommissionRecord,
    after: CommissionRecord | null
  ): Promise<void> => {
    if (after?.id === before.id || !(await answers.isAdopted(trx, id))) return;
    throw refuse(strapi, 'commission', 'error.commission.moved', { title: before.title });
  };

  /** Somebody of those who send it is still to do what the commission asks. */
  const requireNeeded = async (
    trx: Transaction,
    { contributors }: SubmissionFacts,
    commission: CommissionRecord
  ): Promise<void> => {
    const own = contributors.map(({ unit }) => unit);
    const asked = await askedUnits.of(trx, [commission], own);
    const [first] = asked;
    if (!first || asked.some(({ notNeeded }) => !notNeeded)) return;
    throw refuse(strapi, 'commission', 'error.commission.idle', { unit: first.unit });
  };

  /**
   * What answers a commission (§三（四）) comes from a unit that it asks, while it is open, and is commissioned.
   *
   * @returns whether it answers another than before
   */
  const requireAsked = async (
    trx: Transaction,
    submission: SubmissionFacts,
    before: CommissionRecord | null
  ): Promise<boolean> => {
    const commission = await commissions.ofSubmission(trx, submission.id);
    if (before) await requireKept(trx, submission, before, commission);
    if (!commission) return false;
    const { title } = commission;
    const isNew = commission.id !== before?.id;
    if (commission.closed && isNew) {
      throw refuse(strapi, 'commission', 'error.commission.closed', { title });
    }
    if (isNew) await requireNeeded(trx, submission, commission);
    if (!submission.contributors.some(({ unit }) => commission.units.includes(unit))) {
      throw refuse(strapi, 'commission', 'error.commission.notAsked', { title });
    }
    if (submission.category !== 'commissioned') {
      await drafts.categorise(trx, submission.id, 'commissioned');
    }
    return isNew;
  };

  /** A state comes about by an action, with its line of history, and never by writing it. */
  const requireNoMove = (data: Record<string, unknown>, current: State | null): void => {
    const given = data.state ?? null;
    if (given !== null && given !== current) throw refuse(strapi, 'state', 'error.life.written');
    for (const field of OWN_FIELDS) Reflect.deleteProperty(data, field);
  };

  /** What a unit's people begin is their draft; everything else has been received with it. */
  const begin = (data: Record<string, unknown>): void => {
    for (const field of OWN_FIELDS) data[field] = null;
    const isDraft = personOf(strapi)?.isOfUnit ?? false;
    data.state = isDraft ? 'draft' : 'submitted';
    data.stateSince = clock.now().toISOString();
    receive(strapi, data, isDraft);
  };

  const prepare = ({ uid, action, params }: DocumentContext): void => {
    const data = (params.data ??= {});
    if (namesSomething(data.commission)) data.category = 'commissioned';
    requireContent(strapi, uid, data, action === 'create');
    keepFolded(data);
    if (action === 'update') return;
    requireNoMove(data, null);
    begin(data);
  };

  const prepareUpdate = (data: Record<string, unknown>, submission: WorkflowRecord): void => {
    requireNoMove(data, submission.state);
    workflow.requireOpen(submission);
    requireReceipt(strapi, data, submission);
  };

  const write = (context: DocumentContext, next: Next): Promise<unknown> => {
    prepare(context);
    let before: WorkflowRecord | null = null;
    let answered: CommissionRecord | null = null;
    let named: Contribution | null = null;
    let attached: string[] = [];
    return runLedgerTransaction(
      strapi,
      async (trx) => {
        if (context.action === 'update') {
          before = await load(trx, context.params.documentId);
          named = await contributors.of(trx, before?.id);
          if (before) {
            attached = await files.namesOn(trx, context.uid, before.id);
            answered = await commissions.ofSubmission(trx, before.id);
            prepareUpdate(context.params.data ?? {}, before);
          }
        }
        return next();
      },
      async (trx, result) => {
        if (context.action === 'create') await addOwn(trx, documentIdOf(context, result));
        const after = await load(trx, documentIdOf(context, result));
        if (!after) return;
        requireWhole(after);
        const answersAnother = await requireAsked(trx, after, answered);
        const firstOpen = await seals.current(trx);
        await totals.add(
          trx,
          changeByIntake(
            receivedTotals(strapi, before, firstOpen),
            receivedTotals(strapi, after, firstOpen)
          )
        );
        if (before) {
          const now = await files.namesOn(trx, context.uid, before.id);
          await history.filesChanged(trx, after, attached, now);
          await workflow.edited(trx, before, after);
        } else {
          await history.begin(trx, after);
        }
        await contributors.follow(trx, after, named ?? (await contributors.of(trx, undefined)));
        if (!before) return;
        const settle = settleService(strapi);
        const ledgers = await settle.load(trx, [after.id]);
        const kept = await keepSealedContributors(strapi, trx, ledgers, before, after);
        await settle.settle(trx, kept, 'contributors');
        if (!answersAnother) return;
        // What was adopted before it was tied to a commission is adopted for it from today.
        await answers.follow(trx, after.id, calendar.dayOf(clock.now()));
      }
    );
  };

  const requireUnused = async (trx: Transaction, { id }: SubmissionFacts): Promise<void> => {
    if (await postings.names(trx, 'submission_id', id)) {
      throw refuse(strapi, 'submission', 'error.submission.hasPostings');
    }
    if ((await adoptions.inForceOfSubmissions(trx, [id])).length > 0) {
      throw refuse(strapi, 'submission', 'error.submission.hasAdoptions');
    }
  };

  const requireDeletable = (submission: WorkflowRecord): void => {
    workflow.requireOpen(submission);
    if (submission.merged.length > 0) throw refuse(strapi, 'submission', 'error.life.has-merged');
  };

  const remove = (context: DocumentContext, next: Next): Promise<unknown> => {
    let before: WorkflowRecord | null = null;
    return runLedgerTransaction(
      strapi,
      async (trx) => {
        before = await load(trx, context.params.documentId);
        if (before) {
          requireDeletable(before);
          await contributors.requireDeletable(trx, before);
          await requireUnused(trx, before);
        }
        return next();
      },
      async (trx) => {
        const counted = receivedTotals(strapi, before, await seals.current(trx));
        await totals.add(trx, changeByIntake(counted, null));
      }
    );
  };

  return async (context: DocumentContext, next: Next): Promise<unknown> => {
    if (writesData(context)) return write(context, next);
    return context.action === 'delete' ? remove(context, next) : next();
  };
};
