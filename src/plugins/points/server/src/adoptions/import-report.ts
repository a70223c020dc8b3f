import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { nextTurn } from '../../../../../common/next-turn';
import { labelsOf } from '../../../../../common/messages/labels';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import type { Cell } from '../../../../../common/office-files/model';
import { xlsxChunks } from '../../../../../common/office-files/sheet-stream';
import { IMPORT_COLUMNS, PLAIN_COLUMNS, type ImportColumn } from '../../../domain/adoption-import';
import type { ImportRowView } from '../../../shared/contracts';
import { say } from '../messages';

/** Rows that are handed to the thread that writes at once. */
const BATCH = 500;

const text = (value: string): Cell => ({ kind: 'text', text: value });

const isPlain = (column: ImportColumn): boolean => PLAIN_COLUMNS.some((each) => each === column);

/** What an import did, row by row, as a workbook in the language of the request. */
export const importReport = (strapi: Core.Strapi, rows: readonly ImportRowView[]): Readable => {
  const language = languageOfRequest(strapi);
  const channelName = ({ channel, channelName: own }: ImportRowView): string => {
    if (own) return language === 'en' ? own.en : own.zh;
    return channel === null ? '' : (labelsOf(strapi).ofValue(language, channel) ?? channel);
  };
  const reported = IMPORT_COLUMNS.filter(
    (column) => isPlain(column) || rows.some(({ given }) => given[column] !== undefined)
  );
  const columns = [
    { name: say(strapi, 'import.report.row'), width: 4, align: 'right' as const },
    { name: say(strapi, 'import.report.outcome'), width: 8, align: 'left' as const },
    { name: say(strapi, 'import.report.points'), width: 6, align: 'right' as const },
    { name: say(strapi, 'import.report.month'), width: 6, align: 'left' as const },
    { name: say(strapi, 'import.report.notes'), width: 40, align: 'left' as const },
    { name: say(strapi, 'import.report.number'), width: 16, align: 'left' as const },
    ...reported.map((column) => ({
      name: say(strapi, `import.column.${column}`),
      width: 14,
      align: 'left' as const,
    })),
  ];
  const cellsOf = (view: ImportRowView): Cell[] => {
    const { row, outcome, earned, month, notes, submission, given, adoptedOn } = view;
    return [
      { kind: 'number', value: row, decimals: 0, shown: String(row) },
      text(say(strapi, `import.outcome.${outcome}`)),
      earned === null
        ? { kind: 'empty', shown: '' }
        : { kind: 'number', value: Number(earned.points), decimals: 2, shown: earned.points },
      text(month ?? ''),
      text(notes.map(({ message }) => message).join(' ')),
      text(submission?.documentId ?? ''),
      ...reported.map((column) => {
        if (column === 'channel') return text(channelName(view));
        if (column === 'adoptedOn') return text(adoptedOn ?? given.adoptedOn);
        return text(given[column] ?? '');
      }),
    ];
  };
  async function* batches(): AsyncGenerator<Cell[][], undefined> {
    for (let start = 0; start < rows.length; start += BATCH) {
      yield rows.slice(start, start + BATCH).map(cellsOf);
      await nextTurn();
    }
  }
  const name = say(strapi, 'import.report.sheet');
  return Readable.from(xlsxChunks({ name, columns, batches: batches() }), { objectMode: false });
};
