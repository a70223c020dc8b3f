import path from 'node:path';
import type * as Files from '../../src/common/office-files/files';
import type { OfficeDocument, Table } from '../../src/common/office-files/model';
import { docxRowsOf, outside, partsOf, pdfPagesOf, sheetsOf } from '../support';

const ROOT = path.resolve(__dirname, '../..');
const { writeFile } = outside().require(
  path.join(ROOT, 'dist/src/common/office-files/files')
) as typeof Files;

const GROUPS: ReadonlyArray<[group: string, channels: string[]]> = [
  ['局网站', ['头条', '视频', '图片', '动态']],
  ['简报', ['发布']],
  ['市委办、市政府办', ['转报', '录用']],
  ['省委办、省政府办', ['录用']],
  ['中办、国办', ['录用']],
  ['领导批示', ['批示']],
  ['约稿', ['工作信息', '调研报告', '网站专题']],
];
const LEADING = ['名次', '单位', '总积分', '报送数', '录用数'];
const CHANNELS = GROUPS.flatMap(([, channels]) => channels);
const UNITS = 100;

const MARGINS = { top: 15, right: 12, bottom: 18, left: 12 };
const POINTS_PER_MM = 72 / 25.4;

const nameOf = (unit: number): string => `市文化广电和旅游局第${unit}直属文化艺术单位`;
const numberOf = (unit: number, channel: number): string => (unit * 13 + channel + 0.67).toFixed(2);

const number = (shown: string, detail?: string) =>
  ({
    kind: 'number',
    value: Number(shown),
    decimals: shown.includes('.') ? 2 : 0,
    shown,
    ...(detail !== undefined && { detail }),
  }) as const;

/** A year of a hundred units through all channels. */
const table: Table = {
  leading: 2,
  headings: [
    [
      ...LEADING.map((text) => ({ text, columns: 1, lines: 2 })),
      ...GROUPS.map(([text, { length }]) => ({ text, columns: length, lines: 1 })),
    ],
    CHANNELS.map((text) => ({ text, columns: 1, lines: 1 })),
  ],
  columns: [...LEADING, ...CHANNELS].map((name, index) => ({
    name,
    align: index === 1 ? 'left' : 'right',
    width: [3, 14, 5, 4, 4][index] ?? 5,
  })),
  rows: Array.from({ length: UNITS }, (_, unit) => ({
    isTotal: false,
    cells: [
      number(String(unit + 1)),
      { kind: 'text', text: nameOf(unit) },
      number((123_456 + unit + 0.5).toFixed(2)),
      number('1234'),
      number('1234'),
      ...CHANNELS.map((_channel, channel) => number(numberOf(unit, channel), '1234 条')),
    ],
  })),
};

const moment = new Date('2026-01-01T00:00:00+08:00');
const paper: OfficeDocument = {
  title: '2026年信息积分排名（全部）',
  language: 'zh-CN',
  moment,
  sections: [
    {
      orientation: 'landscape',
      margins: MARGINS,
      blocks: [
        { kind: 'title', text: '2026年信息积分排名（全部）' },
        { kind: 'table', table },
      ],
    },
  ],
};

/** What a bulletin is made of: text on upright paper, then a table on turned paper. */
const bulletin: OfficeDocument = {
  title: '通报',
  language: 'zh-CN',
  moment,
  sections: [
    {
      orientation: 'portrait',
      blocks: [
        { kind: 'title', text: '关于2026年3月份信息报送及采用情况的通报' },
        { kind: 'paragraph', text: '局属各单位、机关各处室：' },
        { kind: 'heading', level: 1, text: '一、基本情况' },
        { kind: 'paragraph', text: '本月共收到信息一百二十三条，采用六十七条。'.repeat(40) },
        { kind: 'signature', lines: ['局办公室', '2026年4月1日'] },
        { kind: 'page-break' },
        { kind: 'heading', level: 2, text: '（一）附件说明' },
        { kind: 'heading', level: 3, text: '1.名次' },
      ],
    },
    { orientation: 'landscape', blocks: [{ kind: 'table', table }] },
  ],
};

describe('a year of a hundred units through all channels', () => {
  it('fits the paper as PDF: headings on every page, nothing outside the margins, nothing lost', async () => {
    const pages = await pdfPagesOf(await writeFile({ format: 'pdf', content: paper }));
    expect(pages.length).toBeGreaterThan(3);
    for (const { height, texts, width } of pages) {
      const found = texts.map(({ text }) => text);
      expect(found).toEqual(expect.arrayContaining([...LEADING, '局网站', '约稿', '网站专题']));
      const inside = texts.filter(
        ({ text, width: length, x, y }) =>
          text.startsWith('—') ||
          (x >= MARGINS.left * POINTS_PER_MM &&
            x + length <= width - MARGINS.right * POINTS_PER_MM &&
            y >= MARGINS.bottom * POINTS_PER_MM &&
            y <= height - MARGINS.top * POINTS_PER_MM)
      );
      expect(inside).toEqual(texts);
    }
    const all = pages.flatMap(({ texts }) => texts.map(({ text }) => text));
    const numbers = new Set(all);
    for (let unit = 0; unit < UNITS; unit += 1) {
      for (const channel of CHANNELS.keys()) expect(numbers).toContain(numberOf(unit, channel));
      expect(all.join('')).toContain(nameOf(unit));
    }
    expect(
      Math.min(...pages.flatMap(({ texts }) => texts.map(({ size }) => size)))
    ).toBeGreaterThan(5);
  });

  it('fits the paper as a document: columns as wide as the text, headings repeated, rows whole', async () => {
    const parts = await partsOf(await writeFile({ format: 'docx', content: paper }));
    const xml = parts.get('word/document.xml') ?? '';
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths).toHaveLength(LEADING.length + CHANNELS.length);
    const available = ((297 - MARGINS.left - MARGINS.right) * 1440) / 25.4;
    expect(Math.abs(widths.reduce((sum, width) => sum + width, 0) - available)).toBeLessThan(20);
    const rows = docxRowsOf(xml);
    expect(rows).toHaveLength(UNITS + 2);
    expect(rows.filter(({ isHeading }) => isHeading)).toHaveLength(2);
    expect(rows.every(({ mayBreak }) => !mayBreak)).toBe(true);
    expect(rows.at(-1)?.cells[1]).toEqual([nameOf(UNITS - 1)]);
  });

  it('is one page wide as a workbook', async () => {
    const sheets = [{ name: '积分', title: paper.title, notes: [], table }];
    const content = { title: paper.title, language: 'zh-CN', moment, sheets };
    const [sheet] = await sheetsOf(await writeFile({ format: 'xlsx', content }));
    expect(sheet?.xml).toMatch(/<pageSetup[^>]*fitToHeight="0"/);
    expect(sheet?.xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheet?.cells.get('R103')).toBe(Number(numberOf(UNITS - 1, CHANNELS.length - 1)));
  });
});

describe('a bulletin', () => {
  it('is set by GB/T 9704 as a document', async () => {
    const parts = await partsOf(await writeFile({ format: 'docx', content: bulletin }));
    const xml = parts.get('word/document.xml') ?? '';
    const [first = '', second = ''] = xml.match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? [];
    expect(first).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(first).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(first).toMatch(/<w:docGrid w:type="lines" w:linePitch="579"\/>/);
    expect(second).toContain('w:orient="landscape"');
    expect(xml).toContain('<w:spacing w:line="579" w:lineRule="exact"/>');
    expect(xml).toMatch(/w:eastAsia="方正小标宋简体"[^>]*\/><w:sz w:val="44"\/>/);
    expect(xml).toMatch(/w:eastAsia="黑体"[^>]*\/><w:spacing w:val="-5"\/><w:sz w:val="32"\/>/);
    expect(xml).toMatch(
      /w:eastAsia="楷体_GB2312"[^>]*\/><w:spacing w:val="-5"\/><w:sz w:val="32"\/>/
    );
    expect(xml).toMatch(/<w:ind [^>]*w:firstLine="640"[^>]*w:firstLineChars="200"/);
    expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    expect(parts.get('docProps/core.xml')).toContain('2025-12-31T16:00:00Z');
  });

  it('has upright pages and turned ones as PDF, with a number on each', async () => {
    const pages = await pdfPagesOf(await writeFile({ format: 'pdf', content: bulletin }));
    const upright = pages.filter(({ height, width }) => height > width);
    expect(upright).toHaveLength(3);
    expect(pages.slice(3).every(({ height, width }) => width > height)).toBe(true);
    const [, second] = pages;
    expect(second?.texts.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['局办公室', '2026年4月1日', '— 2 —'])
    );
  });

  it.each(['docx', 'pdf'] as const)('has the same bytes each time as %s', async (format) => {
    const [one, other] = [
      await writeFile({ format, content: bulletin }),
      await writeFile({ format, content: bulletin }),
    ];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });
});
