import PDFDocument from 'pdfkit';
import { FONTS, type Face } from './pdf-fonts';
import type { Alignment, Block, OfficeDocument, Section } from './model';
import { LINE_HEIGHT, LINE_SIZES, pageOf, pointsOf, SIZES, type Page } from './paper';
import { finishPages, nextPage } from './pdf-page';
import { drawTable } from './pdf-table';
import { writable } from './text';

type Pdf = PDFKit.PDFDocument;

const pageOptionsOf = ({ height, margins, width }: Page): PDFKit.PDFDocumentOptions => ({
  size: [pointsOf(width), pointsOf(height)],
  margins: {
    top: pointsOf(margins.top),
    right: pointsOf(margins.right),
    bottom: pointsOf(margins.bottom),
    left: pointsOf(margins.left),
  },
});

const INDENT = 2 * SIZES.body;

interface TextStyle extends Face {
  /** From one line to the next; the font's own where none is given. */
  lineHeight?: number;
  align?: Alignment;
  /** Of the first line. */
  indent?: number;
  /** How far all lines stay from the right. */
  inset?: number;
}

/** Writes a text below what stands on the page, on as many pages as it takes. */
const flow = (
  pdf: Pdf,
  text: string,
  { align = 'left', font, indent = 0, inset = 0, lineHeight, size }: TextStyle
): void => {
  pdf.font(FONTS[font]).fontSize(size);
  const { left, right } = pdf.page.margins;
  const own = pdf.currentLineHeight(true);
  pdf.text(writable(text), left, pdf.y, {
    align,
    indent,
    indentAllLines: false,
    lineGap: lineHeight === undefined ? 0 : lineHeight - own,
    width: pdf.page.width - left - right - inset,
  });
};

const OFFICIAL = { size: SIZES.body, lineHeight: LINE_HEIGHT };

const drawLine = (pdf: Pdf, { align, face, text }: Extract<Block, { kind: 'line' }>): void => {
  if (face === 'small') pdf.y += SIZES.note / 3;
  // Of an empty text the library makes no line.
  if (text === '') pdf.y += LINE_HEIGHT;
  else {
    flow(pdf, text, {
      ...(face === 'small' ? { size: LINE_SIZES.small } : OFFICIAL),
      font: face === 'black' ? 'bold' : 'regular',
      align,
    });
  }
};

const draw = (pdf: Pdf, block: Block): void => {
  switch (block.kind) {
    case 'title':
      for (const text of block.text.split('\n')) {
        flow(pdf, text, { font: 'bold', size: SIZES.title, align: 'center' });
      }
      pdf.y += SIZES.note / 2;
      return;
    case 'heading':
      // With a line of what it heads, or on the next page.
      if (pdf.y + 2 * LINE_HEIGHT > pdf.page.height - pdf.page.margins.bottom) nextPage(pdf);
      flow(pdf, block.text, { ...OFFICIAL, font: 'bold', indent: INDENT });
      return;
    case 'paragraph':
      flow(pdf, block.text, { ...OFFICIAL, font: 'regular', indent: INDENT });
      return;
    case 'line':
      drawLine(pdf, block);
      return;
    case 'note':
      flow(pdf, block.text, { font: 'regular', size: SIZES.table, align: 'center' });
      pdf.y += SIZES.note / 2;
      return;
    case 'signature':
      for (const text of block.lines) {
        flow(pdf, text, { ...OFFICIAL, font: 'regular', align: 'right', inset: 2 * INDENT });
      }
      return;
    case 'table':
      drawTable(pdf, block.table);
      return;
    case 'page-break':
      nextPage(pdf);
  }
};

const drawSection = (pdf: Pdf, section: Section): void => {
  finishPages(pdf);
  pdf.addPage(pageOptionsOf(pageOf(section)));
  for (const block of section.blocks) draw(pdf, block);
};

/**
 * A document as `.pdf`, whose text can be searched and copied. Not compressed, because what
 * compresses it differs from machine to machine, and a file of the same content is to stay the same.
 */
export const writePdf = ({
  language,
  moment,
  sections,
  title,
}: OfficeDocument): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const pdf = new PDFDocument({
      autoFirstPage: false,
      bufferPages: true,
      compress: false,
      displayTitle: true,
      font: FONTS.regular,
      info: { Title: writable(title), CreationDate: moment, ModDate: moment },
      lang: language,
      pdfVersion: '1.7',
    });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('error', reject);
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    for (const section of sections) drawSection(pdf, section);
    finishPages(pdf);
    pdf.end();
  });
