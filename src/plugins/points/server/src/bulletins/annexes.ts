import type { Core } from '@strapi/strapi';
import { adoptedCount, adoptedTitles, type Annexes } from '../../../domain/annexes';
import { commissionOutcomes, type CommissionOutcome } from '../../../domain/commission';
import type { Month, Period } from '../../../domain/period';
import type { ListedPosting } from '../../../domain/posting-chain';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { askedUnitService } from '../commissions/asked-units';
import { commissionRepository } from '../commissions/commissions-repository';
import { bulletinRepository, type Moments } from './bulletins-repository';

/** The month that is being sealed. */
export interface SealedMonth {
  month: Month;
  period: Period;
  moments: Moments;
}

/** What a bulletin freezes beside its standings and its postings (`domain/annexes`). */
export const annexService = oncePerApplication((strapi: Core.Strapi) => {
  const bulletins = bulletinRepository(strapi);
  const askedUnits = askedUnitService(strapi);
  const commissions = commissionRepository(strapi);

  const outcomes = async (
    trx: Transaction,
    { month, moments, period }: SealedMonth
  ): Promise<CommissionOutcome[]> => {
    const found = await commissions.dueOrAnswered(trx, period, moments);
    return commissionOutcomes(await askedUnits.of(trx, found), month);
  };

  return {
    /** What a month's annexes say, once its arrivals are counted. */
    async of(
      trx: Transaction,
      sealed: SealedMonth,
      postings: readonly ListedPosting[]
    ): Promise<Annexes> {
      return {
        received: await bulletins.received(trx, sealed.month),
        adopted: adoptedCount(postings),
        titles: adoptedTitles(postings),
        commissions: await outcomes(trx, sealed),
      };
    },
  };
});
