import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { OUTCOME_COUNTS, type OutcomeCounts } from '../../../domain/commission';
import type { CommissionFormat, CommissionOutcomesResponse } from '../../../shared/contracts';
import { writeCsv } from '../../../../../common/office-files/csv';
import { writeFile } from '../../../../../common/office-files/files';
import type { Cell, Column, Row, Table } from '../../../../../common/office-files/model';
import { QueueFullError } from '../../../../../common/office-files/serial-queue';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { reportWordsOf } from '../downloads/report-words';
import { say } from '../messages';
import { commissionService } from './commissions';

interface OutcomeFile {
  /** Without its ending. */
  name: string;
  content: Uint8Array;
}

const whole = (value: number): Cell => ({
  kind: 'number',
  value,
  decimals: 0,
  shown: String(value),
});

const rowOf = (name: string, counts: OutcomeCounts, isTotal: boolean): Row => ({
  cells: [{ kind: 'text', text: name }, ...OUTCOME_COUNTS.map((count) => whole(counts[count]))],
  isTotal,
});

/** The table of outcomes as a file, in the language of the request. */
export const outcomeFileService = oncePerApplication((strapi: Core.Strapi) => {
  const columnsOf = (): Column[] => [
    { name: say(strapi, 'commission.column.unit'), align: 'left', width: 14 },
    ...OUTCOME_COUNTS.map((count): Column => ({
      name: say(strapi, `commission.column.${count}`),
      align: 'right',
      width: 5,
    })),
  ];

  const tableOf = ({ data, meta }: CommissionOutcomesResponse): Table => {
    const columns = columnsOf();
    return {
      headings: [columns.map(({ name }) => ({ text: name, columns: 1, lines: 1 }))],
      columns,
      leading: 1,
      rows: [
        ...data.map(({ unit, ...counts }) => rowOf(unit.name, counts, false)),
        rowOf(say(strapi, 'commission.column.sum'), meta.totals, true),
      ],
    };
  };

  return {
    /**
     * What units made of the commissions of a period.
     *
     * @throws ValidationError when there is no such period, RateLimitError when too many files wait to
     *   be written
     */
    async write(code: string, format: CommissionFormat): Promise<OutcomeFile> {
      const outcomes = await commissionService(strapi).outcomes(code);
      const language = languageOfRequest(strapi);
      const { periodName } = reportWordsOf(language);
      const name = say(strapi, 'commission.file', { period: periodName(code) });
      const table = tableOf(outcomes);
      if (format === 'csv') return { name, content: writeCsv(table) };
      const sheet = { name: say(strapi, 'commission.sheet'), title: name, notes: [], table };
      const moment = calendarService(strapi).startOf(outcomes.meta.period.from);
      try {
        const content = { title: name, language, moment, sheets: [sheet] };
        return { name, content: await writeFile({ format, content }) };
      } catch (error) {
        if (!(error instanceof QueueFullError)) throw error;
        throw new errors.RateLimitError(say(strapi, 'error.export.busy'));
      }
    },
  };
});
