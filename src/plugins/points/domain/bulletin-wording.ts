import type { Day, Month } from './period';
import type { UnitKind } from './vocabulary';

/**
 * The words of a bulletin (通报, §八.1): a template with places for figures, what of it a sealed month
 * leaves out, and the text that comes of both.
 */

/** For what there are templates. */
export type TemplateKind = 'month';

/** The texts of a template, in the order in which they are printed. */
const WORDING_FIELDS = [
  'title',
  'addressees',
  'opening',
  'praise',
  'zeroReports',
  'criticism',
  'problems',
  'requirements',
  'closing',
  'signature',
] as const;
export type WordingField = (typeof WORDING_FIELDS)[number];

/** What a text can name in braces: `{year}`. */
export const VARIABLES = [
  'year',
  'month',
  'unitCount',
  'received',
  'adopted',
  'channels',
  'praisedUnits',
  'praisedInstitutions',
  'praisedDepartments',
  'zeroCount',
  'zeroUnits',
  'criticisedUnits',
] as const;
export type Variable = (typeof VARIABLES)[number];

/** Running text of a paper for one task: at most so many characters (整治形式主义为基层减负若干规定). */
export const MAX_RUNNING_TEXT = 4000;

/** The most places whose units are praised, of each kind of units. */
export const MAX_PRAISED = 5;

/** A template; `problems` and `requirements` hold stock sentences, one a line. */
export interface TemplateWording extends Record<WordingField, string> {
  /** Of each kind of units those on the first so many places are praised; 0 for none. */
  praisedCount: number;
  /** Whether units that sent nothing are named. */
  namesZeroReports: boolean;
}

/** The words of one bulletin. */
export interface BulletinWording extends TemplateWording {
  /** 发文字号; may be empty. */
  number: string;
  /** DocumentIds of units that the office criticises: never any of itself. */
  criticised: string[];
  /** 成文日期; `null` until it is known, then the day of issue. */
  date: Day | null;
}

/** A unit as a bulletin's text speaks of it. */
export interface UnitFigure {
  documentId: string;
  name: string;
  kind: UnitKind;
  /** Its place among the units of its kind. */
  rank: number;
  /** Whether it has more than no points. */
  hasPoints: boolean;
  submitted: number;
}

/** What a sealed month puts into the places of a text. */
export interface BulletinFigures {
  month: Month;
  received: number;
  adopted: number;
  /** Channels by name, with how many items each adopted. */
  channels: ReadonlyArray<{ name: string; count: number }>;
  /** In the order of their places. */
  units: readonly UnitFigure[];
}

/** A bulletin's text as it is printed. */
export interface BulletinText {
  /** In one line, as lists and files name it. */
  title: string;
  /** As it stands on paper: broken where its words are. */
  titleLines: string[];
  number: string;
  addressees: string;
  blocks: TextBlock[];
  signature: string;
  /** `2026年4月3日`; blanks to be filled in by hand where there is no date. */
  date: string;
}

interface TextBlock {
  kind: 'heading' | 'paragraph';
  text: string;
}

/** The template where the office has none of its own. */
export const DEFAULT_TEMPLATES: Readonly<Record<TemplateKind, TemplateWording>> = {
  month: {
    title: '关于{year}年{month}月份\n信息报送及采用情况的通报',
    addressees: '局属各单位、机关各处室',
    opening:
      '根据《信息工作和网站建设考核办法（试行）》，现将{year}年{month}月份全系统信息报送及采用情况通报如下。\n' +
      '{month}月份，局办公室共收到各单位、各处室报送信息{received}条，采用{adopted}条。按录用渠道统计：{channels}。各单位、各处室报送、采用和积分情况见附件。',
    praise:
      '本月信息工作成绩较好的局属单位有：{praisedInstitutions}；机关处室有：{praisedDepartments}。特此通报表扬。',
    zeroReports: '本月未报送信息的单位和处室共{zeroCount}个：{zeroUnits}。',
    criticism: '对以下单位和处室予以通报批评：{criticisedUnits}。',
    problems: [
      '个别单位和处室对信息工作重视不够，报送数量偏少。',
      '部分信息时效性不强，月底集中报送的现象较为突出。',
      '部分信息内容单薄，反映工作成效和经验做法不够，采用率不高。',
      '约稿任务完成不够及时，个别单位未在规定时间内报送。',
    ].join('\n'),
    requirements: [
      '各单位、各处室要进一步加强领导，落实分管领导和信息员责任，及时报送信息。',
      '要着力提高信息质量，围绕重点工作反映阶段性成果、亮点和问题建议。',
      '要按时完成局办公室约稿任务，确有困难的应提前说明。',
    ].join('\n'),
    closing: '请将此件送本单位（处室）主要负责人阅。',
    signature: '局办公室',
    praisedCount: 3,
    namesZeroReports: true,
  },
};

/** The words with which a bulletin begins: all of its template but the problems, which no template knows. */
export const wordingOf = (template: TemplateWording): BulletinWording => ({
  ...template,
  problems: '',
  number: '',
  criticised: [],
  date: null,
});

/** The lines of a text that say something. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What is wrong with a text that has places in it. */
export type WordingProblem =
  | { kind: 'unknown'; field: WordingField; name: string }
  | { kind: 'unclosed'; field: WordingField }
  | { kind: 'too-long'; length: number };

const PLACE = /\{([^{}]*)\}/g;

const isVariable = (name: string): name is Variable =>
  (VARIABLES as readonly string[]).includes(name);

const problemIn = (field: WordingField, text: string): WordingProblem | null => {
  if (/[{}]/.test(text.replace(PLACE, ''))) return { kind: 'unclosed', field };
  const unknown = [...text.matchAll(PLACE)]
    .map(([, name = '']) => name)
    .find((name) => !isVariable(name));
  return unknown === undefined ? null : { kind: 'unknown', field, name: unknown };
};

/** Characters as a reader counts them, white space apart. */
export const lengthOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + Array.from(text.replace(/\s/g, '')).length, 0);

/** The first thing that is wrong with the texts of a template or a bulletin; `null` where nothing is. */
export const wordingProblem = (
  texts: Readonly<Partial<Record<WordingField, string>>>
): WordingProblem | null => {
  for (const field of WORDING_FIELDS) {
    const problem = problemIn(field, texts[field] ?? '');
    if (problem) return problem;
  }
  const length = lengthOf(WORDING_FIELDS.map((field) => texts[field] ?? ''));
  return length > MAX_RUNNING_TEXT ? { kind: 'too-long', length } : null;
};

/** Those on the first places of a kind who have points: all of a tie, and nobody without a point. */
export const praisedUnits = (
  units: readonly UnitFigure[],
  kind: UnitKind,
  places: number
): UnitFigure[] =>
  units.filter((unit) => unit.kind === kind && unit.hasPoints && unit.rank <= places);

const NOTHING = '无';

const listed = (names: readonly string[]): string =>
  names.length === 0 ? NOTHING : names.join('、');

const namesOf = (units: readonly UnitFigure[]): string => listed(units.map(({ name }) => name));

/** Whom a bulletin names, and for what. */
interface Named {
  institutions: UnitFigure[];
  departments: UnitFigure[];
  zero: UnitFigure[];
  criticised: UnitFigure[];
}

const namedIn = (
  { criticised, praisedCount }: BulletinWording,
  { units }: BulletinFigures
): Named => ({
  institutions: praisedUnits(units, 'institution', praisedCount),
  departments: praisedUnits(units, 'department', praisedCount),
  zero: units.filter(({ submitted }) => submitted === 0),
  criticised: units.filter(({ documentId }) => criticised.includes(documentId)),
});

/** What each variable of a bulletin stands for. */
export const variableValues = (
  wording: BulletinWording,
  figures: BulletinFigures
): Record<Variable, string> => {
  const { criticised, departments, institutions, zero } = namedIn(wording, figures);
  const { adopted, channels, month, received, units } = figures;
  return {
    year: month.slice(0, 4),
    month: String(Number(month.slice(5, 7))),
    unitCount: String(units.length),
    received: String(received),
    adopted: String(adopted),
    channels: listed(channels.map(({ count, name }) => `${name}${count}条`)),
    praisedUnits: namesOf([...institutions, ...departments]),
    praisedInstitutions: namesOf(institutions),
    praisedDepartments: namesOf(departments),
    zeroCount: String(zero.length),
    zeroUnits: namesOf(zero),
    criticisedUnits: namesOf(criticised),
  };
};

/** A text with its places filled in; what is no variable stays as it is. */
export const fillText = (text: string, values: Readonly<Record<Variable, string>>): string =>
  text.replace(PLACE, (place, name: string) => (isVariable(name) ? values[name] : place));

/** A day as official papers write it, without noughts in front: `2026年4月3日`. */
export const chineseDay = (day: Day): string => {
  const [year, month, date] = day.split('-');
  return `${Number(year)}年${Number(month)}月${Number(date)}日`;
};

/** To be filled in by hand. */
const BLANK_DAY = '    年  月  日';

const ORDINALS = ['一', '二', '三'];

interface Chapter {
  heading: string;
  lines: string[];
}

const chapterBlocks = (chapters: readonly Chapter[]): TextBlock[] =>
  chapters
    .filter(({ lines }) => lines.length > 0)
    .flatMap(({ heading, lines }, index): TextBlock[] => [
      { kind: 'heading', text: `${ORDINALS[index] ?? ''}、${heading}` },
      ...lines.map((line, place): TextBlock => {
        const text = lines.length === 1 ? line : `${place + 1}. ${line}`;
        return { kind: 'paragraph', text };
      }),
    ]);

/**
 * A bulletin's text. Praise without anybody to praise, zero reports where none are named or there are
 * none, criticism without a unit that the office ticked: left out, each with its whole paragraph.
 */
export const composeBulletin = (
  wording: BulletinWording,
  figures: BulletinFigures
): BulletinText => {
  const { criticised, departments, institutions, zero } = namedIn(wording, figures);
  const values = variableValues(wording, figures);
  const lines = (field: WordingField, isSaid = true): string[] =>
    isSaid ? linesOf(fillText(wording[field], values)) : [];
  const titleLines = lines('title');
  const paragraphs = (texts: readonly string[]): TextBlock[] =>
    texts.map((text) => ({ kind: 'paragraph', text }));
  return {
    title: titleLines.join(''),
    titleLines,
    number: wording.number.trim(),
    addressees: lines('addressees').join('、'),
    blocks: [
      ...paragraphs(lines('opening')),
      ...paragraphs(lines('praise', institutions.length + departments.length > 0)),
      ...paragraphs(lines('zeroReports', wording.namesZeroReports && zero.length > 0)),
      ...paragraphs(lines('criticism', criticised.length > 0)),
      ...chapterBlocks([
        { heading: '存在的问题', lines: lines('problems') },
        { heading: '工作要求', lines: lines('requirements') },
      ]),
      ...paragraphs(lines('closing')),
    ],
    signature: lines('signature').join(''),
    date: wording.date === null ? BLANK_DAY : chineseDay(wording.date),
  };
};

/** How many characters of running text a bulletin has. */
export const textLength = ({ addressees, blocks, title }: BulletinText): number =>
  lengthOf([title, addressees, ...blocks.map(({ text }) => text)]);
