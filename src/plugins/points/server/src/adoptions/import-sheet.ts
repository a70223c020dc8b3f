import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { detailsAsked, type DetailsAsked } from '../../../domain/adoption-details';
import {
  DETAIL_COLUMNS,
  IMPORT_COLUMNS,
  IMPORT_LETTERS,
  importRowsOf,
  PLAIN_COLUMNS,
  REQUIRED_COLUMNS,
  type DetailColumn,
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
import { foldName } from '../../../../../common/text/fold';
import { calendarService } from '../../../../../common/time/calendar';
import { refuse, say, sentence } from '../messages';
import { inTransaction } from '../../../../../common/database/transaction';
import { clock } from '../../../../../common/time/clock';
import { recordedByHand, ruleSetOn } from '../../../domain/rule-set';
import { MANUAL_CHANNELS, type Channel } from '../../../domain/vocabulary';
import { type RuleSetRecord, ruleSetRepository } from '../records/rule-sets';
import { channelLabel } from '../records/channel-labels';

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
  kind: 10,
  form: 10,
  place: 10,
  length: 6,
  points: 8,
  upperScore: 8,
  rewrittenBy: 14,
};

const TAGS: Readonly<Record<Language, string>> = { 'zh-Hans': 'zh-CN', en: 'en' };

const text = (value: string): Cell => ({ kind: 'text', text: value });

/** An uploaded workbook. */
export interface UploadedSheet {
  filepath: string;
  name: string;
}

/** The workbook from which adoptions are imported: its template, and its rows read back. */
export const importSheets = oncePerApplication((strapi: Core.Strapi) => {
  const ruleSets = ruleSetRepository(strapi);
  const headings = new Map<string, ImportColumn>(
    LANGUAGES.flatMap((language) =>
      IMPORT_COLUMNS.map(
        (column) => [foldName(sentence(language, `import.column.${column}`)), column] as const
      )
    )
  );

  const nameOf = (column: ImportColumn): string => say(strapi, `import.column.${column}`);

  const namesOf = (columns: readonly ImportColumn[]): string =>
    columns.map(nameOf).join(languageOfRequest(strapi) === 'en' ? ', ' : '、');

  /** What a hand may record; without rules, what the regulation lets it. */
  const channelsOf = (ruleSet: RuleSetRecord | undefined): readonly Channel[] =>
    ruleSet ? recordedByHand(ruleSet).map(({ channel }) => channel) : MANUAL_CHANNELS;

  const channelNames = (ruleSet: RuleSetRecord | undefined): string[] => {
    const language = languageOfRequest(strapi);
    return channelsOf(ruleSet).map((channel) => channelLabel(strapi, language, ruleSet, channel));
  };

  /** A name may be the rule set's own, or that of the translations. */
  const channelsByName = (ruleSet: RuleSetRecord | undefined): ReadonlyMap<string, Channel> =>
    new Map(
      channelsOf(ruleSet).flatMap((channel) =>
        [
          channel,
          ...LANGUAGES.flatMap((language) => [
            labelsOf(strapi).ofValue(language, channel) ?? channel,
            channelLabel(strapi, language, ruleSet, channel),
          ]),
        ].map((name) => [foldName(name), channel] as const)
      )
    );

  const ruleSetOfToday = (): Promise<RuleSetRecord | undefined> =>
    inTransaction(strapi, async (trx) =>
      ruleSetOn(await ruleSets.all(trx), calendarService(strapi).dayOf(clock.now()))
    );

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

  /** What the rules of a rule set ask, through whichever channel: of each detail, what it takes. */
  const askedUnder = (ruleSet: RuleSetRecord | undefined): DetailsAsked[] =>
    ruleSet ? recordedByHand(ruleSet).map((rule) => detailsAsked(rule, ruleSet)) : [];

  const termNames = (asked: readonly DetailsAsked[], column: 'kind' | 'form' | 'place'): string => {
    const isEnglish = languageOfRequest(strapi) === 'en';
    const names = asked.flatMap((each) => each[column] ?? []).map(({ name }) => name);
    return [...new Set(names.map(({ zh, en }) => (isEnglish ? en : zh)))].join(' / ');
  };

  const valuesOf = (asked: readonly DetailsAsked[], column: ImportColumn): string =>
    column === 'kind' || column === 'form' || column === 'place' ? termNames(asked, column) : '';

  const explained = (
    column: ImportColumn,
    channels: readonly string[],
    asked: readonly DetailsAsked[]
  ): string[] => {
    const terms = valuesOf(asked, column);
    const isRequired = REQUIRED_COLUMNS.includes(column);
    const values = {
      ...{ channels: channels.join(' / '), channel: channels[0] ?? '' },
      ...{ values: terms, value: terms.split(' / ')[0] ?? '' },
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

    /**
     * The channels that a hand may record under a rule set, by what a cell calls them: their name in any of
     * our languages, or their code.
     *
     * @returns the channel that a cell names, if any
     */
    channelReader(ruleSet: RuleSetRecord | undefined): (cell: string) => Channel | undefined {
      const byName = channelsByName(ruleSet);
      return (cell) => byName.get(foldName(cell));
    },

    channelNames,

    /** The template, with the columns that the rules of today ask for and a sheet that explains them. */
    async template(): Promise<Uint8Array> {
      const title = say(strapi, 'import.title');
      const ruleSet = await ruleSetOfToday();
      const channels = channelNames(ruleSet);
      const asked = askedUnder(ruleSet);
      const isAsked = (column: DetailColumn): boolean =>
        asked.some((each) => each[column] !== undefined);
      const columns: ImportColumn[] = [...PLAIN_COLUMNS, ...DETAIL_COLUMNS.filter(isAsked)];
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
              columns.map((column) => [nameOf(column), WIDTHS[column]] as const),
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
              columns.map((column) => explained(column, channels, asked))
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
      const found = importRowsOf(reading.rows, (heading) => headings.get(foldName(heading)));
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
