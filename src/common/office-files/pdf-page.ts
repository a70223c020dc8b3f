import { SIZES, pointsOf } from './paper';
import { FONTS } from './pdf-fonts';

type Pdf = PDFKit.PDFDocument;

/** How far the number of a page stays below the text: 7 mm (GB/T 9704-2012, 7.5). */
const NUMBER_GAP = pointsOf(7);

/** Writes the number of a page, from 0: at the right of odd pages, at the left of even ones. */
const numberPage = (pdf: Pdf, index: number): void => {
  pdf.switchToPage(index);
  const { height, margins, width } = pdf.page;
  const gap = Math.min(NUMBER_GAP, margins.bottom / 4);
  const text = `— ${index + 1} —`;
  pdf.font(FONTS.regular).fontSize(SIZES.small);
  const left = margins.left + SIZES.small;
  const right = width - margins.right - SIZES.small - pdf.widthOfString(text);
  pdf.text(text, index % 2 === 0 ? right : left, height - margins.bottom + gap, {
    lineBreak: false,
  });
};

/** Numbers the pages that are full, and lets go of them: a long table has hundreds. */
export const finishPages = (pdf: Pdf): void => {
  const { count, start } = pdf.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) numberPage(pdf, index);
  pdf.flushPages();
};

/** Begins another page like the present one. */
export const nextPage = (pdf: Pdf): void => {
  const { height, margins, width } = pdf.page;
  finishPages(pdf);
  pdf.addPage({ size: [width, height], margins });
};
