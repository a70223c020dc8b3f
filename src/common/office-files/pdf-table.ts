import { placeHeadings } from './headings';
import type { Alignment, Cell, Table } from './model';
import type { Face } from './pdf-fonts';
import { LineSetter, type BrokenText, type PlacedLine } from './pdf-lines';
import { nextPage } from './pdf-page';
import { DETAIL_RATIO, layoutOf, millimetresOf, type TableLayout } from './paper';
import { writable } from './text';

type Pdf = PDFKit.PDFDocument;

/** A cell in its place, and the texts that stand in it below one another. */
interface Box {
  texts: readonly BrokenText[];
  align: Alignment;
  left: number;
  top: number;
  width: number;
  height: number;
}

const RULE = 0.5;
const RULE_COLOUR = '#808080';
const SHADE = '#eeeeee';
const INK = '#000000';

const heightOf = (texts: readonly BrokenText[]): number =>
  texts.reduce((sum, { lineHeight, lines }) => sum + lines.length * lineHeight, 0);

/** Draws a table below what stands on the page, its headings above again on every page that it takes. */
export const drawTable = (pdf: Pdf, table: Table): void => new TablePainter(pdf, table).draw();

class TablePainter {
  private readonly layout: TableLayout;
  private readonly lefts: number[];
  private readonly headings: ReturnType<typeof placeHeadings>;
  private readonly headingHeights: number[];
  private readonly setter: LineSetter;

  constructor(
    private readonly pdf: Pdf,
    private readonly table: Table
  ) {
    const { left, right } = pdf.page.margins;
    this.layout = layoutOf(table, millimetresOf(pdf.page.width - left - right));
    let edge = left;
    this.lefts = this.layout.widths.map((width) => (edge += width) - width);
    this.headings = placeHeadings(table.headings);
    this.setter = new LineSetter(pdf);
    this.headingHeights = this.heightsOfHeadings();
  }

  draw(): void {
    this.drawHeadings();
    for (const { cells, isTotal } of this.table.rows) {
      const texts = cells.map((cell, column) => this.textsOf(cell, isTotal, column));
      const height = Math.max(...texts.map((each) => this.boxHeight(each)));
      if (this.pdf.y + height > this.bottom) {
        nextPage(this.pdf);
        this.drawHeadings();
      }
      const top = this.pdf.y;
      this.drawBoxes(
        texts.map((each, column) => ({
          texts: each,
          align: this.table.columns[column]?.align ?? 'left',
          left: this.lefts[column] ?? 0,
          top,
          width: this.widthOf(column, 1),
          height,
        })),
        isTotal
      );
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

  private boxHeight(texts: readonly BrokenText[]): number {
    return heightOf(texts) + 2 * this.layout.padding;
  }

  private broken(text: string, face: Face, width: number): BrokenText {
    return this.setter.break(writable(text), face, width - 2 * this.layout.padding);
  }

  private textsOf(cell: Cell, isTotal: boolean, column: number): BrokenText[] {
    const width = this.widthOf(column, 1);
    const font = isTotal ? 'bold' : 'regular';
    const size = this.layout.fontSize;
    const text = cell.kind === 'text' ? cell.text : cell.shown;
    const detail = cell.kind === 'empty' ? undefined : cell.detail;
    const main = this.broken(text, { font, size }, width);
    if (detail === undefined) return [main];
    return [main, this.broken(detail, { font, size: size * DETAIL_RATIO }, width)];
  }

  private headingTexts(text: string, column: number, columns: number): BrokenText[] {
    const face: Face = { font: 'bold', size: this.layout.fontSize };
    return [this.broken(text, face, this.widthOf(column, columns))];
  }

  /** How high each line of headings is: those that reach over several make the last of theirs higher. */
  private heightsOfHeadings(): number[] {
    const heights = this.table.headings.map(() => 0);
    const byLines = [...this.headings].sort((one, other) => one.lines - other.lines);
    for (const { column, columns, line, lines, text } of byLines) {
      const needed = this.boxHeight(this.headingTexts(text, column, columns));
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
    this.drawBoxes(
      this.headings.map(({ column, columns, line, lines, text }) => ({
        texts: this.headingTexts(text, column, columns),
        align: 'center',
        left: this.lefts[column] ?? 0,
        top: top + heightOfLines(0, line),
        width: this.widthOf(column, columns),
        height: heightOfLines(line, line + lines),
      })),
      true
    );
    this.pdf.y = top + heightOfLines(0, this.headingHeights.length);
  }

  /** Draws cells beside one another, and then what they say. */
  private drawBoxes(boxes: readonly Box[], isShaded: boolean): void {
    const { pdf } = this;
    pdf.lineWidth(RULE).strokeColor(RULE_COLOUR);
    if (isShaded) pdf.fillColor(SHADE);
    for (const { height, left, top, width } of boxes) {
      pdf.rect(left, top, width, height);
      if (isShaded) pdf.fillAndStroke();
      else pdf.stroke();
    }
    pdf.fillColor(INK);
    this.setter.write(boxes.flatMap((box) => this.placed(box)));
  }

  /** The lines of a cell, in the middle of its height. */
  private placed({ align, height, left, texts, top, width }: Box): PlacedLine[] {
    const { padding } = this.layout;
    let y = top + (height - heightOf(texts)) / 2;
    return texts.flatMap(({ font, lineHeight, lines, size }) =>
      lines.map((text) => {
        y += lineHeight;
        return {
          text,
          font,
          size,
          align,
          left: left + padding,
          top: y - lineHeight,
          width: width - 2 * padding,
        };
      })
    );
  }
}
