import type { Core } from '@strapi/strapi';
import type { WordRule } from '../../../domain/precheck';
import { UID } from '../constants';
import { tableOf } from '../../../../../common/database/tables';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

const BETWEEN_EXCEPTIONS = /\s*[\n、，,；;]\s*/;

/** The office's list of wrong and sensitive words. */
export const wordRuleRepository = oncePerApplication((strapi: Core.Strapi) => ({
  async all(trx: Transaction): Promise<WordRule[]> {
    const rows: Array<Omit<WordRule, 'exceptions'> & { exceptions: string | null }> = await trx(
      tableOf(strapi, UID.wordRule)
    )
      .select('word', 'kind', 'suggestion', 'severity', 'exceptions')
      .orderBy('word');
    return rows.map(({ exceptions, ...rule }) => ({
      ...rule,
      exceptions: (exceptions ?? '').split(BETWEEN_EXCEPTIONS).filter((text) => text !== ''),
    }));
  },
}));
