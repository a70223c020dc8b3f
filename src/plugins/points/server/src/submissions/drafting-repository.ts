import type { Core } from '@strapi/strapi';
import { foldForSearch } from '../../../../../common/text/fold';
import type { Category } from '../../../domain/vocabulary';
import { UID } from '../constants';
import { tableOf } from '../../../../../common/database/tables';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** What a submission takes over from elsewhere: from its entry, and from the commission that it answers. */
export const draftingRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.submission);

  return {
    /** Notes which entry a submission was drafted with. Its category is for the unit to say. */
    async draftWith(
      trx: Transaction,
      id: number,
      entry: { uid: string; documentId: string }
    ): Promise<void> {
      await trx(table)
        .where({ id })
        .update({ entry_uid: entry.uid, entry_document_id: entry.documentId, category: null });
    },

    async categorise(trx: Transaction, id: number, category: Category): Promise<void> {
      await trx(table).where({ id }).update({ category });
    },

    async rename(trx: Transaction, id: number, title: string, now: Date): Promise<void> {
      await trx(table)
        .where({ id })
        .update({ title, folded_title: foldForSearch(title), updated_at: now });
    },
  };
});
