import type { Core } from '@strapi/strapi';
import type { WordRule } from '../../../domain/precheck';
import { UID } from '../constants';
import { tableOf, type Transaction } from './connection';

/** The office's list of wrong and sensitive words. */
export const wordRepository = (strapi: Core.Strapi) => ({
  async all(trx: Transaction): Promise<WordRule[]> {
    return trx(tableOf(strapi, UID.wordRule))
      .select('word', 'kind', 'suggestion', 'severity')
      .orderBy('word');
  },
});
