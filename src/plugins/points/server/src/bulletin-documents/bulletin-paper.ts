import { fingerprintOf } from '../../../domain/bulletin';
import { chineseDay, type BulletinText } from '../../../domain/bulletin-wording';
import type { Day } from '../../../domain/period';
import { UNIT_KINDS, type UnitKind } from '../../../domain/vocabulary';
import type {
  Block,
  OfficeDocument,
  Row,
  Section,
  Sheet,
  Table,
  Workbook,
} from '../../../../../common/office-files/model';
import { reportWordsOf } from '../downloads/report-words';
import { commissionTableOf, titleTableOf } from './item-tables';
import type { SealedMonth } from './sealed-months';
import { textCell, unitTableOf } from './unit-tables';

/** A bulletin as it is put on paper. */
export interface Paper {
  sealed: SealedMonth;
  text: BulletinText;
  /** The day on which the month was sealed. */
  sealedOn: Day;
  /** Not issued yet. */
  isDraft: boolean;
  /** What the file bears as its moment. */
  moment: Date;
}

/** What stands behind the text, each on pages of its own. */
interface Annex {
  /** Of its sheet in a workbook. */
  sheet: string;
  title: string;
  note: string;
  table: Table;
  /** What is said where its table has no row. */
  empty: string;
  /** How its numbers are counted. */
  remarks: readonly string[];
  isWide: boolean;
}

const LANGUAGE = 'zh-CN';
const DRAFT_MARK = '送审稿';

const { periodName, translate } = reportWordsOf('zh-Hans');

/** Departments first, as papers of the bureau list them. */
const KINDS: readonly UnitKind[] = [...UNIT_KINDS].reverse();

const COUNTED = [
  '注：1. 报送条数为该月由局办公室收到的信息条数；几个单位合报的，各计一条。',
  '2. 采用条数为该月计分的信息条数，同一信息被多个渠道采用的计一条；各渠道采用条数分别计算。',
  '3. 积分按《信息工作和网站建设考核办法（试行）》第七条计算，合报的平均分配；不足百分位的以分数注明。封存后补计、冲减的，计入本月。',
  '4. 累计为本年1月至本月。名次在同类单位内排列，积分相同的名次并列；“–”表示该时段不参评。',
];

const TITLE_REMARKS = [
  '注：备注为“补计”“冲减”的，属于已封存的月份，其积分计入本月。同一信息被多个渠道采用的，分别列出。',
];

const COMMISSION_REMARKS = [
  '注：列出本月到期的约稿，以及此前到期、本月才报送的约稿。是否按时以局办公室收到的日期为准。',
];

const unitAnnex = (sealed: SealedMonth, kind: UnitKind): Annex => {
  const name = translate(`report.kind.${kind}`);
  const table = unitTableOf(sealed, kind);
  return {
    sheet: name,
    title: `${name}信息报送及采用情况`,
    note: '单位：条、分',
    // The sum of nobody says nothing.
    table: table.rows.length > 1 ? table : { ...table, rows: [] },
    empty: `本月没有参评的${name}。`,
    remarks: COUNTED,
    isWide: true,
  };
};

const annexesOf = (sealed: SealedMonth): Annex[] => {
  const { bulletin, commissions, titles } = sealed;
  return [
    ...KINDS.map((kind) => unitAnnex(sealed, kind)),
    {
      sheet: '采用信息',
      title: '各渠道采用信息目录',
      note: `共${titles.length}条`,
      table: titleTableOf(titles, bulletin.month),
      empty: '本月没有采用的信息。',
      remarks: TITLE_REMARKS,
      isWide: false,
    },
    ...(commissions === null
      ? []
      : [
          {
            sheet: '约稿',
            title: '约稿完成情况',
            note: `共${commissions.length}项`,
            table: commissionTableOf(commissions),
            empty: '本月没有到期的约稿。',
            remarks: COMMISSION_REMARKS,
            isWide: false,
          },
        ]),
  ];
};

/** By which a paper can be held against what was sealed. */
const sealLine = ({ sealed: { bulletin }, sealedOn }: Paper): string =>
  `${periodName(bulletin.month)}数据封存于${chineseDay(sealedOn)}，指纹：${fingerprintOf(bulletin.sha256)}`;

const BLANK_LINE: Block = { kind: 'line', text: '', align: 'left', face: 'body' };

/** As wide as the words before the first number, so that the numbers stand below one another. */
const BELOW_FIRST = '\u3000\u3000\u3000';

const attachmentBlocks = (annexes: readonly Annex[]): Block[] =>
  annexes.map(({ title }, index) => ({
    kind: 'paragraph',
    text: `${index === 0 ? '附件：' : BELOW_FIRST}${index + 1}. ${title}`,
  }));

const bodyOf = (paper: Paper, annexes: readonly Annex[]): Section => {
  const { isDraft, text } = paper;
  const blocks: Block[] = [
    ...(isDraft
      ? [{ kind: 'line', text: DRAFT_MARK, align: 'right', face: 'black' } as const]
      : []),
    { kind: 'title', text: text.titleLines.join('\n') },
    ...(text.number === ''
      ? []
      : [{ kind: 'line', text: text.number, align: 'center', face: 'body' } as const]),
    { kind: 'line', text: `${text.addressees}：`, align: 'left', face: 'body' },
    ...text.blocks.map(({ kind, text: words }): Block =>
      kind === 'heading' ? { kind, level: 1, text: words } : { kind, text: words }
    ),
    BLANK_LINE,
    ...attachmentBlocks(annexes),
    BLANK_LINE,
    { kind: 'signature', lines: [text.signature, text.date] },
    { kind: 'line', text: sealLine(paper), align: 'left', face: 'small' },
  ];
  return { orientation: 'portrait', blocks };
};

const annexSection = (paper: Paper, annex: Annex, index: number): Section => {
  const { empty, isWide, note, remarks, table, title } = annex;
  const period = periodName(paper.sealed.bulletin.month);
  const content: Block[] =
    table.rows.length === 0
      ? [{ kind: 'paragraph', text: empty }]
      : [
          { kind: 'table', table },
          ...remarks.map((text): Block => ({ kind: 'line', text, align: 'left', face: 'small' })),
        ];
  return {
    orientation: isWide ? 'landscape' : 'portrait',
    blocks: [
      { kind: 'line', text: `附件${index + 1}`, align: 'left', face: 'black' },
      { kind: 'title', text: `${period}${title}` },
      { kind: 'note', text: paper.isDraft ? `${note}　（${DRAFT_MARK}）` : note },
      ...content,
    ],
  };
};

/** The bulletin as a document: its text, and an annex a section. */
export const documentOf = (paper: Paper): OfficeDocument => {
  const annexes = annexesOf(paper.sealed);
  return {
    title: paper.text.title,
    language: LANGUAGE,
    moment: paper.moment,
    sections: [
      bodyOf(paper, annexes),
      ...annexes.map((annex, index) => annexSection(paper, annex, index)),
    ],
  };
};

/** The tables of a bulletin, a sheet each. */
export const workbookOf = (paper: Paper): Workbook => ({
  title: paper.text.title,
  language: LANGUAGE,
  moment: paper.moment,
  sheets: annexesOf(paper.sealed).map(({ note, remarks, sheet, table, title }): Sheet => ({
    name: sheet,
    title: `${periodName(paper.sealed.bulletin.month)}${title}`,
    notes: [...(paper.isDraft ? [DRAFT_MARK] : []), note, ...remarks, sealLine(paper)],
    table,
  })),
});

/** Both tables of units as one, for other programs: a kind's channels that the other has not are nought there. */
export const plainTableOf = ({ sealed }: Paper): Table => {
  const kinds = KINDS.map((kind) => ({
    name: translate(`report.kind.${kind}`),
    table: unitTableOf(sealed, kind),
  }));
  const columns = [
    ...new Map(
      kinds.flatMap(({ table }) => table.columns.map((column) => [column.name, column] as const))
    ).values(),
  ];
  const cellsOf = (name: string, table: Table, { cells }: Row): Row['cells'] => [
    textCell(name),
    ...columns.map((column) => {
      const place = table.columns.findIndex((each) => each.name === column.name);
      return cells[place] ?? ({ kind: 'empty', shown: '' } as const);
    }),
  ];
  return {
    headings: [],
    columns: [{ name: '类别', align: 'left', width: 5 }, ...columns],
    leading: 2,
    rows: kinds.flatMap(({ name, table }) =>
      table.rows
        .filter(({ isTotal }) => !isTotal)
        .map((row) => ({ cells: cellsOf(name, table, row), isTotal: false }))
    ),
  };
};
