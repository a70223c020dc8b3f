import type { AdoptedTitle } from '../../../domain/annexes';
import type { CommissionOutcome, Outcome } from '../../../domain/commission';
import { chineseDay } from '../../../domain/bulletin-wording';
import type { Month } from '../../../domain/period';
import type { Cell, Column, Row, Table } from '../../../../../common/office-files/model';
import { reportWordsOf } from '../downloads/report-words';
import type { NamedTitle } from './sealed-months';
import { textCell, wholeCell } from './unit-tables';

const { periodName } = reportWordsOf('zh-Hans');

const column = (name: string, width: number, align: Column['align'] = 'left'): Column => ({
  name,
  width,
  align,
});

const tableOf = (columns: Column[], lines: ReadonlyArray<readonly Cell[]>): Table => ({
  headings: [columns.map(({ name }) => ({ text: name, columns: 1, lines: 1 }))],
  columns,
  leading: 1,
  rows: lines.map((cells, index): Row => ({
    cells: [wholeCell(index + 1), ...cells],
    isTotal: false,
  })),
});

/** What came late counts in this month, and says of which it is. */
const remarkOf = ({ belongsTo, effect }: AdoptedTitle, month: Month): string => {
  const late = belongsTo === month ? '' : periodName(belongsTo);
  if (effect === 'reduced') return `冲减${late}`;
  return late === '' ? '' : `补计${late}`;
};

/** What was adopted in the month, by channel and day. */
export const titleTableOf = (titles: readonly NamedTitle[], month: Month): Table =>
  tableOf(
    [
      column('序号', 2.5, 'center'),
      column('录用渠道', 7),
      column('标题', 16),
      column('单位', 9),
      column('录用日期', 8, 'center'),
      column('备注', 6),
    ],
    titles.map((title) => [
      textCell(title.channelName),
      textCell(title.title),
      textCell(title.units.join('、')),
      textCell(chineseDay(title.day)),
      textCell(remarkOf(title, month)),
    ])
  );

const KINDS = {
  info: '工作信息',
  research: '调研报告',
  feature: '网站专题',
} as const satisfies Record<CommissionOutcome['kind'], string>;

const OUTCOMES = {
  'on-time': '按时完成',
  late: '逾期完成',
  missed: '未完成',
  closed: '已结束，未报送',
} as const satisfies Record<Outcome, string>;

/** What became of commissions in the month, unit by unit. */
export const commissionTableOf = (commissions: readonly CommissionOutcome[]): Table =>
  tableOf(
    [
      column('序号', 2.5, 'center'),
      column('约稿题目', 15),
      column('形式', 4.5, 'center'),
      column('单位', 9),
      column('截止日期', 8, 'center'),
      column('完成情况', 5, 'center'),
      column('报送日期', 8, 'center'),
    ],
    commissions.map(({ doneOn, dueOn, kind, outcome, title, unit }) => [
      textCell(title),
      textCell(KINDS[kind]),
      textCell(unit),
      textCell(chineseDay(dueOn)),
      textCell(OUTCOMES[outcome]),
      textCell(doneOn === null ? '' : chineseDay(doneOn)),
    ])
  );
