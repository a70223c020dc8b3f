import type { Core } from '@strapi/strapi';
import type {
  BonusesResponse,
  EvidenceBody,
  BonusResponse,
  RecordBonusBody,
  WithdrawBonusBody,
} from '../../../shared/contracts';
import { paginationOf, type PageRequest } from '../../../../../common/database/pages';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { clock } from '../../../../../common/time/clock';
import type { Cause } from '../ledger/settle';
import { bonusSettleService } from '../ledger/settle-bonuses';
import { runLedgerTransaction } from '../ledger-lock';
import { bonusRepository } from '../records/bonuses';
import { personOf } from '../records/requester';
import { bonusRules } from './bonus-rules';
import { bonusViews } from './bonus-views';
import type { ByHandQuery } from './by-hand-rules';

/** Bonuses (额外加分, §六.2): given by hand with their reason, withdrawn with another, never deleted. */
export const bonusService = oncePerApplication((strapi: Core.Strapi) => {
  const bonuses = bonusRepository(strapi);
  const rules = bonusRules(strapi);
  const settle = bonusSettleService(strapi);
  const views = bonusViews(strapi);

  /** Writes a bonus with its effect on the ledger, and answers with it as it stands then. */
  const write = (
    cause: Cause,
    change: (trx: Transaction) => Promise<{ documentId: string }>
  ): Promise<BonusResponse> =>
    inTransaction(strapi, async (trx) => {
      const { documentId } = await runLedgerTransaction(strapi, change, async (_, changed) => {
        const { id } = await views.find(trx, changed.documentId);
        await settle.run(trx, [id], cause);
      });
      return views.respond(trx, documentId);
    });

  return {
    /**
     * A page of bonuses, the latest day first; for who is held to units, of these alone.
     *
     * @throws PolicyError when it asks for another unit's, ValidationError when the period or unit
     *   does not exist
     */
    async page(query: ByHandQuery, request: PageRequest): Promise<BonusesResponse> {
      return inTransaction(strapi, async (trx) => {
        const found = await bonuses.page(trx, await rules.filterOf(trx, query), request);
        const { total } = found;
        return {
          data: await views.describe(trx, found.bonuses),
          meta: { pagination: paginationOf(request, total) },
        };
      });
    },

    /**
     * Gives a bonus (§六.2). It counts in the month of its day, or in the first open month where that
     * is sealed, and the answer says so.
     *
     * @param author the admin account that records it
     * @throws ValidationError when the input is bad; nothing is written
     */
    async record(body: RecordBonusBody, author?: { id: number }): Promise<BonusResponse> {
      return write('record', async (trx) => {
        const bonus = await rules.requireWhole(trx, body);
        const by = { author: author?.id, now: clock.now() };
        return { documentId: await bonuses.create(bonus, body.evidence ?? [], by) };
      });
    },

    /**
     * Shows more evidence for a bonus in force, beside what there is.
     *
     * @throws NotFoundError, or ValidationError for one that is withdrawn or a file that is not there
     */
    async addEvidence(documentId: string, { evidence }: EvidenceBody): Promise<BonusResponse> {
      return write('correct', async (trx) => {
        const bonus = await views.find(trx, documentId);
        rules.requireInForce(bonus);
        await rules.requireFiles(trx, evidence);
        await bonuses.addEvidence(trx, bonus.id, evidence, clock.now());
        return bonus;
      });
    },

    /**
     * Withdraws a bonus; its posting is taken back.
     *
     * @throws NotFoundError, or ValidationError for one that is withdrawn already
     */
    async withdraw(documentId: string, { reason }: WithdrawBonusBody): Promise<BonusResponse> {
      return write('withdraw', async (trx) => {
        const bonus = await views.find(trx, documentId);
        rules.requireInForce(bonus);
        const person = personOf(strapi)?.name ?? null;
        await bonuses.withdraw(trx, bonus.id, { reason, person }, clock.now());
        return bonus;
      });
    },
  };
});
