import type { Core } from '@strapi/strapi';
import { recordedOf } from '../../../domain/difference';
import { describePoints, sumOf } from '../../../domain/points';
import type { AdoptionPosting } from '../../../domain/posting';
import { NoRuleSetError } from '../../../domain/score';
import type { Sum } from '../../../domain/totals';
import { countsForNobody, missingPostings } from '../ledger/settle';
import type { LedgerRules, WholeLedger } from '../ledger/submission-ledgers';
import { adoptionRepository } from '../records/adoptions';
import { loadPeople, type People } from '../records/people';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import type { Findings } from './findings';
import { unfoundedRepository } from './unfounded-repository';
import { wholeLedgers } from './whole-ledgers';

/** What settling would append; `null` where an adoption's day has no rule set. */
const lacking = (ledger: WholeLedger, rules: LedgerRules): AdoptionPosting[] | null => {
  try {
    return missingPostings({ ...ledger, recorded: recordedOf(ledger.all) }, rules);
  } catch (error) {
    if (!(error instanceof NoRuleSetError)) throw error;
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

/** A ledger that lacks postings. */
interface Lacking {
  submission: string;
  missing: readonly AdoptionPosting[];
}

/** Compares the postings with the facts that they follow from. */
export const differingPostings = oncePerApplication((strapi: Core.Strapi) => {
  const adoptions = adoptionRepository(strapi);
  const unfounded = unfoundedRepository(strapi);
  const whole = wholeLedgers(strapi);

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
     * @param forged keys of the postings that nothing stands behind
     * @param expected is given what the running totals should be
     */
    async find(
      trx: Transaction,
      findings: Findings,
      forged: ReadonlySet<string>,
      expected: Sum
    ): Promise<void> {
      const people = await loadPeople(strapi, trx);
      const rules = await whole.rules(trx);
      const found: Lacking[] = [];
      for await (const ledgers of whole.read(trx)) {
        findings.checked.submissions += ledgers.length;
        for (const ledger of ledgers) {
          findings.checked.postings += ledger.all.length;
          const submission = ledger.submission.documentId;
          const missing = lacking(ledger, rules);
          if (missing === null) findings.unscored.push(submission);
          if (missing?.length) found.push({ submission, missing });
          if (countsForNobody(ledger)) findings.withoutUnit.push(submission);
          for (const posting of missing ?? []) {
            findings.postings.push(describe(submission, posting, people));
          }
          whole.addTotals(expected, ledger, forged, rules);
        }
      }
      await findNeverAwarded(trx, findings, found);
      expected.add(await whole.sealedTotals(trx));
    },
  };
});
