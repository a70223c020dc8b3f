import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import type { Cell, Column } from '../../../../../common/office-files/model';
import {
  csvChunks,
  xlsxChunks,
  type LongTable,
} from '../../../../../common/office-files/sheet-stream';
import { oncePerApplication } from '../../../../../common/once-per-application';
import {
  type LedgerFormat,
  type PostingView,
  type UnreadablePosting,
} from '../../../shared/contracts';
import { fractionOf } from '../../../shared/points-text';
import { say } from '../messages';
import { type Described, ledgerService, type LedgerFilter } from '../standings/drill-down';
import { isWord } from '../words';
import { reportWordsOf, type ReportWords } from './report-words';

export interface LedgerFile {
  /** Without its ending. */
  name: string;
  content: Readable;
}

const text = (value: string): Cell => ({ kind: 'text', text: value });

const whole = (value: number): Cell => ({
  kind: 'number',
  value,
  decimals: 0,
  shown: String(value),
});

/** Points to reckon with; the fraction stands beside where they are no whole hundredths. */
const points = (posting: PostingView): Cell => ({
  kind: 'number',
  value: Number(posting.points),
  decimals: 2,
  shown: posting.points,
});

/** A fraction that no spreadsheet program takes for a day. */
const fraction = (posting: PostingView): string =>
  fractionOf(posting)?.replace('/', '\u2044') ?? '';

type ColumnName =
  | 'month'
  | 'belongsTo'
  | 'unit'
  | 'officer'
  | 'submission'
  | 'channel'
  | 'clause'
  | 'adoptedOn'
  | 'kind'
  | 'points'
  | 'exact'
  | 'units'
  | 'officers'
  | 'corrects'
  | 'cause'
  | 'postedAt'
  | 'key';

interface LedgerColumn {
  name: ColumnName;
  width: number;
  align: Column['align'];
  cellOf: (posting: PostingView, words: ReportWords) => Cell;
}

const column = (
  name: ColumnName,
  width: number,
  cellOf: LedgerColumn['cellOf'],
  align: Column['align'] = 'left'
): LedgerColumn => ({ name, width, align, cellOf });

/** What it was given for: of a bonus or a correction, its reason. */
const titleOf = ({ why }: PostingView): string => {
  if ('objection' in why) return why.objection.reason;
  return 'bonus' in why ? why.bonus.reason : why.submission.title;
};

/** Among how many units and officers it is divided: what is given by hand among none. */
const splitOf = ({ why }: PostingView): { units: number; officers: number } =>
  'split' in why ? why.split : { units: 1, officers: 1 };

/** What it came through: by the name that the rule set gives, or else by ours. */
const channelOf = (posting: PostingView, { nameOf, translate }: ReportWords): string => {
  const { channel, why } = posting;
  if ('channelName' in why && why.channelName) return nameOf(why.channelName);
  const word = `choice.${channel}`;
  return isWord(word) ? translate(word) : channel;
};

/** The place in the regulation; a correction has none. */
const clauseOf = ({ why }: PostingView): string => ('clause' in why ? why.clause.number : '');

/** The key of the posting that a correction corrects; empty where it corrects none, or is none. */
const correctedOf = ({ why }: PostingView): string => ('corrects' in why && why.corrects) || '';

const COLUMNS: readonly LedgerColumn[] = [
  column('month', 4, ({ month }) => text(month)),
  column('belongsTo', 4, ({ belongsTo }) => text(belongsTo)),
  column('unit', 12, ({ unitName }) => text(unitName)),
  column('officer', 6, ({ officerName }) => text(officerName ?? '')),
  column('submission', 24, (posting) => text(titleOf(posting))),
  column('channel', 12, (posting, words) => text(channelOf(posting, words))),
  column('clause', 4, (posting) => text(clauseOf(posting))),
  column('adoptedOn', 6, ({ adoptedOn }) => text(adoptedOn)),
  column('kind', 4, ({ kind }, { translate }) => text(translate(`ledger.kind.${kind}`))),
  column('points', 5, points, 'right'),
  column('exact', 6, (posting) => text(fraction(posting)), 'right'),
  column('units', 5, (posting) => whole(splitOf(posting).units), 'right'),
  column('officers', 5, (posting) => whole(splitOf(posting).officers), 'right'),
  column('corrects', 24, (posting) => text(correctedOf(posting))),
  column('cause', 8, ({ cause }, { translate }) => {
    const word = `cause.${cause}`;
    return text(isWord(word) ? translate(word) : cause);
  }),
  column('postedAt', 12, ({ postedAt }) => text(postedAt ?? '')),
  column('key', 24, ({ key }) => text(key)),
];

const CHUNKS = { csv: csvChunks, xlsx: xlsxChunks } as const satisfies Record<
  LedgerFormat,
  (table: LongTable) => AsyncGenerator<string | Uint8Array>
>;

/** How many may read the ledger at once: each holds a snapshot of the database until it has been sent. */
const MOST_OPEN = 2;

/** How long one may take to be sent: whoever is slower would hold the snapshot. */
const TIME_MS = 600_000;
const TOO_SLOW = `The file took longer than ${TIME_MS} ms to be sent.`;

const EMPTY: Cell = { kind: 'empty', shown: '' };

/** The row of a posting that cannot be read: its name, and that. */
const unreadableRow = ({ key, sequence }: UnreadablePosting, { translate }: ReportWords): Cell[] =>
  COLUMNS.map(({ name }) => {
    if (name === 'key') return text(key ?? '');
    return name === 'submission'
      ? text(translate('ledger.unreadable-row', { sequence: sequence ?? '–' }))
      : EMPTY;
  });

/** Those that cannot be read stand behind their batch; where it is the moment alone, the posting does. */
async function* rowsOf(
  batches: AsyncIterable<Described>,
  words: ReportWords
): AsyncGenerator<Cell[][], undefined> {
  for await (const { unreadable, views } of batches) {
    const told = new Set<string | null>(views.map(({ key }) => key));
    yield [
      ...views.map((posting) => COLUMNS.map(({ cellOf }) => cellOf(posting, words))),
      ...unreadable
        .filter(({ key }) => !told.has(key))
        .map((posting) => unreadableRow(posting, words)),
    ];
  }
}

/** The ledger behind any number as a file, of any length: it is written while it is read. */
export const ledgerFileService = oncePerApplication((strapi: Core.Strapi) => {
  let open = 0;

  return {
    /**
     * The postings of a filter in a format, as the request may see them.
     *
     * @throws PolicyError when it asks for another unit's, ValidationError when the period, unit,
     *   officer or submission does not exist, RateLimitError when too many read the ledger already
     */
    async open(filter: LedgerFilter, format: LedgerFormat): Promise<LedgerFile> {
      if (open >= MOST_OPEN) throw new errors.RateLimitError(say(strapi, 'error.export.busy'));
      const words = reportWordsOf(languageOfRequest(strapi));
      const batches = await ledgerService(strapi).all(filter);
      const content = Readable.from(
        CHUNKS[format]({
          name: words.translate('ledger.sheet'),
          columns: COLUMNS.map(({ align, name, width }) => ({
            align,
            width,
            name: words.translate(`ledger.column.${name}`),
          })),
          batches: rowsOf(batches, words),
        }),
        { objectMode: false }
      );
      open += 1;
      const timer = setTimeout(() => content.destroy(new Error(TOO_SLOW)), TIME_MS);
      content.once('close', () => {
        clearTimeout(timer);
        open -= 1;
      });
      const { period } = filter;
      return {
        name:
          period === undefined
            ? words.translate('ledger.file.all')
            : words.translate('ledger.file', { period: words.periodName(period) }),
        content,
      };
    },
  };
});
