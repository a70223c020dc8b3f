import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  HeightRule,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table as DocxTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
  type ISectionOptions,
} from 'docx';
import { FONT_TABLE, fontOf, type Face } from './docx-fonts';
import { OffGridParagraph } from './docx-grid';
import { RowsPlace, rowTexts, withRows } from './docx-rows';
import { halfPoints, twips } from './docx-units';
import type { Alignment, Block, Heading, OfficeDocument, Section, Table } from './model';
import {
  LINE_SIZES,
  LINE_HEIGHT,
  layoutOf,
  pageOf,
  pointsOf,
  SIZES,
  type TableLayout,
} from './paper';
import { corePropertiesOf } from './docx-properties';
import { writable } from './text';
import { repack } from './zip';

const twipsOfMillimetres = (millimetres: number): number => twips(pointsOf(millimetres));

const ALIGNED = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const satisfies Record<Alignment, string>;

/** By how much letters of the text are set closer than their size, in twips: 28 of them fill a line of 156 mm. */
const CLOSER = -5;

const run = (text: string, face: Face, size: number): TextRun =>
  new TextRun({
    text: writable(text),
    font: fontOf(face),
    size: halfPoints(size),
    ...(size === SIZES.body && { characterSpacing: CLOSER }),
  });

/** The line of GB/T 9704, of which 22 fill a page. */
const OFFICIAL_LINE = { line: twips(LINE_HEIGHT), lineRule: LineRuleType.EXACT };

/**
 * The pitch of the lines, of which 22 fill a page (GB/T 9704-2012, 5.2.2). No grid of letters: LibreOffice
 * gives each the room of two where it is wider than the pitch.
 */
const OFFICIAL_GRID = { type: DocumentGridType.LINES, linePitch: twips(LINE_HEIGHT) };

/** In hundredths of a letter; for programs that do not know these, as a length. */
const TWO_LETTERS = { firstLineChars: 200, firstLine: twips(2 * SIZES.body) };

type Described = Exclude<Block, { kind: 'table' | 'page-break' }>;

const line = (
  text: string,
  face: Face,
  size: number,
  options: Omit<IParagraphOptions, 'children' | 'text'> = {}
): Paragraph => {
  const Kind = size === SIZES.body ? Paragraph : OffGridParagraph;
  return new Kind({ spacing: OFFICIAL_LINE, ...options, children: [run(text, face, size)] });
};

/** The lines of a title, one below the other. */
const titleRuns = (text: string): TextRun[] =>
  text.split('\n').map(
    (words, index) =>
      new TextRun({
        text: writable(words),
        font: fontOf('title'),
        size: halfPoints(SIZES.title),
        ...(index > 0 && { break: 1 }),
      })
  );

const HEADING_FACES = { 1: 'black', 2: 'regular', 3: 'body' } as const satisfies Record<
  Extract<Block, { kind: 'heading' }>['level'],
  Face
>;

const paragraphsOf = (block: Described): Paragraph[] => {
  switch (block.kind) {
    case 'title':
      return [
        new OffGridParagraph({
          children: titleRuns(block.text),
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { ...OFFICIAL_LINE, line: twips(SIZES.title * 1.5), after: twips(SIZES.note) },
        }),
      ];
    case 'heading':
      return [
        line(block.text, HEADING_FACES[block.level], SIZES.body, {
          keepNext: true,
          indent: TWO_LETTERS,
        }),
      ];
    case 'paragraph':
      return [line(block.text, 'body', SIZES.body, { indent: TWO_LETTERS })];
    case 'line':
      return [
        line(block.text, block.face === 'black' ? 'black' : 'body', LINE_SIZES[block.face], {
          alignment: ALIGNED[block.align],
          ...(block.face === 'small' && { spacing: { before: twips(SIZES.note / 3) } }),
        }),
      ];
    case 'note':
      return [
        line(block.text, 'body', SIZES.table, {
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { after: twips(SIZES.note / 2) },
        }),
      ];
    case 'signature':
      return block.lines.map((text) =>
        line(text, 'body', SIZES.body, {
          alignment: AlignmentType.RIGHT,
          indent: { right: twips(4 * SIZES.body) },
        })
      );
  }
};

const headingCell = ({ columns, lines, text }: Heading, { fontSize }: TableLayout): TableCell => {
  const margin = twips(fontSize / 5);
  return new TableCell({
    columnSpan: columns,
    rowSpan: lines,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    children: [
      new OffGridParagraph({
        alignment: AlignmentType.CENTER,
        spacing: { line: twips(fontSize * 1.25), lineRule: LineRuleType.EXACT },
        children: [run(text, 'black', fontSize)],
      }),
    ],
  });
};

const headingRow = (headings: readonly Heading[], layout: TableLayout): TableRow =>
  new TableRow({
    children: headings.map((heading) => headingCell(heading, layout)),
    tableHeader: true,
    cantSplit: true,
    height: { value: twips(layout.fontSize * 1.5), rule: HeightRule.ATLEAST },
  });

/** A table with its headings, and the place of its rows. */
const toTable = ({ headings }: Table, layout: TableLayout): DocxTable => {
  const widths = layout.widths.map(twips);
  return new DocxTable({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [...headings.map((each) => headingRow(each, layout)), new RowsPlace()],
  });
};

const toChildren = (block: Block, textWidth: number): Array<Paragraph | DocxTable> => {
  if (block.kind === 'table') return [toTable(block.table, layoutOf(block.table, textWidth))];
  if (block.kind === 'page-break') return [new Paragraph({ children: [new PageBreak()] })];
  return paragraphsOf(block);
};

/** The number of a page between dashes: at the right of odd pages, at the left of even ones. */
const footerOf = (alignment: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: ALIGNED[alignment],
        indent: { [alignment]: twips(SIZES.small) },
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            font: fontOf('number'),
            size: halfPoints(SIZES.small),
          }),
        ],
      }),
    ],
  });

const toSection = (section: Section): ISectionOptions => {
  const { height, margins, textWidth, width } = pageOf(section);
  const isTurned = section.orientation === 'landscape';
  return {
    properties: {
      ...(section.margins === undefined && !isTurned && { grid: OFFICIAL_GRID }),
      page: {
        // The library turns the paper itself: it takes the sides of the upright page.
        size: {
          width: twipsOfMillimetres(Math.min(width, height)),
          height: twipsOfMillimetres(Math.max(width, height)),
          orientation: isTurned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twipsOfMillimetres(margins.top),
          right: twipsOfMillimetres(margins.right),
          bottom: twipsOfMillimetres(margins.bottom),
          left: twipsOfMillimetres(margins.left),
          footer: twipsOfMillimetres(margins.bottom / 2),
        },
      },
    },
    footers: { default: footerOf('right'), even: footerOf('left') },
    children: section.blocks.flatMap((block) => toChildren(block, textWidth)),
  };
};

/** The rows of all tables of a document, in its order. */
const rowsOf = ({ sections }: OfficeDocument): Array<Iterable<string>> =>
  sections.flatMap((section) => {
    const { textWidth } = pageOf(section);
    return section.blocks.flatMap((block) =>
      block.kind === 'table' ? [rowTexts(block.table, layoutOf(block.table, textWidth))] : []
    );
  });

/**
 * A document as `.docx`: set by GB/T 9704-2012 as far as a program can, its table's headings repeated
 * on every page and no row torn apart. Fonts are named, not embedded.
 */
export const writeDocx = async (document: OfficeDocument): Promise<Uint8Array> => {
  const { language, moment, sections, title } = document;
  const file = new Document({
    title: writable(title),
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: {
            font: fontOf('body'),
            size: halfPoints(SIZES.body),
            language: { value: language === 'en' ? 'en-US' : language, eastAsia: 'zh-CN' },
          },
        },
      },
    },
    sections: sections.map(toSection),
  });
  return repack(await Packer.toBuffer(file), moment, {
    'docProps/core.xml': corePropertiesOf(document),
    'word/document.xml': (content) => withRows(content, rowsOf(document)),
    'word/fontTable.xml': FONT_TABLE,
  });
};
