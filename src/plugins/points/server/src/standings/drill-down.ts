import type { Core } from '@strapi/strapi';
import Fraction from 'fraction.js';
import { describePoints, sumOf } from '../../../domain/points';
import { monthOf } from '../../../domain/period';
import type { Channel } from '../../../domain/vocabulary';
import type { Clause, LedgerResponse, PostingView, UnitReference } from '../../../shared/contracts';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { type AdoptionDetail, adoptionRepository } from '../records/adoptions';
import { type PostingFilter, type PostingRecord, postingRepository } from '../ledger/postings';
import { type RuleSetRecord, ruleSetRepository } from '../records/rule-sets';
import { type MemberRecord, type UnitRecord, unitRepository } from '../records/units';
import { UID } from '../constants';
import { unitScope } from '../isolation/requester';
import { isVisible } from '../isolation/visible';
import { actionId } from '../permissions/actions';
import type { Membership } from '../isolation/ownership';
import { loadPeople, officerReference, unitReference } from '../records/people';
import { reportService } from './standings';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { entryRepository } from '../records/entries';
import { submissionRepository } from '../records/submissions';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { forbidden, refuse } from '../messages';

/** What turns a posting's ids into words. */
interface Names {
  units: Map<number, UnitRecord>;
  members: Map<number, MemberRecord>;
  ruleSets: Map<number, RuleSetRecord>;
  submissions: Map<number, string>;
  adoptions: Map<number, AdoptionDetail>;
  /** By `uid:documentId`. */
  entryTitles: Map<string, string>;
}

export interface LedgerFilter {
  period?: string;
  unit?: string;
  officer?: string;
  submission?: string;
  channel?: Channel;
}

const unitOf = (posting: PostingRecord, names: Names): UnitReference => {
  const unit = names.units.get(posting.unit);
  return unit
    ? unitReference(unit)
    : { documentId: '', code: '', name: posting.unitName, kind: 'institution' };
};

/** The ledger as people read it: every posting with its why. */
export const ledgerService = oncePerApplication((strapi: Core.Strapi) => {
  const adoptions = adoptionRepository(strapi);
  const entries = entryRepository(strapi);
  const postings = postingRepository(strapi);
  const ruleSets = ruleSetRepository(strapi);
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

  const loadNames = async (trx: Transaction, records: readonly PostingRecord[]): Promise<Names> => {
    const ids = (pick: (posting: PostingRecord) => number): number[] => [
      ...new Set(records.map(pick)),
    ];
    const details = await adoptions.findMany(
      trx,
      ids(({ adoption }) => adoption)
    );
    return {
      ...(await loadPeople(strapi, trx)),
      ruleSets: new Map((await ruleSets.all(trx)).map((ruleSet) => [ruleSet.id, ruleSet])),
      submissions: await submissions.documentIds(
        trx,
        ids(({ submission }) => submission)
      ),
      adoptions: new Map(details.map((adoption) => [adoption.id, adoption])),
      entryTitles: await entries.titles(trx, records),
    };
  };

  const toView = (posting: PostingRecord, names: Names): PostingView => {
    const ruleSet = names.ruleSets.get(posting.ruleSet);
    const adoption = names.adoptions.get(posting.adoption);
    const officer = posting.officer === null ? undefined : names.members.get(posting.officer);
    return {
      ...describePoints(sumOf([posting])),
      key: posting.key,
      kind: posting.kind,
      reverses: posting.reverses,
      amount: posting.amount,
      divisor: posting.divisor,
      channel: posting.channel,
      adoptedOn: posting.adoptedOn,
      month: posting.month,
      belongsTo: posting.belongsTo,
      postedAt: posting.postedAt.toISOString(),
      cause: posting.cause,
      unit: unitOf(posting, names),
      unitName: posting.unitName,
      officer: officer ? officerReference(officer) : null,
      officerName: posting.officerName,
      why: {
        clause: { ...clauseOf(ruleSet, posting.channel), number: posting.clause },
        ruleSet: { documentId: ruleSet?.documentId ?? '', name: ruleSet?.name ?? '' },
        full: describePoints(new Fraction(Math.abs(posting.amount), 100)),
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

  const describe = async (
    trx: Transaction,
    records: readonly PostingRecord[]
  ): Promise<PostingView[]> => {
    const names = await loadNames(trx, records);
    return records.map((posting) => toView(posting, names));
  };

  const own = async (): Promise<Membership | null> => unitScope(strapi, actionId('ledger.read'));

  /** @throws PolicyError when the request is held to other units than this */
  const requireOwn = async (unit: number | null): Promise<void> => {
    const membership = await own();
    if (membership === null || (unit !== null && membership.units.includes(unit))) return;
    throw forbidden(strapi, 'error.ownUnit.points');
  };

  const idOfUnit = async (trx: Transaction, documentId: string): Promise<number> => {
    const unit = await units.findUnit(trx, documentId);
    if (unit) {
      await requireOwn(unit.id);
      return unit.id;
    }
    throw refuse(strapi, 'unit', 'error.unit.unknown', { value: documentId, field: 'unit' });
  };

  const idOfOfficer = async (trx: Transaction, documentId: string): Promise<number> => {
    const officer = await units.findMember(trx, documentId);
    if (officer) {
      await requireOwn(officer.unit);
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
    const filter: PostingFilter = { channel, units: (await own())?.units };
    if (period !== undefined) {
      const { from, to } = reportService(strapi).requirePeriod(period);
      filter.months = { from: monthOf(from), to: monthOf(to) };
    }
    if (unit !== undefined) filter.unit = await idOfUnit(trx, unit);
    if (officer !== undefined) filter.officer = await idOfOfficer(trx, officer);
    if (submission !== undefined) filter.submission = await idOfSubmission(trx, submission);
    return filter;
  };

  return {
    clauseOf,
    describe,

    /**
     * A page of the ledger, newest first; for who is held to units, of their postings alone.
     *
     * @throws PolicyError when it asks for another unit's, ValidationError when the period, unit, officer or submission does not exist
     */
    async page(
      filter: LedgerFilter,
      { page, pageSize }: { page: number; pageSize: number }
    ): Promise<LedgerResponse> {
      return inTransaction(strapi, async (trx) => {
        const wanted = await toPostingFilter(trx, filter);
        const found = await postings.page(trx, wanted, { page, pageSize });
        return {
          data: await describe(trx, found.postings),
          meta: {
            pagination: {
              page,
              pageSize,
              pageCount: Math.ceil(found.total / pageSize),
              total: found.total,
            },
          },
        };
      });
    },
  };
});
