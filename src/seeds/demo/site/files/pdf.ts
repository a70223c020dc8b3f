/** A4 in points, and how text stands on it. */
const PAGE = { width: 595, height: 842, margin: 72 };
const TITLE_SIZE = 18;
const TEXT_SIZE = 12;
const LEADING = 22;
const CHARACTERS_PER_LINE = Math.floor((PAGE.width - 2 * PAGE.margin) / TEXT_SIZE);

/** UTF-16BE in hexadecimal, which the encoding UniGB-UTF16-H reads. */
const encode = (text: string): string =>
  `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

const linesOf = (paragraph: string): string[] => {
  const characters = Array.from(`　　${paragraph}`);
  const count = Math.ceil(characters.length / CHARACTERS_PER_LINE);
  return Array.from({ length: count }, (_, index) =>
    characters.slice(index * CHARACTERS_PER_LINE, (index + 1) * CHARACTERS_PER_LINE).join('')
  );
};

const write = (text: string, size: number, x: number, y: number): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${encode(text)} Tj ET`;

const contentOf = (title: string, paragraphs: readonly string[]): string => {
  const top = PAGE.height - PAGE.margin;
  const titleWidth = Array.from(title).length * TITLE_SIZE;
  const lines = paragraphs.flatMap(linesOf).map((line, index) => {
    const y = top - 2 * LEADING - index * LEADING;
    return write(line, TEXT_SIZE, PAGE.margin, y);
  });
  const centred = Math.max(PAGE.margin, (PAGE.width - titleWidth) / 2);
  return [write(title, TITLE_SIZE, centred, top), ...lines].join('\n');
};

/** The file around the objects, which number from 1: the first is the catalogue. */
const fileOf = (objects: readonly string[]): Buffer => {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
};

/**
 * A PDF of one page. Its Chinese font is one of those that every reader brings along (PDF 1.7,
 * 9.7.5.2) and that need not be in the file.
 */
export const pdf = (title: string, paragraphs: readonly string[]): Buffer => {
  const content = contentOf(title, paragraphs);
  return fileOf([
    '<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] ` +
      '/Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UTF16-H ' +
      '/Encoding /UniGB-UTF16-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] ' +
      '/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ]);
};
