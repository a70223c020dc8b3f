import type { Core } from '@strapi/strapi';
import { UID } from '../constants';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { newDocumentId, tableOf } from '../../../../../common/database/tables';
import type { Transaction } from '../../../../../common/database/transaction';

/** The bytes of attachments, each once, by their hash; written as text, which every database and a backup keep alike. */
export const attachmentRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.attachment);
  return {
    /** Keeps bytes, unless they are kept already. */
    async keep(trx: Transaction, sha256: string, bytes: Uint8Array, now: Date): Promise<void> {
      const known: unknown = await trx(table).where('checksum', sha256).select('id').first();
      if (known !== undefined) return;
      await trx(table)
        .insert({
          document_id: newDocumentId(),
          created_at: now,
          updated_at: now,
          published_at: now,
          checksum: sha256,
          content: Buffer.from(bytes).toString('base64'),
        })
        .onConflict('checksum')
        .ignore();
    },

    /**
     * The bytes with a hash.
     *
     * @throws Error when there are none: they are written with the message and stay
     */
    async bytes(trx: Transaction, sha256: string): Promise<Buffer> {
      const row: { content: string } | undefined = await trx(table)
        .where('checksum', sha256)
        .select('content')
        .first();
      if (!row) throw new Error(`The attachment ${sha256} is not there.`);
      return Buffer.from(row.content, 'base64');
    },
  };
});
