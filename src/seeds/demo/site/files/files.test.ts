import JSZip from 'jszip';
import { docx, xlsx } from './office';
import { pdf } from './pdf';

const partsOf = async (file: Buffer): Promise<string[]> =>
  Object.keys((await JSZip.loadAsync(file)).files);

describe('files of the demo', () => {
  it('makes a PDF whose table points at its objects', () => {
    const file = pdf('决算公开说明', ['本单位收支平衡。'.repeat(20)]).toString('latin1');
    const start = Number(/startxref\n(\d+)\n/.exec(file)?.[1]);
    expect(file.slice(start, start + 4)).toBe('xref');
    const offsets = [...file.slice(start).matchAll(/(\d{10}) 00000 n/g)].map(([, at]) =>
      Number(at)
    );
    expect(offsets).toHaveLength(7);
    offsets.forEach((offset, index) => {
      expect(file.slice(offset).startsWith(`${index + 1} 0 obj`)).toBe(true);
    });
  });

  it('makes packages of Office that hold what they name, the types first', async () => {
    await expect(partsOf(await docx('申请表', ['说明'], ['姓名 & 单位']))).resolves.toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/document.xml',
    ]);
    await expect(partsOf(await xlsx('收支', [['项目', 1.5]]))).resolves.toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/_rels/workbook.xml.rels',
    ]);
  });

  it('makes the same bytes each time', async () => {
    expect(await docx('表', ['一'])).toEqual(await docx('表', ['一']));
  });
});
