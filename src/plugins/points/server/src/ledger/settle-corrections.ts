import type { Core } from '@strapi/strapi';
import { correctionPostings } from '../../../domain/correction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import {
  correctionInForce,
  type ObjectionRecord,
  objectionRepository,
} from '../records/objections';
import { keptFileService } from './kept-files';
import { type CorrectionPostingRecord, postingRepository } from './postings';
import { settlingByHand } from './settle-by-hand';

/** Settles what the answers to objections correct: those without a correction in force correct nothing. */
export const correctionSettleService = oncePerApplication((strapi: Core.Strapi) =>
  settlingByHand<ObjectionRecord, CorrectionPostingRecord>(strapi, {
    facts: (trx, ids) => objectionRepository(strapi).findMany(trx, ids),
    recorded: (trx, ids) => postingRepository(strapi).ofObjections(trx, ids),
    missing: ({ facts, recorded, firstOpenMonth }) =>
      correctionPostings(
        facts.flatMap((objection) => correctionInForce(objection) ?? []),
        recorded,
        firstOpenMonth
      ),
    idOf: ({ objection }) => objection,
    reasonOf: ({ correction }) => correction?.reason ?? '',
    names: 'objectionDocumentId',
    keep: (trx, ids) => keptFileService(strapi).keepOfObjections(trx, ids),
  })
);
