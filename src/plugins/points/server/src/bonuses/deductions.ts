import type { Core } from '@strapi/strapi';
import { ruleSetOn } from '../../../domain/rule-set';
import type {
  DeductionKindsQuery,
  DeductionKindsResponse,
  DeductionResponse,
  DeductionsResponse,
  EvidenceBody,
  RecordDeductionBody,
  WithdrawDeductionBody,
} from '../../../shared/contracts';
import { paginationOf, type PageRequest } from '../../../../../common/database/pages';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { keptFileService } from '../ledger/kept-files';
import { runLedgerTransaction } from '../ledger-lock';
import { deductionRepository } from '../records/deductions';
import { personOf } from '../records/requester';
import { ruleSetRepository } from '../records/rule-sets';
import type { ByHandQuery } from './by-hand-rules';
import { deductionRules, deductionsOf } from './deduction-rules';
import { deductionViews, kindOf } from './deduction-views';

/**
 * Deductions (扣分): what the office holds against a unit by hand, where the rule set of the day says so;
 * the regulation's says nothing of the sort. They are no postings: a period reckons with them
 * (`domain/deductions`) until it is sealed. Withdrawn by a line with its reason, never changed.
 */
export const deductionService = oncePerApplication((strapi: Core.Strapi) => {
  const calendar = calendarService(strapi);
  const deductions = deductionRepository(strapi);
  const keptFiles = keptFileService(strapi);
  const ruleSets = ruleSetRepository(strapi);
  const rules = deductionRules(strapi);
  const views = deductionViews(strapi);

  /** Under the ledger's lock: no month is sealed while it is judged by what is sealed. */
  const write = (change: (trx: Transaction) => Promise<string>): Promise<DeductionResponse> =>
    inTransaction(strapi, async (trx) => {
      const documentId = await runLedgerTransaction(strapi, change, async (_, changed) => {
        const { id } = await views.find(trx, changed);
        await keptFiles.keepOfDeductions(trx, [id]);
      });
      return views.respond(trx, documentId);
    });

  return {
    /**
     * What may be held against a unit on a day: what the rule set in force then says.
     *
     * @throws ValidationError when it is no day
     */
    async kinds({ day: value }: DeductionKindsQuery): Promise<DeductionKindsResponse> {
      const day = value === undefined ? calendar.dayOf(clock.now()) : rules.requireDay(value);
      return inTransaction(strapi, async (trx) => {
        const ruleSet = ruleSetOn(await ruleSets.all(trx), day);
        return {
          data: deductionsOf(ruleSet).map(kindOf),
          meta: { day, ruleSet: ruleSet?.name ?? null },
        };
      });
    },

    /**
     * A page of deductions, the latest day first; for who is held to units, of these alone.
     *
     * @throws PolicyError when it asks for another unit's, ValidationError when the period or unit
     *   does not exist
     */
    async page(query: ByHandQuery, request: PageRequest): Promise<DeductionsResponse> {
      return inTransaction(strapi, async (trx) => {
        const found = await deductions.page(trx, await rules.filterOf(trx, query), request);
        const { total } = found;
        return {
          data: await views.describe(trx, found.deductions),
          meta: { pagination: paginationOf(request, total) },
        };
      });
    },

    /**
     * Holds something against a unit, as the rule set in force on the day says.
     *
     * @throws ValidationError when the input is bad, the rules know no deductions, or the day's month
     *   is sealed; nothing is written
     */
    async record(body: RecordDeductionBody): Promise<DeductionResponse> {
      return write(async (trx) => {
        const deduction = await rules.requireWhole(trx, body);
        return deductions.create(deduction, body.evidence ?? [], clock.now());
      });
    },

    /**
     * Shows more evidence for a deduction in force, beside what there is; of a sealed month too.
     *
     * @throws NotFoundError, or ValidationError for one that is withdrawn or a file that is not there
     */
    async addEvidence(documentId: string, { evidence }: EvidenceBody): Promise<DeductionResponse> {
      return write(async (trx) => {
        const deduction = await views.find(trx, documentId);
        rules.requireInForce(deduction);
        await rules.requireFiles(trx, evidence);
        await deductions.addEvidence(trx, deduction.id, evidence);
        return documentId;
      });
    },

    /**
     * Withdraws a deduction: a line with the reason stands beside it, and it counts no more.
     *
     * @throws NotFoundError, or ValidationError for one that is withdrawn already or sealed
     */
    async withdraw(
      documentId: string,
      { reason }: WithdrawDeductionBody
    ): Promise<DeductionResponse> {
      return write(async (trx) => {
        const deduction = await views.find(trx, documentId);
        await rules.requireWithdrawable(trx, deduction);
        const person = personOf(strapi)?.name ?? null;
        await deductions.withdraw(trx, deduction, { reason, person }, clock.now());
        return documentId;
      });
    },
  };
});
