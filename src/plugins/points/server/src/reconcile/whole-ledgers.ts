import type { Core } from '@strapi/strapi';
import type { Month } from '../../../domain/period';
import { isSoundPosting } from '../../../domain/posting';
import {
  addEarned,
  addPostings,
  receivedTotalsOf,
  startSum,
  totalsOfIntake,
  type Intake,
  type Sum,
  type Total,
} from '../../../domain/totals';
import type { ReceivedCount } from '../../../shared/contracts';
import { receivedTotals } from '../ledger/received-totals';
import type { SubmissionPosting } from '../ledger/postings';
import { sealRepository } from '../ledger/seals';
import {
  submissionLedgerRepository,
  type LedgerRules,
  type ReadableRules,
  type WholeLedger,
} from '../ledger/submission-ledgers';
import { loadPeople, type People } from '../records/people';
import { submissionRepository } from '../records/submissions';
import { chunksOf } from '../../../../../common/chunks-of';
import { nextTurn } from '../../../../../common/next-turn';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { unfoundedRepository } from './unfounded-repository';

/** Submissions, bonuses or objections looked at with one set of statements. */
const CHUNK = 2000;

/** Ids, so many at a time. */
export const chunksOfIds = (ids: readonly number[]): number[][] => chunksOf(ids, CHUNK);

const idsByDocumentId = (
  records: Iterable<{ id: number; documentId: string }>
): Map<string, number> => new Map([...records].map(({ id, documentId }) => [documentId, id]));

/** What a bulletin counted as received in its month. */
const receivedIn = (month: Month, counts: readonly ReceivedCount[], people: People): Total[] => {
  const units = idsByDocumentId(people.units.values());
  const members = idsByDocumentId(people.members.values());
  return counts.flatMap(({ unit, officer, count }) => {
    const unitId = units.get(unit);
    const officerId = officer === null ? 0 : members.get(officer);
    if (unitId === undefined || officerId === undefined) return [];
    return receivedTotalsOf(month, { unit: unitId, officer: officerId }, count);
  });
};

/** Whether it is a moment, or none: what somebody wrote in place of one is neither. */
export const isSoundMoment = (moment: Date | null): boolean =>
  moment === null || !Number.isNaN(moment.getTime());

/** The postings of a ledger that count. */
const counting = (
  { all }: WholeLedger,
  forged: ReadonlySet<string>
): readonly SubmissionPosting[] =>
  forged.size === 0 ? all : all.filter(({ key }) => !forged.has(key));

/** All ledgers with all of their postings, whatever settling would read of them. */
export const wholeLedgers = oncePerApplication((strapi: Core.Strapi) => {
  const submissions = submissionRepository(strapi);
  const unfounded = unfoundedRepository(strapi);
  const seals = sealRepository(strapi);
  const ledgers = submissionLedgerRepository(strapi);

  const intakeOf = ({ submission }: WholeLedger, { firstOpenMonth }: LedgerRules): Intake | null =>
    isSoundMoment(submission.receivedAt)
      ? receivedTotals(strapi, submission, firstOpenMonth)
      : null;

  return {
    /** Ids of all submissions, so many at a time. */
    async chunks(trx: Transaction): Promise<number[][]> {
      return chunksOfIds(await submissions.allIds(trx));
    },

    /** All ledgers, so many at a time that a ledger of millions need not fit in memory. */
    async *read(trx: Transaction): AsyncGenerator<WholeLedger[]> {
      for (const ids of chunksOfIds(await submissions.allIds(trx))) {
        yield await ledgers.whole(trx, ids);
        await nextTurn();
      }
    },

    /** What postings follow from beside their submissions, as far as it can be read. */
    rules: (trx: Transaction): Promise<ReadableRules> => ledgers.rulesOf(trx),

    /** Keys of the postings that nothing stands behind. */
    async forged(trx: Transaction): Promise<Set<string>> {
      return new Set((await unfounded.postings(trx)).map(({ id }) => id));
    },

    /** What sealed months counted as received: their bulletins say it, whatever became of the submissions. */
    async sealedTotals(trx: Transaction): Promise<Total[]> {
      const people = await loadPeople(strapi, trx);
      const sum = startSum();
      for (const { month } of await seals.all(trx)) {
        const frozen = await seals.standingsOf(trx, month);
        if (frozen) sum.add(receivedIn(month, frozen.received, people));
      }
      return sum.list();
    },

    /** Adds what a submission's ledger and its arrival give to the running totals: no forged row counts. */
    addTotals(
      sum: Sum,
      ledger: WholeLedger,
      forged: ReadonlySet<string>,
      rules: LedgerRules
    ): void {
      addPostings(sum, counting(ledger, forged).filter(isSoundPosting));
      sum.add(totalsOfIntake(intakeOf(ledger, rules)));
    },

    /** Adds the counts of submissions among these, and no points. */
    addCounts(
      sum: Sum,
      ledger: WholeLedger,
      forged: ReadonlySet<string>,
      rules: LedgerRules
    ): void {
      addEarned(sum, counting(ledger, forged));
      sum.add(totalsOfIntake(intakeOf(ledger, rules)));
    },
  };
});
