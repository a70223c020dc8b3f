import JSZip from 'jszip';

/** The same seed, the same bytes: the archive's times are not those of its making. */
const MADE = new Date('2026-01-01T00:00:00Z');

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const FORMATS = 'http://schemas.openxmlformats.org';
const RELATIONSHIPS = `${FORMATS}/officeDocument/2006/relationships`;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escape = (text: string): string =>
  text.replace(/[&<>]/g, (character) => ESCAPES[character] ?? character);

interface Part {
  path: string;
  contentType: string;
  xml: string;
}

const relationships = (targets: ReadonlyArray<{ type: string; target: string }>): string => {
  const each = targets.map(
    ({ type, target }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`
  );
  return `<Relationships xmlns="${FORMATS}/package/2006/relationships">${each.join('')}</Relationships>`;
};

/** An Office Open XML package (ECMA-376 part 2): the parts, their types, and where it begins. */
const archive = async (
  start: string,
  parts: readonly Part[],
  more: Readonly<Record<string, string>> = {}
): Promise<Buffer> => {
  const zip = new JSZip();
  const add = (path: string, xml: string): void => {
    zip.file(path, DECLARATION + xml, { date: MADE, createFolders: false });
  };
  const overrides = parts.map(
    ({ path, contentType }) =>
      `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.${contentType}+xml"/>`
  );
  add(
    '[Content_Types].xml',
    `<Types xmlns="${FORMATS}/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `${overrides.join('')}</Types>`
  );
  add('_rels/.rels', relationships([{ type: 'officeDocument', target: start }]));
  for (const { path, xml } of parts) add(path, xml);
  for (const [path, xml] of Object.entries(more)) add(path, xml);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
};

const run = (text: string, properties: string): string =>
  `<w:r><w:rPr><w:rFonts w:eastAsia="宋体"/>${properties}</w:rPr>` +
  `<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;

const title = (text: string): string =>
  `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run(text, '<w:b/><w:sz w:val="44"/>')}</w:p>`;

const line = (text: string): string => `<w:p>${run(text, '<w:sz w:val="28"/>')}</w:p>`;

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('');

/** A form: on the left what is asked, on the right room for the answer. */
const form = (fields: readonly string[]): string => {
  const cell = (width: number, text: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${line(text)}</w:tc>`;
  const rows = fields.map((field) => `<w:tr>${cell(2800, field)}${cell(6000, '')}</w:tr>`);
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="8800" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr>` +
    '<w:tblGrid><w:gridCol w:w="2800"/><w:gridCol w:w="6000"/></w:tblGrid>' +
    `${rows.join('')}</w:tbl>`
  );
};

/** A Word file: a title, paragraphs, and a form to fill in where fields are given. */
export const docx = (
  heading: string,
  paragraphs: readonly string[],
  fields: readonly string[] = []
): Promise<Buffer> => {
  const body = [
    title(heading),
    ...paragraphs.map((text) => line(`　　${text}`)),
    ...(fields.length > 0 ? [form(fields), line('')] : []),
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>' +
      '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>',
  ];
  return archive('word/document.xml', [
    {
      path: 'word/document.xml',
      contentType: 'wordprocessingml.document.main',
      xml: `<w:document xmlns:w="${FORMATS}/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
    },
  ]);
};

export type Cell = string | number;

const cellOf = (value: Cell): string =>
  typeof value === 'number'
    ? `<c><v>${value}</v></c>`
    : `<c t="inlineStr"><is><t>${escape(value)}</t></is></c>`;

/** An Excel file of one sheet. */
export const xlsx = (sheet: string, rows: ReadonlyArray<readonly Cell[]>): Promise<Buffer> => {
  const main = `${FORMATS}/spreadsheetml/2006/main`;
  const data = rows.map((row) => `<row>${row.map(cellOf).join('')}</row>`).join('');
  return archive(
    'xl/workbook.xml',
    [
      {
        path: 'xl/workbook.xml',
        contentType: 'spreadsheetml.sheet.main',
        xml:
          `<workbook xmlns="${main}" xmlns:r="${RELATIONSHIPS}">` +
          `<sheets><sheet name="${escape(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      },
      {
        path: 'xl/worksheets/sheet1.xml',
        contentType: 'spreadsheetml.worksheet',
        xml:
          `<worksheet xmlns="${main}"><cols><col min="1" max="1" width="32" customWidth="1"/></cols>` +
          `<sheetData>${data}</sheetData></worksheet>`,
      },
    ],
    {
      'xl/_rels/workbook.xml.rels': relationships([
        { type: 'worksheet', target: 'worksheets/sheet1.xml' },
      ]),
    }
  );
};
