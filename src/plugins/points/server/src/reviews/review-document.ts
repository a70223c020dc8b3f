import type { Block, OfficeDocument, Section } from '../../../../../common/office-files/model';
import { fingerprintOf } from '../../../domain/bulletin';
import { UNIT_KINDS, AWARD_CLASSES, type UnitKind } from '../../../domain/vocabulary';
import type {
  AwardCandidate,
  AwardClass,
  ReviewContent,
  ReviewFacts,
  ReviewOutcome,
  ReviewUnit,
} from '../../../shared/contracts';
import { readable } from '../../../shared/points-text';
import { exceptionValues } from '../../../shared/review-reasons';
import { reportWordsOf } from '../downloads/report-words';
import { candidateTable, mediansTable, officerTable, unitTable } from './review-tables';

/**
 * A review as the document that is circulated: of a half year a bulletin (通报), of a year the decision on
 * its awards (决定), or the list that is proposed while that is not taken. Official documents are in
 * Chinese, whoever asks for them.
 */

const { periodName, translate } = reportWordsOf('zh-Hans');

/** What a document is made of. */
export interface DocumentSaying {
  facts: ReviewFacts;
  content: ReviewContent;
  outcome: ReviewOutcome;
  /** Whether all that is proposed is decided on. */
  isDecided: boolean;
  /** The day on which it was published; `null` while it is not. */
  closedOn: string | null;
  /** As it is printed. */
  fingerprint: string;
  /** What the file bears. */
  moment: Date;
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** A number from 1 to 99 as headings count. */
const numeral = (number: number): string => {
  const tens = Math.floor(number / 10);
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return head + (DIGITS[number % 10] ?? '');
};

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** Lines as numbered paragraphs, a single one as it is. */
const linesOf = (prose: string): Block[] => {
  const lines = prose.split('\n').filter((line) => line.trim() !== '');
  if (lines.length <= 1) return lines.map(paragraph);
  return lines.map((line, index) => paragraph(`（${numeral(index + 1)}）${line}`));
};

/** A part of the text under a heading; left out where it says nothing. */
interface Part {
  title: string;
  blocks: Block[];
}

const partsOf = (parts: readonly Part[]): Block[] =>
  parts
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ blocks, title }, index) => [
      { kind: 'heading', level: 1, text: `${numeral(index + 1)}、${title}` } as const,
      ...blocks,
    ]);

const KINDS = { institution: '局属单位', department: '机关处室' } as const satisfies Record<
  UnitKind,
  string
>;

const ADDRESSEES = '局属各单位、机关各处室：';

const monthName = (month: string): string => `${Number(month.slice(5))}月`;

const dayName = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
};

const sum = (units: readonly ReviewUnit[], of: 'submitted' | 'adopted'): number =>
  units.reduce((total, unit) => total + unit[of], 0);

const overviewOf = ({ facts }: DocumentSaying): Block[] => {
  const { medians, units } = facts;
  const silent = units.filter(({ submitted }) => submitted === 0);
  return [
    paragraph(
      `${periodName(facts.period)}，各单位、处室共报送信息${sum(units, 'submitted')}条次，录用${sum(units, 'adopted')}条次（联合报送的，各单位、处室分别计算）。`
    ),
    ...(silent.length === 0
      ? []
      : [paragraph(`没有报送信息的有：${silent.map(({ unit }) => unit.name).join('、')}。`)]),
    { kind: 'table', table: mediansTable(medians) },
    {
      kind: 'note',
      text: '各项为中位数；办理时间自收到信息至局办公室首次作出决定。',
    },
  ];
};

const praisedIn = (kind: UnitKind, { outcome }: DocumentSaying): string[] => {
  const { praised } = outcome.praise[kind];
  if (praised.length === 0) return [];
  const names = praised.map((row) => `${row.unit.name}（${readable(row)}分）`);
  return [`${KINDS[kind]}：${names.join('、')}`];
};

const exceptionsIn = (kind: UnitKind, { content, outcome }: DocumentSaying): Block[] =>
  outcome.praise[kind].exceptions.map((row) =>
    paragraph(
      `特别说明：${row.unit.name}${translate(`review.exception.${row.exception}`, exceptionValues(row, content))}，本次不予通报表扬。`
    )
  );

const praiseOf = (saying: DocumentSaying): Block[] => {
  const praised = UNIT_KINDS.flatMap((kind) => praisedIn(kind, saying));
  return [
    ...(praised.length === 0
      ? []
      : [paragraph(`以下单位、处室得分居前，予以通报表扬。${praised.join('；')}。`)]),
    ...linesOf(saying.content.prose.praise),
    ...UNIT_KINDS.flatMap((kind) => exceptionsIn(kind, saying)),
  ];
};

/** Only whom the office has ticked is named. */
const criticismOf = ({ content, facts }: DocumentSaying): Block[] => {
  const named = facts.units.filter(({ unit }) => content.criticised.includes(unit.documentId));
  if (named.length === 0) return [];
  const lines = named.map(({ silentMonths, unit }) =>
    silentMonths.length === 0
      ? unit.name
      : `${unit.name}（${silentMonths.map(monthName).join('、')}未报送）`
  );
  return [paragraph(`对以下单位、处室予以通报批评：${lines.join('；')}。`)];
};

const closingParts = ({ content: { prose } }: DocumentSaying): Part[] => [
  { title: '工作要求', blocks: linesOf(prose.requirements) },
  { title: '下一步工作', blocks: linesOf(prose.nextSteps) },
];

const signatureOf = ({ closedOn, content }: DocumentSaying): Block => ({
  kind: 'signature',
  lines: [content.signature, ...(closedOn === null ? [] : [dayName(closedOn)])],
});

/** What follows the text: the list of what is annexed, who signs, and to whom it goes. */
const endOf = (saying: DocumentSaying, annexes: readonly Annex[]): Block[] => [
  ...annexes.map(({ title }, index) =>
    paragraph(`${index === 0 ? '附件：' : '　　　'}${index + 1}. ${title}`)
  ),
  signatureOf(saying),
  paragraph('请将此件送本单位（处室）主要负责人阅。'),
];

interface Annex {
  title: string;
  notes: string[];
  table: ReturnType<typeof unitTable>;
}

const DEFINITIONS =
  '报送、录用、得分以已封存的各月通报为准，录用含以前报送、本期录用的；退稿率为收到后曾被退回的比例；约稿为本期到期的。';

const restOf = ({ facts, fingerprint }: DocumentSaying): string =>
  `依据${periodName(facts.bulletin.month)}及以前各月通报（指纹 ${fingerprintOf(facts.bulletin.sha256)}）；本件指纹 ${fingerprint}。`;

const unitAnnexes = (saying: DocumentSaying, notes: ReviewContent | null): Annex[] =>
  UNIT_KINDS.flatMap((kind) => {
    const units = saying.facts.units.filter(({ unit }) => unit.kind === kind);
    if (units.length === 0) return [];
    return {
      title: `${periodName(saying.facts.period)}信息报送情况（${KINDS[kind]}）`,
      notes: [DEFINITIONS, restOf(saying)],
      table: unitTable(units, notes),
    };
  });

const MARGINS = { top: 15, right: 12, bottom: 18, left: 12 };

const annexSection = ({ notes, table, title }: Annex, index: number): Section => ({
  orientation: 'landscape',
  margins: MARGINS,
  blocks: [
    { kind: 'title', text: `附件${index + 1}　${title}` },
    ...notes.map((text) => ({ kind: 'note', text }) as const),
    { kind: 'table', table },
  ],
});

interface Written {
  title: string;
  text: Block[];
  annexes: Annex[];
}

const halfYear = (saying: DocumentSaying): Written => {
  const { content, facts } = saying;
  const period = periodName(facts.period);
  const annexes = unitAnnexes(saying, null);
  return {
    title: `关于${period}信息报送工作情况的通报`,
    text: [
      paragraph(ADDRESSEES),
      paragraph(
        `根据《信息工作和网站建设考核办法（试行）》，现将${period}信息报送工作情况通报如下。`
      ),
      ...partsOf([
        { title: '总体情况', blocks: overviewOf(saying) },
        { title: '通报表扬', blocks: praiseOf(saying) },
        { title: '通报批评', blocks: criticismOf(saying) },
        { title: '存在的问题', blocks: linesOf(content.prose.problems) },
        ...closingParts(saying),
      ]),
      ...endOf(saying, annexes),
    ],
    annexes,
  };
};

/** Who stands in the list: as decided, and while that is open as proposed. */
const isListed = ({ decision, verdict }: AwardCandidate): boolean =>
  decision ? decision.awarded : verdict !== 'not';

const nameOf = ({ class: awardClass, decision, name, unit, verdict }: AwardCandidate): string => {
  const whole = awardClass === 'officer' ? `${name}（${unit.name}）` : name;
  return decision === null && verdict === 'tie' ? `${whole}（并列，待定）` : whole;
};

const listOf = (awardClass: AwardClass, { outcome }: DocumentSaying): Part => {
  const listed = outcome.candidates.filter((each) => each.class === awardClass && isListed(each));
  return {
    title: `${translate(`review.class.${awardClass}`)}（${listed.length}${awardClass === 'officer' ? '名' : '个'}）`,
    blocks: listed.map((each, index) => paragraph(`${index + 1}. ${nameOf(each)}`)),
  };
};

const officerAnnex = ({ facts }: DocumentSaying): Annex[] =>
  facts.officers.length === 0
    ? []
    : [
        {
          title: `${periodName(facts.period)}度信息员得分`,
          notes: [],
          table: officerTable(facts.officers),
        },
      ];

/** What the leaders decide by: gone once it is published. */
const candidateAnnex = ({ closedOn, content, outcome }: DocumentSaying): Annex[] =>
  closedOn !== null || outcome.candidates.length === 0
    ? []
    : [
        {
          title: '候选情况',
          notes: ['系统按得分和名额提出建议，由领导研究决定；网站基础内容建设纳入考核而不计分。'],
          table: candidateTable(outcome.candidates, content),
        },
      ];

const year = (saying: DocumentSaying): Written => {
  const { content, facts, isDecided } = saying;
  const period = `${periodName(facts.period)}度`;
  const annexes = [
    ...unitAnnexes(saying, content),
    ...officerAnnex(saying),
    ...candidateAnnex(saying),
  ];
  const named = '先进单位、先进处室和先进个人';
  return {
    title: `关于表扬${period}信息报送工作${named}的决定${isDecided ? '' : '（建议名单）'}`,
    text: [
      paragraph(ADDRESSEES),
      paragraph(
        isDecided
          ? `根据《信息工作和网站建设考核办法（试行）》，依据${period}信息报送得分情况和网站基础内容建设情况，经研究，决定对下列单位、处室和个人予以表扬。`
          : `根据《信息工作和网站建设考核办法（试行）》，依据${period}信息报送得分情况，并结合网站基础内容建设情况，提出下列建议名单，请领导研究决定。`
      ),
      ...linesOf(content.prose.praise),
      ...partsOf([
        ...AWARD_CLASSES.map((awardClass) => listOf(awardClass, saying)),
        ...closingParts(saying),
      ]),
      ...(isDecided
        ? [
            paragraph(
              '希望受到表扬的单位、处室和个人再接再厉，各单位、处室向先进学习，共同做好信息工作和网站建设。'
            ),
          ]
        : []),
      ...endOf(saying, annexes),
    ],
    annexes,
  };
};

const writtenOf = (saying: DocumentSaying): Written =>
  saying.facts.kind === 'year' ? year(saying) : halfYear(saying);

/** The document of a review, its text upright and its annexes across. */
export const reviewDocument = (saying: DocumentSaying): OfficeDocument => {
  const { annexes, text, title } = writtenOf(saying);
  return {
    title,
    language: 'zh-CN',
    moment: saying.moment,
    sections: [
      { orientation: 'portrait', blocks: [{ kind: 'title', text: title }, ...text] },
      ...annexes.map(annexSection),
    ],
  };
};

/** How many characters the running text of a review's document has: its tables and annexes are none of it. */
export const runningLength = (saying: DocumentSaying): number =>
  writtenOf(saying).text.reduce(
    (length, block) =>
      block.kind === 'paragraph' || block.kind === 'heading' ? length + block.text.length : length,
    0
  );
