import type { Core } from '@strapi/strapi';
import { bonusPostings } from '../../../domain/bonus';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { type BonusRecord, bonusRepository } from '../records/bonuses';
import { keptFileService } from './kept-files';
import { type BonusPostingRecord, postingRepository } from './postings';
import { settlingByHand } from './settle-by-hand';

/** Settles bonuses: those withdrawn give nothing. */
export const bonusSettleService = oncePerApplication((strapi: Core.Strapi) =>
  settlingByHand<BonusRecord, BonusPostingRecord>(strapi, {
    facts: (trx, ids) => bonusRepository(strapi).findMany(trx, ids),
    recorded: (trx, ids) => postingRepository(strapi).ofBonuses(trx, ids),
    missing: ({ facts, recorded, firstOpenMonth }) =>
      bonusPostings(
        facts.filter(({ withdrawnAt }) => withdrawnAt === null),
        recorded,
        firstOpenMonth
      ),
    idOf: ({ bonus }) => bonus,
    reasonOf: ({ reason }) => reason,
    names: 'bonusDocumentId',
    keep: (trx, ids) => keptFileService(strapi).keepOfBonuses(trx, ids),
  })
);
