import type { Core } from '@strapi/strapi';
import Fraction from 'fraction.js';
import { describePoints, sumOf } from '../../../domain/points';
import { monthOf, type Month } from '../../../domain/period';
import { isSealed } from '../../../domain/seal';
import { isOfBonus, isOfCorrection } from '../../../domain/posting';
import type { Channel, PointsSource } from '../../../domain/vocabulary';
import type {
  AdoptionPostingView,
  BonusPostingView,
  Clause,
  CorrectionPostingView,
  LedgerResponse,
  ObjectionLimit,
  PostingView,
  PostingWhy,
  UnitReference,
  UnreadablePosting,
} from '../../../shared/contracts';
import { paginationOf, type PageRequest } from '../../../../../common/database/pages';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { type AdoptionDetail, adoptionRepository } from '../records/adoptions';
import { type BonusRecord, bonusRepository } from '../records/bonuses';
import { objectionLimits } from '../ledger/objection-limits';
import { sealRepository } from '../ledger/seals';
import {
  type AdoptionPostingRecord,
  type BonusPostingRecord,
  type CorrectionPostingRecord,
  isReadable,
  type PostingFilter,
  type PostingRecord,
  postingRepository,
} from '../ledger/postings';
import { type ObjectionRecord, objectionRepository } from '../records/objections';
import { type ReversalReason, reversalReasonRepository } from '../records/reversal-reasons';
import { type RuleSetRecord, ruleSetRepository } from '../records/rule-sets';
import { unitRepository } from '../records/units';
import { UID } from '../constants';
import { isVisible } from '../isolation/visible';
import { loadPeople, officerReference, type People, unitReference } from '../records/people';
import { requireOpenPoints, unitsWithOpenPoints } from './own-points';
import { reportService } from './standings';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { entryRepository } from '../records/entries';
import { submissionRepository } from '../records/submissions';
import { pulled } from '../../../../../common/pulled';
import { inSnapshot } from '../../../../../common/database/snapshot';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { refuse, sentence } from '../messages';

/** Postings as people read them, and those among them that cannot be read. */
export interface Described<View extends PostingView = PostingView> {
  views: View[];
  unreadable: UnreadablePosting[];
}

/** What turns ids of all postings into words. */
interface Background {
  people: People;
  ruleSets: Map<number, RuleSetRecord>;
  /** The first month that is not sealed, `null` when none is. */
  firstOpen: Month | null;
}

/** What turns an adoption posting's ids into words, beside its background. */
interface Names {
  submissions: Map<number, string>;
  adoptions: Map<number, AdoptionDetail>;
  /** By `uid:documentId`. */
  entryTitles: Map<string, string>;
  /** Of reversals, by their keys. */
  reasons: Map<string, ReversalReason>;
}

/** How many postings are read at once where all of them are. */
const BATCH = 1_000;

export interface LedgerFilter {
  period?: string;
  unit?: string;
  officer?: string;
  submission?: string;
  channel?: PointsSource;
}

const unitOf = (posting: PostingRecord, people: People): UnitReference => {
  const unit = people.units.get(posting.unit);
  return unit
    ? unitReference(unit)
    : { documentId: '', code: '', name: posting.unitName, kind: 'institution' };
};

/** Whether nobody wrote over the moment of posting. */
const hasMoment = ({ postedAt }: PostingRecord): boolean => !Number.isNaN(postedAt.getTime());

/** A key as findings name it: bytes, which somebody put there, in hexadecimal digits. */
const nameOf = (key: unknown): string | null => {
  if (key instanceof Uint8Array) return Buffer.from(key).toString('hex').toUpperCase();
  return typeof key === 'string' ? key : null;
};

/** Those of some postings that cannot be read, by name. */
const unreadableOf = (records: readonly PostingRecord[]): UnreadablePosting[] =>
  records
    .filter((posting) => !isReadable(posting) || !hasMoment(posting))
    .map(({ key, sequence }) => ({
      sequence: Number.isInteger(sequence) ? sequence : null,
      key: nameOf(key),
    }));

/** What every posting says, whatever gave it. */
const lineOf = (posting: PostingRecord, { firstOpen, people }: Background) => {
  const officer = posting.officer === null ? undefined : people.members.get(posting.officer);
  return {
    ...describePoints(sumOf([posting])),
    key: posting.key,
    kind: posting.kind,
    reverses: posting.reverses,
    amount: posting.amount,
    divisor: posting.divisor,
    adoptedOn: posting.adoptedOn,
    month: posting.month,
    belongsTo: posting.belongsTo,
    sealed: isSealed(posting.month, firstOpen),
    postedAt: hasMoment(posting) ? posting.postedAt.toISOString() : null,
    sequence: posting.sequence,
    hash: posting.hash,
    cause: posting.cause,
    unit: unitOf(posting, people),
    unitName: posting.unitName,
    officer: officer ? officerReference(officer) : null,
    officerName: posting.officerName,
  };
};

/** What a channel is called where the rule set names it itself. */
export const channelNameOf = (
  ruleSet: RuleSetRecord | undefined,
  channel: Channel
): Pick<PostingWhy, 'channelName'> => {
  const name = ruleSet?.rules.get(channel)?.more?.name;
  return name ? { channelName: name } : {};
};

/** What was divided, of an equal part of it. */
export const wholeOf = ({
  amount,
  divisor,
  officerCount,
  unitCount,
}: Pick<PostingRecord, 'amount' | 'divisor' | 'officerCount' | 'unitCount'>): Fraction =>
  new Fraction(Math.abs(amount), 100).mul(unitCount * officerCount).div(divisor);

const isOfSubmission = (posting: PostingRecord): posting is AdoptionPostingRecord =>
  !isOfBonus(posting) && !isOfCorrection(posting);

const byId = <Row extends { id: number }>(rows: readonly Row[]): Map<number, Row> =>
  new Map(rows.map((row) => [row.id, row]));

/** The ledger as people read it: every posting with its why. */
export const ledgerService = oncePerApplication((strapi: Core.Strapi) => {
  const adoptions = adoptionRepository(strapi);
  const bonuses = bonusRepository(strapi);
  const entries = entryRepository(strapi);
  const limits = objectionLimits(strapi);
  const objections = objectionRepository(strapi);
  const postings = postingRepository(strapi);
  const reasons = reversalReasonRepository(strapi);
  const ruleSets = ruleSetRepository(strapi);
  const seals = sealRepository(strapi);
  const submissions = submissionRepository(strapi);
  const units = unitRepository(strapi);

  /** A channel's place in a rule set and its sentence, in the language of the request. */
  const clauseOf = (ruleSet: RuleSetRecord | undefined, channel: Channel): Clause => {
    const inEnglish = languageOfRequest(strapi) === 'en';
    const sentences = ruleSet?.sentences.get(channel);
    return {
      number: ruleSet?.rules.get(channel)?.clause ?? '',
      sentence: (inEnglish ? sentences?.en : sentences?.zh) ?? '',
    };
  };

  const loadBackground = async (trx: Transaction): Promise<Background> => ({
    people: await loadPeople(strapi, trx),
    ruleSets: byId(await ruleSets.all(trx)),
    firstOpen: await seals.current(trx),
  });

  const loadNames = async (
    trx: Transaction,
    records: readonly AdoptionPostingRecord[]
  ): Promise<Names> => {
    const ids = (pick: (posting: AdoptionPostingRecord) => number): number[] => [
      ...new Set(records.map(pick)),
    ];
    const details = await adoptions.findMany(
      trx,
      ids(({ adoption }) => adoption)
    );
    return {
      submissions: await submissions.documentIds(
        trx,
        ids(({ submission }) => submission)
      ),
      adoptions: byId(details),
      entryTitles: await entries.titles(trx, records),
      reasons: await reasons.of(
        trx,
        records.filter(({ kind }) => kind === 'reversal').map(({ key }) => key)
      ),
    };
  };

  const toAdoptionView = (
    posting: AdoptionPostingRecord,
    background: Background,
    names: Names
  ): AdoptionPostingView => {
    const ruleSet = background.ruleSets.get(posting.ruleSet);
    const adoption = names.adoptions.get(posting.adoption);
    const taken = names.reasons.get(posting.key);
    return {
      ...lineOf(posting, background),
      channel: posting.channel,
      takenDown: taken ? { reason: taken.reason, by: taken.person } : null,
      why: {
        clause: { ...clauseOf(ruleSet, posting.channel), number: posting.clause },
        ruleSet: {
          documentId: ruleSet?.documentId ?? '',
          name: ruleSet?.name ?? '',
          effectiveFrom: ruleSet?.effectiveFrom ?? null,
        },
        ...channelNameOf(ruleSet, posting.channel),
        full: describePoints(wholeOf(posting)),
        split: { units: posting.unitCount, officers: posting.officerCount },
        submission: {
          documentId: names.submissions.get(posting.submission) ?? '',
          title: posting.submissionTitle,
        },
        adoption: {
          documentId: adoption?.documentId ?? '',
          organ: adoption?.organ ?? null,
          reference: adoption?.reference ?? null,
        },
        entry:
          posting.entryUid !== null && posting.entryDocumentId !== null
            ? {
                uid: posting.entryUid,
                documentId: posting.entryDocumentId,
                title:
                  names.entryTitles.get(`${posting.entryUid}:${posting.entryDocumentId}`) ?? null,
              }
            : null,
      },
    };
  };

  const toBonusView = (
    posting: BonusPostingRecord,
    background: Background,
    found: ReadonlyMap<number, BonusRecord>
  ): BonusPostingView => {
    const bonus = found.get(posting.bonus);
    return {
      ...lineOf(posting, background),
      channel: posting.channel,
      why: {
        clause: {
          number: posting.clause,
          sentence: sentence(languageOfRequest(strapi), 'clause.bonus'),
        },
        bonus: {
          documentId: bonus?.documentId ?? '',
          reason: posting.submissionTitle,
          decidedBy: bonus?.decidedBy ?? '',
        },
      },
    };
  };

  const toCorrectionView = (
    posting: CorrectionPostingRecord,
    background: Background,
    found: ReadonlyMap<number, ObjectionRecord>
  ): CorrectionPostingView => {
    const objection = found.get(posting.objection);
    return {
      ...lineOf(posting, background),
      channel: posting.channel,
      why: {
        objection: {
          documentId: objection?.documentId ?? '',
          title: objection?.title ?? '',
          reason: posting.submissionTitle,
          decidedBy: objection?.correction?.decidedBy ?? '',
        },
        corrects: posting.corrects,
      },
    };
  };

  const describe = async (
    trx: Transaction,
    records: readonly AdoptionPostingRecord[]
  ): Promise<Described<AdoptionPostingView>> => {
    const background = await loadBackground(trx);
    const readable = records.filter(isReadable);
    const names = await loadNames(trx, readable);
    return {
      views: readable.map((posting) => toAdoptionView(posting, background, names)),
      unreadable: unreadableOf(records),
    };
  };

  const describeAll = async (
    trx: Transaction,
    all: readonly PostingRecord[],
    background: Background
  ): Promise<Described> => {
    const records = all.filter(isReadable);
    const names = await loadNames(trx, records.filter(isOfSubmission));
    const given = byId(
      await bonuses.findMany(
        trx,
        records.filter(isOfBonus).map(({ bonus }) => bonus)
      )
    );
    const answered = byId(
      await objections.findMany(
        trx,
        records.filter(isOfCorrection).map(({ objection }) => objection)
      )
    );
    const views = records.map((posting) => {
      if (isOfBonus(posting)) return toBonusView(posting, background, given);
      if (isOfCorrection(posting)) return toCorrectionView(posting, background, answered);
      return toAdoptionView(posting, background, names);
    });
    return { views, unreadable: unreadableOf(all) };
  };

  /** What can still be objected to on a page, and what somebody objected to already. */
  const objectionsOf = async (
    trx: Transaction,
    records: readonly PostingView[]
  ): Promise<LedgerResponse['meta']['objections']> => {
    const found: ObjectionLimit[] = [];
    for (const month of new Set(records.map((posting) => posting.month))) {
      found.push(await limits.ofMonth(trx, month));
    }
    const keys = records.map(({ key }) => key);
    return { limits: found, waiting: await objections.waitingFor(trx, keys) };
  };

  const idOfUnit = async (trx: Transaction, documentId: string): Promise<number> => {
    const unit = await units.findUnit(trx, documentId);
    if (unit) {
      await requireOpenPoints(strapi, unit.id);
      return unit.id;
    }
    throw refuse(strapi, 'unit', 'error.unit.unknown', { value: documentId, field: 'unit' });
  };

  const idOfOfficer = async (trx: Transaction, documentId: string): Promise<number> => {
    const officer = await units.findMember(trx, documentId);
    if (officer) {
      await requireOpenPoints(strapi, officer.unit);
      return officer.id;
    }
    throw refuse(strapi, 'officer', 'error.officer.unknown', {
      value: documentId,
      field: 'officer',
    });
  };

  const idOfSubmission = async (trx: Transaction, documentId: string): Promise<number> => {
    const isThere = await isVisible(strapi, UID.submission, documentId);
    const id = isThere ? await submissions.idOf(trx, documentId) : null;
    if (id !== null) return id;
    throw refuse(strapi, 'submission', 'error.submission.unknown', { value: documentId });
  };

  const toPostingFilter = async (
    trx: Transaction,
    { period, unit, officer, submission, channel }: LedgerFilter
  ): Promise<PostingFilter> => {
    const filter: PostingFilter = {
      channel,
      units: (await unitsWithOpenPoints(strapi)) ?? undefined,
    };
    if (period !== undefined) {
      const { from, to } = reportService(strapi).requirePeriod(period);
      filter.months = { from: monthOf(from), to: monthOf(to) };
    }
    if (unit !== undefined) filter.unit = await idOfUnit(trx, unit);
    if (officer !== undefined) filter.officer = await idOfOfficer(trx, officer);
    if (submission !== undefined) filter.submission = await idOfSubmission(trx, submission);
    return filter;
  };

  /** Hands out all postings of a filter, newest first, a batch at a time, as they were at one moment. */
  const walk = async (
    wanted: PostingFilter,
    hand: (batch: Described) => Promise<void>
  ): Promise<void> =>
    inSnapshot(strapi, async (trx) => {
      const background = await loadBackground(trx);
      let place: number | null = null;
      do {
        const batch = await postings.before(trx, wanted, place, BATCH);
        if (batch.postings.length > 0) {
          await hand(await describeAll(trx, batch.postings, background));
        }
        place = batch.next;
      } while (place !== null);
    });

  return {
    clauseOf,
    describe,

    /** The posting of a key, as people read it; `null` when there is none, or it cannot be read. */
    async find(trx: Transaction, key: string): Promise<PostingView | null> {
      const posting = await postings.find(trx, key);
      if (!posting) return null;
      const { views } = await describeAll(trx, [posting], await loadBackground(trx));
      return views[0] ?? null;
    },

    /**
     * All postings of a filter, newest first, in batches that are read as they are asked for; for who
     * is held to units, of their postings alone. They are of one moment, however long it takes.
     *
     * @throws PolicyError when it asks for another unit's, ValidationError when the period, unit, officer or submission does
     *   not exist, or a rule set cannot be read
     */
    async all(filter: LedgerFilter): Promise<AsyncIterable<Described>> {
      const wanted = await inTransaction(strapi, async (trx) => {
        // Refused now, while there is an answer to say why: a file that is under way can only break off.
        await ruleSets.all(trx);
        return toPostingFilter(trx, filter);
      });
      return pulled<Described>((hand) => walk(wanted, hand));
    },

    /**
     * A page of the ledger, newest first; for who is held to units, of their postings alone.
     *
     * @throws PolicyError when it asks for another unit's, ValidationError when the period, unit, officer or submission does not exist
     */
    async page(filter: LedgerFilter, request: PageRequest): Promise<LedgerResponse> {
      return inTransaction(strapi, async (trx) => {
        const wanted = await toPostingFilter(trx, filter);
        const found = await postings.page(trx, wanted, request);
        const { unreadable, views } = await describeAll(
          trx,
          found.postings,
          await loadBackground(trx)
        );
        return {
          data: views,
          meta: {
            pagination: paginationOf(request, found.total),
            unreadable,
            objections: await objectionsOf(trx, views),
          },
        };
      });
    },
  };
});
