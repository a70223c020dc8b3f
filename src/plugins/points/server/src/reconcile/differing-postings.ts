import type { Core } from '@strapi/strapi';
import { recordedOf } from '../../../domain/difference';
import { describePoints, sumOf } from '../../../domain/points';
import { type AdoptionPosting, isSoundPosting } from '../../../domain/posting';
import { cannotBeScored, UnreadableFactsError } from '../../../domain/score';
import type { Sum } from '../../../domain/totals';
import { countsForNobody, missingPostings } from '../ledger/settle';
import type { ReadableRules, WholeLedger } from '../ledger/submission-ledgers';
import { type AdoptionRecord, adoptionRepository, isUnreadable } from '../records/adoptions';
import { loadPeople, type People } from '../records/people';
import { isUnderUnreadable } from '../records/rule-sets';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { isBytes } from '../../../../../common/database/dialect';
import type { Transaction } from '../../../../../common/database/transaction';
import type { Findings } from './findings';
import { unfoundedRepository } from './unfounded-repository';
import { isSoundMoment, wholeLedgers } from './whole-ledgers';

/**
 * What settling would append; `null` where an adoption's day has no rule set. Nothing where nobody can
 * say, because what it rests on cannot be read.
 */
const lacking = (ledger: WholeLedger, rules: ReadableRules): AdoptionPosting[] | null => {
  if (ledger.adoptions.some(({ adoptedOn }) => isUnderUnreadable(rules.found, adoptedOn))) {
    return [];
  }
  try {
    return missingPostings({ ...ledger, recorded: recordedOf(ledger.all) }, rules);
  } catch (error) {
    if (error instanceof UnreadableFactsError) return [];
    if (!cannotBeScored(error)) throw error;
    return null;
  }
};

const describe = (
  submission: string,
  posting: AdoptionPosting,
  people: People
): Findings['postings'][number] => ({
  submission,
  bonus: null,
  objection: null,
  channel: posting.channel,
  unit: people.units.get(posting.unit)?.documentId ?? '',
  officer:
    posting.officer === null ? null : (people.members.get(posting.officer)?.documentId ?? ''),
  exact: describePoints(sumOf([posting])).exact,
});

/** The part of a ledger with which one can reckon: nearly always all of it. */
const soundPart = (ledger: WholeLedger): WholeLedger =>
  ledger.all.every(isSoundPosting) ? ledger : { ...ledger, all: ledger.all.filter(isSoundPosting) };

/** Whether a row of an adoption is as the application writes them, as far as its points go. */
const isSoundAdoption = (adoption: AdoptionRecord): boolean =>
  !isUnreadable(adoption) &&
  Number.isFinite(adoption.adoptedAt) &&
  ![
    ...[adoption.documentId, adoption.channel, adoption.adoptedOn, adoption.organ],
    ...[adoption.entryUid, adoption.entryDocumentId, adoption.takenDownReason],
  ].some(isBytes);

const isSoundSubmission = (submission: WholeLedger['submission']): boolean =>
  isSoundMoment(submission.receivedAt) &&
  ![
    ...[submission.documentId, submission.title, submission.category, submission.state],
    submission.countedIn,
  ].some(isBytes);

/** Names rows with which nobody can reckon, because somebody changed them past the application. */
const nameUnsound = (
  { unfounded }: Findings,
  { submission, adoptions, all }: WholeLedger,
  forged: Set<string>
): void => {
  const of = {
    ...{ submission: submission.documentId, bonus: null, objection: null },
    problem: 'impossible' as const,
  };
  const name = (kind: Findings['unfounded'][number]['kind'], id: string): void => {
    if (unfounded.some((row) => row.kind === kind && row.id === id)) return;
    unfounded.push({ kind, id, ...of });
  };
  for (const posting of all) {
    if (isSoundPosting(posting)) continue;
    forged.add(posting.key);
    name('posting', posting.key);
  }
  for (const adoption of adoptions) {
    if (!isSoundAdoption(adoption)) name('adoption', adoption.documentId);
  }
  if (!isSoundSubmission(submission)) name('submission', submission.documentId);
};

/** A ledger that lacks postings. */
interface Lacking {
  submission: string;
  missing: readonly AdoptionPosting[];
}

/** Compares the postings with the facts that they follow from. */
export const differingPostings = oncePerApplication((strapi: Core.Strapi) => {
  const adoptions = adoptionRepository(strapi);
  const unfounded = unfoundedRepository(strapi);
  const wholes = wholeLedgers(strapi);

  /**
   * Adoptions that would be awarded now and stand without any award. Whatever makes an adoption
   * awards it in the same transaction: these were written past the application, or their postings
   * were taken away.
   */
  const findNeverAwarded = async (
    trx: Transaction,
    findings: Findings,
    found: readonly Lacking[]
  ): Promise<void> => {
    if (found.length === 0) return;
    const awarded = await unfounded.awarded(trx);
    for (const { submission, missing } of found) {
      const ids = missing
        .filter(({ kind, adoption }) => kind === 'award' && !awarded.has(adoption))
        .map(({ adoption }) => adoption);
      for (const { documentId } of await adoptions.findMany(trx, [...new Set(ids)])) {
        findings.unfounded.push({
          ...{ kind: 'adoption', id: documentId, problem: 'never-awarded' },
          ...{ submission, bonus: null, objection: null },
        });
      }
    }
  };

  return {
    /**
     * Finds the postings that are missing, and what they lack to be made.
     *
     * @param forged keys of the postings that nothing stands behind; is given those that nobody can reckon with
     * @param expected is given what the counts of submissions should be
     */
    async find(
      trx: Transaction,
      findings: Findings,
      forged: Set<string>,
      expected: Sum
    ): Promise<void> {
      const people = await loadPeople(strapi, trx);
      const rules = await wholes.rules(trx);
      const found: Lacking[] = [];
      for await (const ledgers of wholes.read(trx)) {
        findings.checked.submissions += ledgers.length;
        for (const whole of ledgers) {
          findings.checked.postings += whole.all.length;
          nameUnsound(findings, whole, forged);
          const ledger = soundPart(whole);
          const submission = ledger.submission.documentId;
          const missing = lacking(ledger, rules);
          if (missing === null) findings.unscored.push(submission);
          if (missing?.length) found.push({ submission, missing });
          if (countsForNobody(ledger)) findings.withoutUnit.push(submission);
          for (const posting of missing ?? []) {
            findings.postings.push(describe(submission, posting, people));
          }
          wholes.addCounts(expected, ledger, forged, rules);
        }
      }
      await findNeverAwarded(trx, findings, found);
      expected.add(await wholes.sealedTotals(trx));
    },
  };
});
