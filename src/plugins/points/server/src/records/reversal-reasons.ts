import type { Core } from '@strapi/strapi';
import { newDocumentId, tableOf } from '../../../../../common/database/tables';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { UID } from '../constants';

/** Why an award was reversed, as whoever took its entry down says. */
export interface ReversalReason {
  reason: string;
  account: number | null;
  person: string;
}

/** Keys of one statement: SQLite takes some thousand values in one. */
const MOST_KEYS = 500;

/** The reasons of reversals, by the keys of their postings. They can be read and appended to. */
export const reversalReasonRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.reversalReason);

  return {
    async append(
      trx: Transaction,
      keys: readonly string[],
      { account, person, reason }: ReversalReason,
      now: Date
    ): Promise<void> {
      for (const key of keys) {
        await trx(table).insert({
          ...{ document_id: newDocumentId(), created_at: now, updated_at: now, published_at: now },
          ...{ posting_key: key, reason, account_id: account, person_name: person },
        });
      }
    },

    /** Of those of some postings that have one. */
    async of(trx: Transaction, keys: readonly string[]): Promise<Map<string, ReversalReason>> {
      const found = new Map<string, ReversalReason>();
      for (let from = 0; from < keys.length; from += MOST_KEYS) {
        const rows: Array<ReversalReason & { key: string }> = await trx(table)
          .whereIn('posting_key', keys.slice(from, from + MOST_KEYS))
          .select({
            ...{ key: 'posting_key', reason: 'reason' },
            ...{ account: 'account_id', person: 'person_name' },
          });
        for (const { key, ...reason } of rows) found.set(key, reason);
      }
      return found;
    },
  };
});
