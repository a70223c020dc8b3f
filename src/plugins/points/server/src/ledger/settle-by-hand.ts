import type { Core } from '@strapi/strapi';
import type { Month } from '../../../domain/period';
import type { BonusPosting, CorrectionPosting } from '../../../domain/posting';
import { changeByHand } from '../../../domain/totals';
import type { Transaction } from '../../../../../common/database/transaction';
import { clock } from '../../../../../common/time/clock';
import { loadPeople, type People } from '../records/people';
import { appendRepository } from './append';
import {
  type BonusPostingRecord,
  type CorrectionPostingRecord,
  type NewBonusPosting,
  type NewCorrectionPosting,
  postingRepository,
} from './postings';
import { sealRepository } from './seals';
import type { Cause } from './settle';

/** What a person gave, or answered: what its postings follow from. */
export interface ByHandFact {
  id: number;
  documentId: string;
}

export type ByHandPosting = BonusPosting | CorrectionPosting;
type ByHandRecord = BonusPostingRecord | CorrectionPostingRecord;

/** All that decides what the ledger should hold of some facts, and what it holds. */
export interface ByHandLedger<Fact extends ByHandFact, Recorded extends ByHandRecord> {
  facts: readonly Fact[];
  /** All their postings, oldest first. */
  recorded: readonly Recorded[];
  /** The first month that is not sealed, `null` when none is. */
  firstOpenMonth: Month | null;
}

/** What a bonus and a correction are told apart by. */
export interface ByHandKind<Fact extends ByHandFact, Recorded extends ByHandRecord> {
  facts: (trx: Transaction, ids: readonly number[]) => Promise<Fact[]>;
  recorded: (trx: Transaction, ids: readonly number[]) => Promise<Recorded[]>;
  /** The postings that the ledger lacks. */
  missing: (ledger: ByHandLedger<Fact, Recorded>) => ByHandPosting[];
  /** The id of the fact that a posting is of. */
  idOf: (posting: ByHandPosting) => number | null;
  reasonOf: (fact: Fact) => string;
  /** Which of the references the fact's documentId is. */
  names: 'bonusDocumentId' | 'objectionDocumentId';
  /** Keeps the files that the facts rest on. */
  keep: (trx: Transaction, ids: readonly number[]) => Promise<void>;
}

/** Settling of what is given by hand. */
export interface ByHandSettling<
  Fact extends ByHandFact,
  Recorded extends ByHandRecord,
> extends Pick<ByHandKind<Fact, Recorded>, 'missing' | 'idOf'> {
  /** What settling some facts follows from. */
  load(trx: Transaction, ids: readonly number[]): Promise<ByHandLedger<Fact, Recorded>>;
  /**
   * Brings the ledger in line with some facts, under the ledger's lock. Idempotent: run again it
   * appends nothing.
   */
  run(trx: Transaction, ids: readonly number[], cause: Cause): Promise<void>;
}

/** As `settle` does for submissions: facts → difference → append, inside the transaction of its cause. */
export const settlingByHand = <Fact extends ByHandFact, Recorded extends ByHandRecord>(
  strapi: Core.Strapi,
  kind: ByHandKind<Fact, Recorded>
): ByHandSettling<Fact, Recorded> => {
  const append = appendRepository(strapi);
  const postings = postingRepository(strapi);
  const seals = sealRepository(strapi);

  const load = async (
    trx: Transaction,
    ids: readonly number[]
  ): Promise<ByHandLedger<Fact, Recorded>> => ({
    facts: await kind.facts(trx, ids),
    recorded: await kind.recorded(trx, ids),
    firstOpenMonth: await seals.current(trx),
  });

  const toRecord = (
    posting: ByHandPosting,
    { facts, recorded }: ByHandLedger<Fact, Recorded>,
    people: People,
    cause: Cause
  ): NewBonusPosting | NewCorrectionPosting => {
    const reversed = recorded.find(({ key }) => key === posting.reverses);
    const fact = facts.find(({ id }) => id === kind.idOf(posting));
    const unit = people.units.get(posting.unit);
    const officer = posting.officer === null ? null : people.members.get(posting.officer);
    return {
      ...posting,
      submission: null,
      submissionTitle: reversed?.submissionTitle ?? (fact ? kind.reasonOf(fact) : ''),
      unitName: reversed?.unitName ?? unit?.name ?? '',
      officerName: reversed?.officerName ?? officer?.name ?? null,
      entryUid: null,
      entryDocumentId: null,
      cause,
      submissionDocumentId: null,
      adoptionDocumentId: null,
      bonusDocumentId: null,
      objectionDocumentId: null,
      [kind.names]: fact?.documentId ?? null,
      ruleSetDocumentId: null,
      unitDocumentId: unit?.documentId ?? null,
      officerDocumentId: officer?.documentId ?? null,
    };
  };

  return {
    missing: kind.missing,
    idOf: kind.idOf,
    load,

    async run(trx, ids, cause) {
      const ledger = await load(trx, ids);
      const missing = kind.missing(ledger);
      if (missing.length > 0) {
        const people = await loadPeople(strapi, trx);
        const appended = missing.map((posting) => toRecord(posting, ledger, people, cause));
        const totals = changeByHand(appended);
        const chainHead = await postings.lastLink(trx);
        await append(
          trx,
          { acceptances: [], adoptions: [], postings: appended, chainHead, totals },
          clock.now()
        );
      }
      await kind.keep(trx, ids);
    },
  };
};
