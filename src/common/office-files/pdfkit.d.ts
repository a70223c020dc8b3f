/**
 * What PDFKit's own texts are written by, which its types leave out. It is of one version with this:
 * tests hold files to their bytes.
 */

/** The font in use. */
export interface FontInUse {
  /** By which pages name it. */
  readonly id: string;
  /** In thousandths of the size. */
  readonly ascender: number;
  /** Takes letters into the file: their codes there and, in thousandths of the size, their widths. */
  encode(text: string): [codes: string[], positions: Array<{ advanceWidth: number }>];
  /** What a page holds that shows it. */
  ref(): unknown;
}

declare global {
  namespace PDFKit {
    interface PDFDocument {
      readonly _font: FontInUse;
      /** Breaks a text into lines as `text` does, and hands them out instead of writing them. */
      _text(
        text: string,
        x: number,
        y: number,
        options: { width: number; height: number },
        onLine: (line: string) => void
      ): void;
    }
  }
}
