import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { writeCsv } from '../../../../../common/office-files/csv';
import { writeFile } from '../../../../../common/office-files/files';
import type { Sheet, Workbook } from '../../../../../common/office-files/model';
import { QueueFullError } from '../../../../../common/office-files/serial-queue';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import type { ReviewFormat, ReviewResponse } from '../../../shared/contracts';
import { reportWordsOf } from '../downloads/report-words';
import { say } from '../messages';
import { type DocumentSaying, reviewDocument } from './review-document';
import { candidateTable, officerTable, plainUnitTable, unitTable } from './review-tables';
import { reviewService } from './reviews';

type ReviewView = ReviewResponse['data'];

export interface ReviewFile {
  /** Without its ending; the second in ASCII. */
  name: string;
  plainName: string;
  content: Uint8Array;
}

const { periodName, translate } = reportWordsOf('zh-Hans');

const sheetsOf = ({ content, facts, kind, outcome }: ReviewView): Sheet[] => {
  const notes = kind === 'year' ? content : null;
  const sheets: Array<Omit<Sheet, 'title' | 'notes'>> = [
    ...(['institution', 'department'] as const).map((of) => ({
      name: translate(`report.kind.${of}`),
      table: unitTable(
        facts.units.filter(({ unit }) => unit.kind === of),
        notes
      ),
    })),
    { name: translate('report.officer'), table: officerTable(facts.officers) },
    ...(kind === 'year'
      ? [{ name: '评优', table: candidateTable(outcome.candidates, content) }]
      : []),
  ];
  return sheets.map(({ name, table }) => ({
    name,
    table,
    title: `${periodName(facts.period)}信息报送情况（${name}）`,
    notes: [],
  }));
};

/** A review as a file: as a document what is circulated, as a table its numbers. */
export const reviewFileService = oncePerApplication((strapi: Core.Strapi) => {
  const calendar = calendarService(strapi);

  const sayingOf = ({ closing, content, facts, fingerprint, outcome, state }: ReviewView) => {
    const moment = new Date(closing?.at ?? facts.madeAt);
    return {
      ...{ content, facts, fingerprint, moment, outcome },
      isDecided: state !== 'draft',
      closedOn: closing && calendar.dayOf(moment),
    } satisfies DocumentSaying;
  };

  const contentOf = (view: ReviewView, format: ReviewFormat): Promise<Uint8Array> | Uint8Array => {
    const document = reviewDocument(sayingOf(view));
    if (format === 'csv') return writeCsv(plainUnitTable(view.facts.units));
    if (format !== 'xlsx') return writeFile({ format, content: document });
    const { language, moment, title } = document;
    const workbook: Workbook = { language, moment, title, sheets: sheetsOf(view) };
    return writeFile({ format, content: workbook });
  };

  return {
    /**
     * A review in a format. It bears the moment at which it was published, or else was made, so that what
     * is published gives the same bytes whenever it is asked for.
     *
     * @throws NotFoundError when there is none for whoever asks, RateLimitError when too many files wait
     *   to be written
     */
    async write(documentId: string, format: ReviewFormat): Promise<ReviewFile> {
      const view = await reviewService(strapi).findOne(documentId);
      try {
        return {
          name: reviewDocument(sayingOf(view)).title,
          plainName: `points-review-${view.period}`,
          content: await contentOf(view, format),
        };
      } catch (error) {
        if (!(error instanceof QueueFullError)) throw error;
        throw new errors.RateLimitError(say(strapi, 'error.export.busy'));
      }
    },
  };
});
