import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { writeCsv } from '../../../../../common/office-files/csv';
import { writeFile } from '../../../../../common/office-files/files';
import { QueueFullError } from '../../../../../common/office-files/serial-queue';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import type { ReportFormat } from '../../../shared/contracts';
import { MEDIA_TYPES } from '../downloads/formats';
import { say } from '../messages';
import { bulletinDraftService, type BulletinDraft } from './bulletin-drafts';
import { documentOf, plainTableOf, workbookOf, type Paper } from './bulletin-paper';

/** A bulletin as a file. */
export interface BulletinFile {
  /** With its ending. */
  name: string;
  /** Its media type. */
  type: string;
  bytes: Buffer;
}

/** What no system takes in the name of a file. */
// eslint-disable-next-line no-control-regex
const UNFIT = /[\u0000-\u001f\\/:*?"<>|]/g;

const MOST_LETTERS = 80;

const nameOf = ({ isDraft, text }: Paper, format: ReportFormat): string =>
  `${text.title.replace(UNFIT, '').slice(0, MOST_LETTERS)}${isDraft ? '（送审稿）' : ''}.${format}`;

/** A sealed month's bulletin as a file (通报, §八.1). */
export const bulletinFileService = oncePerApplication((strapi: Core.Strapi) => {
  const calendar = calendarService(strapi);
  const drafts = bulletinDraftService(strapi);

  const paperOf = ({ record, sealed, text }: BulletinDraft, isIssued: boolean): Paper => ({
    ...{ sealed, text },
    sealedOn: calendar.dayOf(new Date(sealed.bulletin.sealedAt)),
    isDraft: record.issued === null && !isIssued,
    moment: calendar.startOf(`${sealed.bulletin.month}-01`),
  });

  const contentOf = (paper: Paper, format: ReportFormat): Promise<Uint8Array> | Uint8Array => {
    switch (format) {
      case 'csv':
        return writeCsv(plainTableOf(paper));
      case 'xlsx':
        return writeFile({ format, content: workbookOf(paper) });
      case 'docx':
      case 'pdf':
        return writeFile({ format, content: documentOf(paper) });
    }
  };

  return {
    /**
     * A bulletin in a format: by the words that were issued, else by its draft, which says so. All of
     * it comes of frozen texts, and it bears the first day of its month as its moment: the same words
     * give the same bytes whenever it is asked for. Not to be asked for inside a transaction: a file
     * takes a second to be written.
     *
     * @param issue gives the file as it will be once issued at that moment
     * @throws NotFoundError when there is no such bulletin, RateLimitError when too many files wait to
     *   be written
     */
    async file(
      bulletinDocumentId: string,
      format: ReportFormat,
      issue?: { at: Date }
    ): Promise<BulletinFile> {
      const draft = await drafts.draft(bulletinDocumentId, issue?.at);
      const paper = paperOf(draft, issue !== undefined);
      try {
        const { buffer, byteLength, byteOffset } = await contentOf(paper, format);
        return {
          name: nameOf(paper, format),
          type: MEDIA_TYPES[format],
          bytes: Buffer.from(buffer, byteOffset, byteLength),
        };
      } catch (error) {
        if (!(error instanceof QueueFullError)) throw error;
        throw new errors.RateLimitError(say(strapi, 'error.export.busy'));
      }
    },
  };
});
