import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { languageOfRequest, type Language } from '../../../../../common/messages/request-language';
import { writeCsv } from '../../../../../common/office-files/csv';
import { writeFile } from '../../../../../common/office-files/files';
import type {
  Block,
  OfficeDocument,
  Sheet,
  Workbook,
} from '../../../../../common/office-files/model';
import { QueueFullError } from '../../../../../common/office-files/serial-queue';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import type { ReportFormat, ReportQuery } from '../../../shared/contracts';
import { reportTableOf, type ReportTable } from '../../../shared/report-table';
import { say } from '../messages';
import { reportService } from '../standings/standings';
import {
  effectsTableOf,
  fractionsTableOf,
  itemsTableOf,
  paperTableOf,
  plainTableOf,
  pointsTableOf,
} from './report-tables';
import { reportWordsOf, type ReportWords } from './report-words';

export interface ReportFile {
  /** Without its ending. */
  name: string;
  content: Uint8Array;
}

interface Properties {
  title: string;
  language: string;
  moment: Date;
}

/** A table of up to eighteen columns wants the width of the paper, which an official text leaves free. */
const MARGINS = { top: 15, right: 12, bottom: 18, left: 12 };

const TAGS = { en: 'en', 'zh-Hans': 'zh-CN' } as const satisfies Record<Language, string>;

const sheetsOf = (report: ReportTable, words: ReportWords): Sheet[] => {
  const { translate } = words;
  const { heading: title, notes } = report;
  const effects = effectsTableOf(report, words);
  const fractions = fractionsTableOf(report, words);
  return [
    {
      name: translate('report.sheet.points'),
      title,
      notes,
      table: pointsTableOf(report, words),
    },
    {
      name: translate('report.sheet.counts'),
      title,
      notes: [...notes, translate('report.note.counts')],
      table: itemsTableOf(report, words),
    },
    ...(effects
      ? [
          {
            name: translate('report.sheet.effects'),
            title,
            notes: [...notes, translate('report.effects')],
            table: effects,
          },
        ]
      : []),
    ...(fractions
      ? [
          {
            name: translate('report.sheet.exact'),
            title,
            notes: [...notes, translate('report.note.exact')],
            table: fractions,
          },
        ]
      : []),
  ];
};

const effectBlocks = (report: ReportTable, words: ReportWords): Block[] => {
  const table = effectsTableOf(report, words);
  if (!table) return [];
  return [
    { kind: 'note', text: words.translate('report.effects') },
    { kind: 'table', table },
  ];
};

const documentOf = (
  report: ReportTable,
  words: ReportWords,
  properties: Properties
): OfficeDocument => ({
  ...properties,
  sections: [
    {
      orientation: 'landscape',
      margins: MARGINS,
      blocks: [
        { kind: 'title', text: report.heading },
        ...report.notes.map((text) => ({ kind: 'note', text }) as const),
        { kind: 'table', table: paperTableOf(report) },
        ...effectBlocks(report, words),
      ],
    },
  ],
});

const workbookOf = (report: ReportTable, words: ReportWords, properties: Properties): Workbook => ({
  ...properties,
  sheets: sheetsOf(report, words),
});

/** The points report as a file: the table that the screen shows, in the language of the request. */
export const reportFileService = oncePerApplication((strapi: Core.Strapi) => {
  const contentOf = (
    report: ReportTable,
    format: ReportFormat,
    words: ReportWords,
    properties: Properties
  ): Promise<Uint8Array> | Uint8Array => {
    switch (format) {
      case 'csv':
        return writeCsv(plainTableOf(report, words));
      case 'xlsx':
        return writeFile({ format, content: workbookOf(report, words, properties) });
      case 'docx':
      case 'pdf':
        return writeFile({ format, content: documentOf(report, words, properties) });
    }
  };

  return {
    /**
     * A report in a format. It bears the first day of its period as its moment, so that the same
     * ranking gives the same bytes whenever it is asked for.
     *
     * @throws ValidationError when there is no such period, RateLimitError when too many files wait to
     *   be written
     */
    async write(
      { by = 'unit', kind, period }: ReportQuery,
      format: ReportFormat
    ): Promise<ReportFile> {
      const language = languageOfRequest(strapi);
      const words = reportWordsOf(language);
      const standings = await reportService(strapi).standings(period, by, kind ?? null);
      const report = reportTableOf(standings, words);
      const properties: Properties = {
        title: report.heading,
        language: TAGS[language],
        moment: calendarService(strapi).startOf(standings.meta.period.from),
      };
      try {
        return {
          name: report.heading,
          content: await contentOf(report, format, words, properties),
        };
      } catch (error) {
        if (!(error instanceof QueueFullError)) throw error;
        throw new errors.RateLimitError(say(strapi, 'error.export.busy'));
      }
    },
  };
});
