import { FONTS, type Face } from './pdf-fonts';
import type { Alignment } from './model';
import type { FontInUse } from './pdfkit';

type Pdf = PDFKit.PDFDocument;

/** A text that is broken into lines, and how high they are together. */
export interface BrokenText extends Face {
  lines: readonly string[];
  lineHeight: number;
}

/** A line in its place: `left` and `top` of the room that it has. */
export interface PlacedLine extends Face {
  text: string;
  align: Alignment;
  left: number;
  top: number;
  width: number;
}

/** How a letter stands in the file. */
interface Letter {
  code: string;
  /** In thousandths of the size. */
  width: number;
}

/**
 * Texts whose letters neither join nor move one another: ideographs and digits, and marks that stand
 * alone between them. The font has ligatures, accents and kerning for others, and beside Latin letters
 * it has other digits.
 */
const PLAIN = /^[ -/:-@‐-‧、-】！（），：；？]?(?:[0-9一-鿿][ -/:-@‐-‧、-】！（），：；？]?)*$/;

/** Whether a text's letters are what they are alone. */
export const isPlain = (text: string): boolean => PLAIN.test(text);

/** As exact as PDFKit writes numbers. */
const EXACT = 1e6;

const number = (value: number): number => Math.round(value * EXACT) / EXACT;

/** Lets a page show a font. */
const addFont = ({ fonts }: { fonts: Record<string, unknown> }, font: FontInUse): void => {
  fonts[font.id] ??= font.ref();
};

/**
 * Sets the lines of tables, of which a long one has tens of thousands. What PDFKit works out anew for
 * each, how its letters stand beside one another, it is asked once for each letter, where the text is
 * plain; others it sets itself.
 */
export class LineSetter {
  private readonly letters = {
    regular: new Map<string, Letter>(),
    bold: new Map<string, Letter>(),
  };
  /** What was broken already, for columns repeat themselves. */
  private readonly known = new Map<string, readonly string[]>();

  constructor(private readonly pdf: Pdf) {}

  /** Breaks a text as PDFKit does. */
  break(text: string, face: Face, width: number): BrokenText {
    this.use(face);
    const lineHeight = this.pdf.currentLineHeight(true);
    if (text === '') return { ...face, lines: [], lineHeight };
    if (isPlain(text) && this.widthOf(text, face) < width) {
      return { ...face, lines: [text], lineHeight };
    }
    return { ...face, lines: this.linesOf(text, face, width), lineHeight };
  }

  /** Writes lines on the page, the plain ones as one piece of it. */
  write(lines: readonly PlacedLine[]): void {
    const plain: PlacedLine[] = [];
    for (const line of lines) {
      if (isPlain(line.text)) plain.push(line);
      else this.writeOther(line);
    }
    if (plain.length > 0) this.writePlain(plain);
  }

  private linesOf(text: string, { font, size }: Face, width: number): readonly string[] {
    const key = `${font} ${size} ${width} ${text}`;
    const known = this.known.get(key);
    if (known) return known;
    const lines: string[] = [];
    const { x, y } = this.pdf;
    this.pdf._text(text, x, y, { width, height: Infinity }, (line) =>
      lines.push(line.replaceAll('\n', ''))
    );
    this.pdf.x = x;
    this.pdf.y = y;
    this.known.set(key, lines);
    return lines;
  }

  private use({ font, size }: Face): void {
    this.pdf.font(FONTS[font]).fontSize(size);
  }

  /** A letter of the font in use. */
  private letterOf(character: string, font: Face['font']): Letter {
    const known = this.letters[font].get(character);
    if (known) return known;
    const [[code], [position]] = this.pdf._font.encode(character);
    if (code === undefined || !position) throw new Error(`The font has nothing for ${character}.`);
    const letter = { code, width: position.advanceWidth };
    this.letters[font].set(character, letter);
    return letter;
  }

  /** Of a plain text in the font in use. */
  private codesOf(text: string, font: Face['font']): string {
    let codes = '';
    for (const character of text) codes += this.letterOf(character, font).code;
    return codes;
  }

  /** Of a plain text in the font in use. */
  private widthOf(text: string, { font, size }: Face): number {
    let width = 0;
    for (const character of text) width += this.letterOf(character, font).width;
    return (width * size) / 1000;
  }

  private writePlain(lines: readonly PlacedLine[]): void {
    const { pdf } = this;
    const content: string[] = ['BT'];
    let current = '';
    for (const line of lines) {
      this.use(line);
      const { _font: font, page } = pdf;
      const face = `/${font.id} ${number(line.size)} Tf`;
      if (face !== current) {
        addFont(page, font);
        content.push(face);
        current = face;
      }
      const x = this.leftOf(line);
      const y = page.height - line.top - (font.ascender / 1000) * line.size;
      const codes = this.codesOf(line.text, line.font);
      content.push(`1 0 0 1 ${number(x)} ${number(y)} Tm`, `<${codes}> Tj`);
    }
    content.push('ET');
    pdf.save().transform(1, 0, 0, -1, 0, pdf.page.height);
    pdf.addContent(content.join('\n')).restore();
  }

  private writeOther(line: PlacedLine): void {
    this.use(line);
    this.pdf.text(line.text, this.leftOf(line), line.top, { lineBreak: false });
  }

  /** Where a line in the font in use begins. */
  private leftOf({ align, left, text, width, ...face }: PlacedLine): number {
    if (align === 'left') return left;
    const room = (written: string): number =>
      width - (isPlain(written) ? this.widthOf(written, face) : this.pdf.widthOfString(written));
    return align === 'right' ? left + room(text.trimEnd()) : left + room(text) / 2;
  }
}
