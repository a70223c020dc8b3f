import type { Core, Struct } from '@strapi/strapi';
import { describePoints, sumOf } from '../../../domain/points';
import type { Posting } from '../../../domain/posting';
import { NoRuleSetError } from '../../../domain/score';
import { channelOf, type Placement } from '../../../domain/vocabulary';
import type {
  AwardPreview,
  CreateSubmissionFromEntryBody,
  EntryNotice,
  EntryView,
  SubmissionView,
} from '../../../shared/contracts';
import { UID } from '../constants';
import { hasPlacement, isOptedIn } from '../content-types/opt-in';
import { unitScope } from '../isolation/requester';
import { isVisible, visibleOf } from '../isolation/visible';
import { actionId } from '../permissions/actions';
import type { SubmissionLedger } from '../ledger/submission-ledgers';
import { type AdoptionRecord, adoptionRepository } from '../records/adoptions';
import { type Tie, entryRepository } from '../records/entries';
import type { RuleSetRecord } from '../records/rule-sets';
import { type SubmissionFacts, submissionRepository } from '../records/submissions';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { ledgerService } from '../standings/drill-down';
import { contributorsOf, loadPeople, officerReference, unitReference } from '../records/people';
import { missingPostings, settleService } from '../ledger/settle';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { postingRepository } from '../ledger/postings';
import { unitRepository } from '../records/units';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { contentTypesOf } from '../../../../../common/documents/content-types';
import { notFound, refuse } from '../messages';

/** Values of the form that are not saved yet. */
export interface Unsaved {
  placement?: Placement | null;
  /** documentId; `null` when the form has none. */
  submission?: string | null;
}

/** The id of an adoption that publishing would make. */
const SUPPOSED = 0;

type People = Awaited<ReturnType<typeof loadPeople>>;

/** The side panel of an entry: where it came from, what publishing would award, what was awarded. */
export const entryViewService = oncePerApplication((strapi: Core.Strapi) => {
  const adoptions = adoptionRepository(strapi);
  const entries = entryRepository(strapi);
  const postings = postingRepository(strapi);
  const submissions = submissionRepository(strapi);
  const units = unitRepository(strapi);
  const settle = settleService(strapi);
  const ledger = ledgerService(strapi);

  /** @throws ValidationError when the content type is none, or not tied to submissions */
  const requireType = (uid: string): Struct.ContentTypeSchema => {
    const contentType = contentTypesOf(strapi).get(uid);
    if (contentType && isOptedIn(contentType)) return contentType;
    throw refuse(strapi, 'uid', 'error.entry.type', { value: uid });
  };

  const requireTie = async (trx: Transaction, uid: string, documentId: string): Promise<Tie> => {
    const tie = await entries.editedTie(trx, uid, documentId);
    if (tie) return tie;
    throw notFound(strapi, 'error.entry.unknown', { value: documentId });
  };

  const withUnsaved = async (trx: Transaction, saved: Tie, unsaved: Unsaved): Promise<Tie> => {
    const placement = unsaved.placement === undefined ? saved.placement : unsaved.placement;
    if (unsaved.submission === undefined) return { ...saved, placement };
    if (unsaved.submission === null) return { placement, submission: null };
    const isThere = await isVisible(strapi, UID.submission, unsaved.submission);
    const submission = isThere ? await submissions.idOf(trx, unsaved.submission) : null;
    if (submission !== null) return { placement, submission };
    throw refuse(strapi, 'submission', 'error.submission.unknown', { value: unsaved.submission });
  };

  const toSubmissionView = (submission: SubmissionFacts, people: People): SubmissionView => ({
    documentId: submission.documentId,
    title: submission.title,
    category: submission.category,
    receivedAt: submission.receivedAt?.toISOString() ?? null,
    contributors: contributorsOf(submission.contributors, people),
  });

  /** The account as publishing with this tie would leave it. */
  const withHypothetical = (
    account: SubmissionLedger,
    own: readonly AdoptionRecord[],
    tie: Tie,
    entry: { uid: string; documentId: string }
  ): SubmissionLedger => {
    const others = account.adoptions.filter(({ id }) => !own.some((each) => each.id === id));
    if (tie.submission !== account.submission.id || tie.placement === null) {
      return { ...account, adoptions: others };
    }
    const now = clock.now();
    const channel = channelOf(tie.placement);
    const kept = own.find(
      (each) => each.submission === account.submission.id && each.channel === channel
    );
    const supposed: AdoptionRecord = kept ?? {
      id: SUPPOSED,
      submission: account.submission.id,
      channel,
      adoptedOn: calendarService(strapi).dayOf(now),
      adoptedAt: now.getTime(),
      organ: null,
      entryUid: entry.uid,
      entryDocumentId: entry.documentId,
    };
    return { ...account, adoptions: [...others, supposed] };
  };

  const toPreview = (
    posting: Posting,
    people: People,
    rules: readonly RuleSetRecord[]
  ): AwardPreview[] => {
    const unit = people.units.get(posting.unit);
    const officer = posting.officer === null ? undefined : people.officers.get(posting.officer);
    if (!unit) return [];
    const ruleSet = rules.find(({ id }) => id === posting.ruleSet);
    return [
      {
        ...describePoints(sumOf([posting])),
        channel: posting.channel,
        unit: unitReference(unit),
        officer: officer ? officerReference(officer) : null,
        clause: ledger.clauseOf(ruleSet, posting.channel),
        full: describePoints(sumOf([{ amount: Math.abs(posting.amount), divisor: 1 }])),
        split: { units: posting.unitCount, officers: posting.officerCount },
      },
    ];
  };

  const previewPoints = async (
    trx: Transaction,
    tie: Tie,
    entry: { uid: string; documentId: string },
    people: People,
    isOwn: (posting: { unit: number }) => boolean
  ): Promise<{ preview: AwardPreview[]; notices: EntryNotice[] }> => {
    const own = await adoptions.inForceOfEntry(trx, entry.uid, entry.documentId);
    const concerned = new Set(own.map(({ submission }) => submission));
    if (tie.submission !== null) concerned.add(tie.submission);
    const { accounts, ...rules } = await settle.load(trx, [...concerned]);
    try {
      const missing = accounts.flatMap((account) =>
        missingPostings(withHypothetical(account, own, tie, entry), rules)
      );
      const preview = missing.flatMap((posting) => toPreview(posting, people, rules.rules));
      return {
        preview: missing
          .filter(isOwn)
          .flatMap((posting) => toPreview(posting, people, rules.rules)),
        notices: noticesOf(tie, own, preview),
      };
    } catch (error) {
      if (!(error instanceof NoRuleSetError)) throw error;
      return { preview: [], notices: ['no-rule-set'] };
    }
  };

  const noticesOf = (
    tie: Tie,
    own: readonly AdoptionRecord[],
    preview: readonly AwardPreview[]
  ): EntryNotice[] => {
    if (tie.submission === null) return ['no-submission'];
    if (tie.placement === null) return ['no-placement'];
    if (preview.length > 0) return [];
    return own.length > 0 ? ['already-awarded'] : ['counts-through-another-entry'];
  };

  /** Which postings the request may see: a unit reads of others' points only the standings. */
  const ownUnits = async (): Promise<(posting: { unit: number }) => boolean> => {
    const membership = await unitScope(strapi, actionId('entry.read'));
    return ({ unit }) => membership === null || membership.units.includes(unit);
  };

  const requirePeople = async (
    trx: Transaction,
    { units: unitIds, officers: officerIds = [] }: CreateSubmissionFromEntryBody
  ): Promise<void> => {
    for (const value of unitIds) {
      if (await units.findUnit(trx, value)) continue;
      throw refuse(strapi, 'units', 'error.unit.unknown', { value, field: 'units' });
    }
    for (const value of officerIds) {
      if (await units.findOfficer(trx, value)) continue;
      throw refuse(strapi, 'officers', 'error.officer.unknown', { value, field: 'officers' });
    }
  };

  return {
    /**
     * What the panel shows of an entry.
     *
     * @param unsaved values of the form in place of the saved ones
     * @throws ValidationError for a type that is not tied to submissions, NotFoundError for an
     *   entry that does not exist
     */
    async view(uid: string, documentId: string, unsaved: Unsaved): Promise<EntryView> {
      const contentType = requireType(uid);
      return inTransaction(strapi, async (trx) => {
        const tie = await withUnsaved(trx, await requireTie(trx, uid, documentId), unsaved);
        const people = await loadPeople(strapi, trx);
        const submission =
          tie.submission === null
            ? undefined
            : (await submissions.facts(trx, [tie.submission])).get(tie.submission);
        const own = await ownUnits();
        const awarded = (await postings.ofEntry(trx, uid, documentId)).filter(own);
        const scores = hasPlacement(contentType);
        return {
          uid,
          documentId,
          published: await entries.isPublished(trx, uid, documentId),
          placement: tie.placement,
          submission: submission ? toSubmissionView(submission, people) : null,
          ...(scores
            ? await previewPoints(trx, tie, { uid, documentId }, people, own)
            : { preview: [], notices: [] }),
          awarded: await ledger.describe(trx, awarded),
          total: describePoints(sumOf(awarded)),
        };
      });
    },

    /** Net points of many entries, by documentId; those without postings are left out. */
    async pointsOf(uid: string, documentIds: readonly string[]) {
      requireType(uid);
      const visible = await visibleOf(strapi, uid, documentIds);
      const own = await ownUnits();
      const shares = await inTransaction(strapi, (trx) =>
        postings.sharesOfEntries(trx, uid, visible)
      );
      return Object.fromEntries(
        visible
          .map((documentId) => ({
            documentId,
            own: shares.filter((share) => share.documentId === documentId && own(share)),
          }))
          .filter(({ own }) => own.length > 0)
          .map(({ documentId, own }) => [documentId, describePoints(sumOf(own))])
      );
    },

    /**
     * Makes the submission that an entry came from and ties the entry's draft to it; a published
     * entry earns when it is published again.
     *
     * @throws ValidationError when the input is bad or the entry has a submission already
     */
    async createSubmission(
      uid: string,
      documentId: string,
      body: CreateSubmissionFromEntryBody,
      author?: { id: number }
    ): Promise<SubmissionView> {
      requireType(uid);
      return inTransaction(strapi, async (trx) => {
        const tie = await requireTie(trx, uid, documentId);
        if (tie.submission !== null) {
          throw refuse(strapi, 'submission', 'error.entry.hasSubmission');
        }
        await requirePeople(trx, body);
        const title = body.title ?? (await entries.title(trx, uid, documentId)) ?? documentId;
        const { documentId: submission } = await strapi.documents(UID.submission).create({
          data: {
            title,
            category: body.category,
            units: body.units,
            officers: body.officers ?? [],
            createdBy: author?.id,
            updatedBy: author?.id,
          } as never,
        });
        await strapi.documents(uid as never).update({
          documentId,
          data: { submission: { documentId: submission } } as never,
        });
        const id = (await submissions.idOf(trx, submission)) ?? 0;
        const record = (await submissions.facts(trx, [id])).get(id);
        if (!record) throw notFound(strapi, 'error.submission.unknown', { value: submission });
        return toSubmissionView(record, await loadPeople(strapi, trx));
      });
    },
  };
});
