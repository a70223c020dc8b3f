import { placeHeadings } from './headings';
import type { Alignment, Cell, Table } from './model';
import { FONTS } from './pdf-fonts';
import { nextPage } from './pdf-page';
import { DETAIL_RATIO, layoutOf, millimetresOf, type TableLayout } from './paper';
import { writable } from './text';

type Pdf = PDFKit.PDFDocument;

/** A text in its cell. */
interface Line {
  text: string;
  font: keyof typeof FONTS;
  size: number;
}

const RULE = 0.5;
const RULE_COLOUR = '#808080';
const SHADE = '#eeeeee';
const INK = '#000000';

const heightOf = (pdf: Pdf, lines: readonly Line[], width: number): number =>
  lines.reduce(
    (sum, { font, size, text }) =>
      sum + pdf.font(FONTS[font]).fontSize(size).heightOfString(text, { width }),
    0
  );

/** Draws a table below what stands on the page, its headings above again on every page that it takes. */
export const drawTable = (pdf: Pdf, table: Table): void => new TablePainter(pdf, table).draw();

class TablePainter {
  private readonly layout: TableLayout;
  private readonly lefts: number[];
  private readonly headings: ReturnType<typeof placeHeadings>;
  private readonly headingHeights: number[];

  constructor(
    private readonly pdf: Pdf,
    private readonly table: Table
  ) {
    const { left, right } = pdf.page.margins;
    this.layout = layoutOf(table, millimetresOf(pdf.page.width - left - right));
    let edge = left;
    this.lefts = this.layout.widths.map((width) => (edge += width) - width);
    this.headings = placeHeadings(table.headings);
    this.headingHeights = this.heightsOfHeadings();
  }

  draw(): void {
    this.drawHeadings();
    for (const { cells, isTotal } of this.table.rows) {
      const lines = cells.map((cell) => this.linesOf(cell, isTotal));
      const height = Math.max(
        ...lines.map((each, column) => this.heightOf(each, this.widthOf(column, 1)))
      );
      if (this.pdf.y + height > this.bottom) {
        nextPage(this.pdf);
        this.drawHeadings();
      }
      const top = this.pdf.y;
      lines.forEach((each, column) => {
        const align = this.table.columns[column]?.align ?? 'left';
        this.drawCell(each, align, isTotal, {
          left: this.lefts[column] ?? 0,
          top,
          width: this.widthOf(column, 1),
          height,
        });
      });
      this.pdf.y = top + height;
    }
    this.pdf.x = this.pdf.page.margins.left;
  }

  private get bottom(): number {
    return this.pdf.page.height - this.pdf.page.margins.bottom;
  }

  private widthOf(column: number, columns: number): number {
    return this.layout.widths
      .slice(column, column + columns)
      .reduce((sum, width) => sum + width, 0);
  }

  private heightOf(lines: readonly Line[], width: number): number {
    const { padding } = this.layout;
    return heightOf(this.pdf, lines, width - 2 * padding) + 2 * padding;
  }

  private linesOf(cell: Cell, isTotal: boolean): Line[] {
    const { fontSize } = this.layout;
    const font = isTotal ? 'bold' : 'regular';
    const text = cell.kind === 'text' ? cell.text : cell.shown;
    const detail = cell.kind === 'empty' ? undefined : cell.detail;
    const main: Line = { text: writable(text), font, size: fontSize };
    if (detail === undefined) return [main];
    return [main, { text: writable(detail), font, size: fontSize * DETAIL_RATIO }];
  }

  private headingLines(text: string): Line[] {
    return [{ text: writable(text), font: 'bold', size: this.layout.fontSize }];
  }

  /** How high each line of headings is: those that reach over several make the last of theirs higher. */
  private heightsOfHeadings(): number[] {
    const heights = this.table.headings.map(() => 0);
    const byLines = [...this.headings].sort((one, other) => one.lines - other.lines);
    for (const { column, columns, line, lines, text } of byLines) {
      const needed = this.heightOf(this.headingLines(text), this.widthOf(column, columns));
      const last = line + lines - 1;
      const above = heights.slice(line, last).reduce((sum, height) => sum + height, 0);
      heights[last] = Math.max(heights[last] ?? 0, needed - above);
    }
    return heights;
  }

  private drawHeadings(): void {
    const top = this.pdf.y;
    const heightOfLines = (from: number, to: number): number =>
      this.headingHeights.slice(from, to).reduce((sum, height) => sum + height, 0);
    for (const { column, columns, line, lines, text } of this.headings) {
      this.drawCell(this.headingLines(text), 'center', true, {
        left: this.lefts[column] ?? 0,
        top: top + heightOfLines(0, line),
        width: this.widthOf(column, columns),
        height: heightOfLines(line, line + lines),
      });
    }
    this.pdf.y = top + heightOfLines(0, this.headingHeights.length);
  }

  private drawCell(
    lines: readonly Line[],
    align: Alignment,
    isShaded: boolean,
    { height, left, top, width }: { left: number; top: number; width: number; height: number }
  ): void {
    const { padding } = this.layout;
    const { pdf } = this;
    pdf.lineWidth(RULE).rect(left, top, width, height);
    if (isShaded) pdf.fillAndStroke(SHADE, RULE_COLOUR);
    else pdf.stroke(RULE_COLOUR);
    pdf.fillColor(INK);
    const inner = width - 2 * padding;
    let y = top + (height - heightOf(pdf, lines, inner)) / 2;
    for (const { font, size, text } of lines) {
      pdf.font(FONTS[font]).fontSize(size);
      pdf.text(text, left + padding, y, { align, width: inner });
      y = pdf.y;
    }
  }
}
