import type { Core } from '@strapi/strapi';
import { describePoints, sumOf } from '../../../domain/points';
import { type BonusPosting, standingAwards } from '../../../domain/posting';
import { changeByBonuses, startSum, type Total } from '../../../domain/totals';
import {
  type BonusLedger,
  bonusSettleService,
  missingBonusPostings,
} from '../ledger/settle-bonuses';
import { type BonusRecord, bonusRepository } from '../records/bonuses';
import { loadPeople, type People } from '../records/people';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import type { Findings } from './findings';
import { chunksOf } from './whole-ledgers';

/** What bonuses give to the running totals: no forged row counts. */
const totalsOf = ({ recorded }: BonusLedger, forged: ReadonlySet<string>): Total[] =>
  changeByBonuses(recorded.filter(({ key }) => !forged.has(key)));

/** What can be settled: a row that lacks what every bonus has is named, and no more is made of it. */
const withoutBroken = (ledger: BonusLedger, { unfounded }: Findings): BonusLedger => {
  const broken = new Set(unfounded.filter(({ kind }) => kind === 'bonus').map(({ id }) => id));
  const bonuses = ledger.bonuses.filter(({ documentId }) => !broken.has(documentId));
  const ids = new Set(bonuses.map(({ id }) => id));
  return { ...ledger, bonuses, recorded: ledger.recorded.filter(({ bonus }) => ids.has(bonus)) };
};

const describe = (
  bonus: string,
  posting: BonusPosting,
  people: People
): Findings['postings'][number] => ({
  submission: null,
  bonus,
  channel: posting.channel,
  unit: people.units.get(posting.unit)?.documentId ?? '',
  officer:
    posting.officer === null ? null : (people.members.get(posting.officer)?.documentId ?? ''),
  exact: describePoints(sumOf([posting])).exact,
});

/** Compares the postings of bonuses with the bonuses that they follow from. */
export const differingBonuses = oncePerApplication((strapi: Core.Strapi) => {
  const bonuses = bonusRepository(strapi);
  const settle = bonusSettleService(strapi);

  const chunks = async (trx: Transaction): Promise<number[][]> =>
    chunksOf(await bonuses.allIds(trx));

  /**
   * Bonuses in force without any award. Whatever makes a bonus awards it in the same transaction:
   * these were written past the application, or their postings were taken away.
   */
  const neverAwarded = (missing: readonly BonusPosting[], ledger: BonusLedger): BonusRecord[] => {
    const awarded = new Set(standingAwards(ledger.recorded).map(({ bonus }) => bonus));
    return ledger.bonuses.filter(
      ({ id }) => !awarded.has(id) && missing.some(({ bonus }) => bonus === id)
    );
  };

  return {
    /**
     * Finds the postings that are missing.
     *
     * @param forged keys of the postings that nothing stands behind
     * @returns what the running totals of bonuses should be
     */
    async find(
      trx: Transaction,
      findings: Findings,
      forged: ReadonlySet<string>
    ): Promise<Total[]> {
      const people = await loadPeople(strapi, trx);
      const expected = startSum();
      for (const ids of await chunks(trx)) {
        const whole = await settle.load(trx, ids);
        const ledger = withoutBroken(whole, findings);
        const documentIds = new Map(ledger.bonuses.map(({ id, documentId }) => [id, documentId]));
        findings.checked.bonuses += ids.length;
        findings.checked.postings += whole.recorded.length;
        const missing = missingBonusPostings(ledger);
        for (const { documentId } of neverAwarded(missing, ledger)) {
          findings.unfounded.push({
            ...{ kind: 'bonus', id: documentId, problem: 'never-awarded' },
            ...{ submission: null, bonus: documentId },
          });
        }
        for (const posting of missing) {
          findings.postings.push(describe(documentIds.get(posting.bonus) ?? '', posting, people));
        }
        expected.add(totalsOf(whole, forged));
      }
      return expected.list();
    },

    /** What the bonuses give to the running totals. */
    async totals(trx: Transaction, forged: ReadonlySet<string>): Promise<Total[]> {
      const sum = startSum();
      for (const ids of await chunks(trx)) sum.add(totalsOf(await settle.load(trx, ids), forged));
      return sum.list();
    },

    /** Settles all bonuses but those in doubt, named by documentId. */
    async repair(trx: Transaction, doubted: ReadonlySet<string | null>): Promise<void> {
      for (const ids of await chunks(trx)) {
        const sound = (await bonuses.findMany(trx, ids)).filter(
          ({ documentId }) => !doubted.has(documentId)
        );
        await settle.run(
          trx,
          sound.map(({ id }) => id),
          'reconcile'
        );
      }
    },
  };
});
