import type { Cell, Column, Row, Table } from '../../../../../common/office-files/model';
import { durationOf, percentOf } from '../../../domain/review-figures';
import { adoptionRateOf, returnRateOf } from '../../../domain/review-medians';
import type {
  AwardCandidate,
  ReviewContent,
  ReviewMedians,
  ReviewOfficer,
  ReviewUnit,
} from '../../../shared/contracts';
import { readable } from '../../../shared/points-text';
import { reasonValues } from '../../../shared/review-reasons';
import { reportWordsOf } from '../downloads/report-words';

/** The tables of a review. Like its document they are in Chinese, whoever asks. */

const { translate } = reportWordsOf('zh-Hans');

const DASH = '–';

const text = (value: string): Cell => ({ kind: 'text', text: value });

const whole = (value: number): Cell => ({
  kind: 'number',
  value,
  decimals: 0,
  shown: String(value),
});

const pointsOf = (row: { points: string; exact: string }): Cell => ({
  kind: 'number',
  value: Number(row.points),
  decimals: 2,
  shown: readable(row),
});

const rate = (exact: string | null | undefined): Cell =>
  exact === null || exact === undefined ? { kind: 'empty', shown: DASH } : text(percentOf(exact));

const UNITS = { hours: '小时', days: '天' } as const;

const waiting = (minutes: string | null): Cell => {
  if (minutes === null) return { kind: 'empty', shown: DASH };
  const { unit, value } = durationOf(minutes);
  return text(`${value}${UNITS[unit]}`);
};

/** A column, and what it says of a row. */
interface TableColumn<Item> extends Column {
  cellOf: (item: Item) => Cell;
}

const column = <Item>(
  name: string,
  width: number,
  cellOf: TableColumn<Item>['cellOf'],
  align: Column['align'] = 'right'
): TableColumn<Item> => ({ name, width, align, cellOf });

const tableOf = <Item>(
  items: readonly Item[],
  columns: ReadonlyArray<TableColumn<Item>>,
  leading: number
): Table => ({
  headings: [columns.map(({ name }) => ({ text: name, columns: 1, lines: 1 }))],
  columns: columns.map(({ align, name, width }) => ({ align, name, width })),
  leading,
  rows: items.map((item): Row => ({
    cells: columns.map(({ cellOf }) => cellOf(item)),
    isTotal: false,
  })),
});

const kindName = ({ unit }: { unit: ReviewUnit['unit'] }): Cell =>
  text(translate(`report.kind.${unit.kind}`));

const rankOf = ({ rank }: { rank: number }): Cell => whole(rank);

const PLACE: Array<TableColumn<ReviewUnit>> = [
  column('名次', 3, rankOf, 'center'),
  column('单位', 12, ({ unit }) => text(unit.name), 'left'),
];

const FIGURES: Array<TableColumn<ReviewUnit>> = [
  column('报送', 3, ({ submitted }) => whole(submitted)),
  column('录用', 3, ({ adopted }) => whole(adopted)),
  column('录用率', 5, (row) => rate(adoptionRateOf(row)?.toFraction())),
  column('退稿率', 5, (row) => rate(returnRateOf(row)?.toFraction())),
  column('办理时间', 6, (row) => waiting(row.waiting)),
  column('约稿', 3, ({ commissions }) => whole(commissions.asked)),
  column('按时', 3, ({ commissions }) => whole(commissions.onTime)),
  column('逾期', 3, ({ commissions }) => whole(commissions.late)),
  column('未交', 3, ({ commissions }) => whole(commissions.missed)),
  column('零报送月数', 5, ({ silentMonths }) => whole(silentMonths.length)),
  column('得分', 5, pointsOf),
];

const noteOf = ({ baseContent }: ReviewContent, unit: string): Cell =>
  text(baseContent.find((each) => each.unit === unit)?.note ?? '');

/** Units with their numbers; of a year with the notes on their base content, which earns nothing. */
export const unitTable = (units: readonly ReviewUnit[], notes: ReviewContent | null): Table =>
  tableOf(
    units,
    [
      ...PLACE,
      ...FIGURES,
      ...(notes
        ? [
            column<ReviewUnit>(
              '网站基础内容建设情况',
              14,
              ({ unit }) => noteOf(notes, unit.documentId),
              'left'
            ),
          ]
        : []),
    ],
    2
  );

/** Units of both kinds for other programs: the kind in a column of its own. */
export const plainUnitTable = (units: readonly ReviewUnit[]): Table => ({
  ...tableOf(
    units,
    [
      column<ReviewUnit>('类别', 5, kindName, 'left'),
      ...PLACE,
      ...FIGURES,
      column('得分（精确值）', 6, ({ exact }: ReviewUnit) => text(exact.replace('/', '\u2044'))),
    ],
    3
  ),
  headings: [],
});

export const officerTable = (officers: readonly ReviewOfficer[]): Table =>
  tableOf(
    officers,
    [
      column('名次', 3, rankOf, 'center'),
      column('信息员', 5, ({ officer }) => text(officer.name), 'left'),
      column('单位', 12, ({ unit }) => text(unit.name), 'left'),
      column('报送', 3, ({ submitted }) => whole(submitted)),
      column('录用', 3, ({ adopted }) => whole(adopted)),
      column('得分', 5, pointsOf),
    ],
    2
  );

const decisionText = ({ decision }: AwardCandidate): string => {
  if (!decision) return '';
  const { awarded, day, decidedBy, reason } = decision;
  const told = `${awarded ? '表扬' : '不表扬'}（${decidedBy}，${day}）`;
  return reason === '' ? told : `${told}：${reason}`;
};

/** A head is proposed for the unit's sake, and has no place, items and points of its own. */
const unlessHead = (
  candidate: AwardCandidate,
  cellOf: (ranked: AwardCandidate & { rank: number }) => Cell
): Cell => {
  const { rank } = candidate;
  return rank === null ? { kind: 'empty', shown: DASH } : cellOf({ ...candidate, rank });
};

/** Candidates and near misses with what is proposed and why, for the leaders. */
export const candidateTable = (
  candidates: readonly AwardCandidate[],
  content: ReviewContent
): Table =>
  tableOf(
    candidates,
    [
      column('类别', 4, (each) => text(translate(`review.class.${each.class}`)), 'left'),
      column('名次', 3, (each) => unlessHead(each, rankOf), 'center'),
      column('对象', 8, ({ name }) => text(name), 'left'),
      column('单位', 10, ({ unit }) => text(unit.name), 'left'),
      column('录用', 3, (each) => unlessHead(each, ({ items }) => whole(items))),
      column('得分', 5, (each) => unlessHead(each, pointsOf)),
      column('建议', 6, ({ verdict }) => text(translate(`review.verdict.${verdict}`)), 'left'),
      column(
        '理由',
        14,
        (each) => text(translate(`review.reason.${each.reason}`, reasonValues(each, content))),
        'left'
      ),
      column('网站基础内容建设情况', 12, ({ note }) => text(note), 'left'),
      column('领导决定', 10, (each) => text(decisionText(each)), 'left'),
    ],
    3
  );

/** Medians of all, and of the units of each kind. */
export const mediansTable = (
  medians: Record<'all' | 'institution' | 'department', ReviewMedians>
) =>
  tableOf(
    (['all', 'institution', 'department'] as const).map((scope) => ({
      scope: translate(`report.kind.${scope}`),
      ...medians[scope],
    })),
    [
      column<ReviewMedians & { scope: string }>('范围', 5, ({ scope }) => text(scope), 'left'),
      column('退稿率', 5, ({ returnRate }) => rate(returnRate)),
      column('录用率', 5, ({ adoptionRate }) => rate(adoptionRate)),
      column('办理时间', 6, (row) => waiting(row.waiting)),
      column('约稿按时率', 6, ({ onTimeRate }) => rate(onTimeRate)),
    ],
    1
  );
