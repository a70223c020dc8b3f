import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { FONTS } from './pdf-fonts';
import { isPlain } from './pdf-lines';

const ALONE = Array.from(' -./:、。《》「」！（），：；？—…“”');

const letter = fc.oneof(
  fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code)),
  fc.integer({ min: 0, max: 9 }).map(String)
);

/** Ideographs and digits, with marks alone between them. */
const plainText = fc
  .array(fc.tuple(letter, fc.option(fc.constantFrom(...ALONE), { nil: '' })), { minLength: 1 })
  .map((pairs) => pairs.flat().join(''));

describe.each(['regular', 'bold'] as const)('plain texts in the %s font', (name) => {
  const pdf = new PDFDocument({ autoFirstPage: false, font: FONTS[name] });
  const encoded = (text: string) => {
    const [codes, positions] = pdf._font.encode(text);
    return codes.map((code, index) => [code, positions[index]]);
  };

  it('are the letters that they consist of', () => {
    fc.assert(
      fc.property(plainText, (text) => {
        expect(isPlain(text)).toBe(true);
        expect(encoded(text)).toEqual(Array.from(text).flatMap(encoded));
      })
    );
  });

  it.each(['A', '1A', '11级A', '1——2', 'あ。い', '二\n三', '𠀀'])('are no such as %j', (text) => {
    expect(isPlain(text)).toBe(false);
  });
});
