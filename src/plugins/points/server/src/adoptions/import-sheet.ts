import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import {
  IMPORT_COLUMNS,
  IMPORT_LETTERS,
  importRowsOf,
  REQUIRED_COLUMNS,
  type ImportColumn,
  type ImportRows,
} from '../../../domain/adoption-import';
import { writeFile } from '../../../../../common/office-files/files';
import type { Cell, Column, Sheet } from '../../../../../common/office-files/model';
import { QueueFullError } from '../../../../../common/office-files/serial-queue';
import { readSheet } from '../../../../../common/office-files/sheet-reader';
import { labelsOf } from '../../../../../common/messages/labels';
import { languageOfRequest, type Language } from '../../../../../common/messages/request-language';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { fold } from '../../../../../common/text/fold';
import { calendarService } from '../../../../../common/time/calendar';
import { refuse, say, sentence } from '../messages';
import { manualChannels } from './manual-channels';

const LANGUAGES: readonly Language[] = ['zh-Hans', 'en'];

/** Rows of a workbook, columns beside those that are read, letters of a cell. */
const LIMITS = { rows: 20_000, columns: 50, letters: 5_000 };

/** Lines of the sheet that are no rows: title, notes and headings. */
const MOST_HEADS = 20;

const WIDTHS: Readonly<Record<ImportColumn, number>> = {
  title: 30,
  unit: 14,
  officer: 8,
  channel: 12,
  adoptedOn: 8,
  organ: 14,
  reference: 14,
  words: 30,
  remark: 16,
};

const TAGS: Readonly<Record<Language, string>> = { 'zh-Hans': 'zh-CN', en: 'en' };

const plain = (text: string): string => fold(text).replace(/\s/g, '');

const text = (value: string): Cell => ({ kind: 'text', text: value });

/** An uploaded workbook. */
export interface UploadedSheet {
  filepath: string;
  name: string;
}

/** The workbook from which adoptions are imported: its template, and its rows read back. */
export const importSheets = oncePerApplication((strapi: Core.Strapi) => {
  const headings = new Map<string, ImportColumn>(
    LANGUAGES.flatMap((language) =>
      IMPORT_COLUMNS.map(
        (column) => [plain(sentence(language, `import.column.${column}`)), column] as const
      )
    )
  );

  const nameOf = (column: ImportColumn): string => say(strapi, `import.column.${column}`);

  const namesOf = (columns: readonly ImportColumn[]): string =>
    columns.map(nameOf).join(languageOfRequest(strapi) === 'en' ? ', ' : '、');

  const channelNames = (): string[] => {
    const language = languageOfRequest(strapi);
    return manualChannels().map(
      (channel) => labelsOf(strapi).ofValue(language, channel) ?? channel
    );
  };

  const columnsOf = (names: ReadonlyArray<readonly [string, number]>): Column[] =>
    names.map(([name, width]) => ({ name, width, align: 'left' }));

  const sheetOf = (
    name: string,
    notes: string[],
    columns: ReadonlyArray<readonly [string, number]>,
    rows: string[][]
  ): Sheet => ({
    name,
    title: say(strapi, 'import.title'),
    notes,
    table: {
      headings: [columns.map(([heading]) => ({ text: heading, columns: 1, lines: 1 }))],
      columns: columnsOf(columns),
      leading: 1,
      rows: rows.map((cells) => ({ cells: cells.map(text), isTotal: false })),
    },
  });

  const explained = (column: ImportColumn): string[] => {
    const isRequired = REQUIRED_COLUMNS.includes(column);
    const channels = channelNames();
    const values = {
      ...{ channels: channels.join(' / '), channel: channels[0] ?? '' },
      maximum: IMPORT_LETTERS[column],
    };
    return [
      nameOf(column),
      say(strapi, isRequired ? 'import.required' : 'import.optional'),
      say(strapi, `import.explain.${column}`, values),
      say(strapi, `import.example.${column}`, values),
    ];
  };

  return {
    nameOf,

    /** The channel that a cell names, by its name in any of our languages or by its code. */
    channelOf(cell: string): ReturnType<typeof manualChannels>[number] | undefined {
      const given = plain(cell);
      return manualChannels().find((channel) =>
        [channel, ...LANGUAGES.map((language) => labelsOf(strapi).ofValue(language, channel))].some(
          (name) => name !== undefined && plain(name) === given
        )
      );
    },

    channelNames,

    /** The template, with a sheet that explains its columns. */
    template(): Promise<Uint8Array> {
      const title = say(strapi, 'import.title');
      return writeFile({
        format: 'xlsx',
        content: {
          title,
          language: TAGS[languageOfRequest(strapi)],
          moment: calendarService(strapi).startOf('2026-01-01'),
          sheets: [
            sheetOf(
              say(strapi, 'import.sheet'),
              [say(strapi, 'import.note', { rows: LIMITS.rows })],
              IMPORT_COLUMNS.map((column) => [nameOf(column), WIDTHS[column]] as const),
              []
            ),
            sheetOf(
              say(strapi, 'import.sheet.explained'),
              [say(strapi, 'import.explained')],
              [
                [say(strapi, 'import.explained.column'), 12],
                [say(strapi, 'import.explained.required'), 6],
                [say(strapi, 'import.explained.what'), 60],
                [say(strapi, 'import.explained.example'), 20],
              ],
              IMPORT_COLUMNS.map(explained)
            ),
          ],
        },
      });
    },

    /**
     * The rows of an uploaded workbook.
     *
     * @throws ValidationError that says why it is not read and what is, RateLimitError when too many
     *   wait to be read
     */
    async read({ filepath }: UploadedSheet): Promise<ImportRows> {
      const limits = { ...LIMITS, rows: LIMITS.rows + MOST_HEADS };
      const reading = await readSheet(filepath, limits).catch((error: unknown) => {
        if (!(error instanceof QueueFullError)) throw error;
        throw new errors.RateLimitError(say(strapi, 'import.busy'));
      });
      if ('fault' in reading) {
        const values = { ...LIMITS, row: reading.row ?? 1 };
        throw refuse(strapi, 'file', `import.file.${reading.fault}`, values);
      }
      const found = importRowsOf(reading.rows, (heading) => headings.get(plain(heading)));
      if ('fault' in found) {
        const columns = namesOf(found.columns);
        throw refuse(strapi, 'file', `import.headings.${found.fault}`, { columns });
      }
      if (found.rows.length === 0) throw refuse(strapi, 'file', 'import.file.empty');
      if (found.rows.length > LIMITS.rows) throw refuse(strapi, 'file', 'import.file.rows', LIMITS);
      return found;
    },
  };
});
