import { groupBy } from '../../src/common/group-by';
import type { BulletinResponse } from '../../src/plugins/points/shared/contracts';
import {
  downloadFrom,
  hasLibreOffice,
  libreOfficePagesOf,
  pdfPagesOf,
  regulation,
  sealThrough,
  startApp,
  type PdfPage,
  type TestApp,
} from '../support';

jest.setTimeout(600_000);

const UNITS = 40;

const GROUND = { clause: '四', sentence: { zh: '按考核规定', en: 'As the rules say' } };

/** Effects and gates, which have a table of their own behind the report. */
const EXTENSIONS = {
  quotas: [
    {
      period: 'month',
      counts: { kind: 'submitted' },
      effect: { kind: 'per-missing', target: 2, points: 2 },
      ...GROUND,
    },
  ],
  gates: [
    {
      period: 'month',
      counts: { kind: 'adopted' },
      least: 2,
      effect: 'no-commendation',
      ...GROUND,
    },
  ],
};

const textOf = ({ texts }: PdfPage): string => texts.map(({ text }) => text).join('');

const suite = hasLibreOffice() ? describe : null;

suite?.('what LibreOffice makes of the files', () => {
  let app: TestApp;
  let token: string;
  let bulletin: BulletinResponse['data'];

  beforeAll(async () => {
    app = await startApp();
    token = await app.api.tokenOf('office');
    await app.make.ruleSet({ ...(await regulation()), extensions: EXTENSIONS });
    const units = await app.make.units(UNITS);
    await app.make.units(3, 'department');
    for (const unit of units.slice(0, 5)) {
      const submission = await app.make.submission({ units: [unit] });
      await app.make.adoption({ submission, channel: 'newsletter', adoptedOn: '2026-01-15' });
    }
    bulletin = await sealThrough(app, '2026-01');
  });
  afterAll(() => app.stop());

  const download = async (address: string, format: string): Promise<Uint8Array> => {
    const { bytes, status } = await downloadFrom(app.url, `${address}format=${format}`, token);
    expect(status).toBe(200);
    return bytes;
  };

  const pagesOf = async (address: string, format: string): Promise<PdfPage[]> =>
    libreOfficePagesOf(await download(address, format), format);

  const paper = (): string => `/points/bulletins/${bulletin.documentId}/export?`;
  const REPORT = '/points/report/export?period=2026-01&by=unit&';

  it.each(['docx', 'xlsx'])('opens the bulletin as %s, with every part of it', async (format) => {
    const pages = await pagesOf(paper(), format);
    expect(pages.filter(({ texts }) => texts.length === 0)).toEqual([]);
    const all = pages.map(textOf).join('\n');
    for (const part of ['机关处室', '局属单位', '录用', '约稿']) expect(all).toContain(part);
  });

  it('gives the bulletin as many pages as our own paper has', async () => {
    const own = await pdfPagesOf(await download(paper(), 'pdf'));
    const pages = await pagesOf(paper(), 'docx');
    expect(pages.map(({ height, width }) => width > height)).toEqual(
      own.map(({ height, width }) => width > height)
    );
  });

  it('sets 28 letters a line, and begins a paragraph with the room of two', async () => {
    const [page] = await pagesOf(paper(), 'docx');
    const body = page!.texts.filter(({ size }) => Math.abs(size - 16) < 0.5);
    const left = Math.min(...body.map(({ x }) => x));
    const lines = groupBy(body, ({ y }) => Math.round(y));
    const lengths = [...lines.values()].map((line) => line.map(({ text }) => text).join('').length);
    expect(Math.max(...lengths)).toBeGreaterThanOrEqual(28);
    expect(body.some(({ x }) => Math.abs(x - left - 32) < 2)).toBe(true);
  });

  it('repeats the headings of a report on each page of its table', async () => {
    const pages = (await pagesOf(REPORT, 'docx')).map(textOf);
    const table = pages.filter((text) => /单位\d/.test(text));
    expect(table.length).toBeGreaterThan(1);
    expect(table.filter((text) => !text.includes('单位'))).toEqual([]);
    expect(pages.filter((text) => text.replace(/[—\s\d]/g, '') === '')).toEqual([]);
  });

  it('prints the sheets of a report one page wide', async () => {
    const pages = await pagesOf(REPORT, 'xlsx');
    for (const page of pages) expect(page.width).toBeGreaterThan(page.height);
    expect(pages.map(textOf).filter((text) => !text.includes('单位'))).toEqual([]);
  });
});

if (!suite) {
  it('LibreOffice (soffice) is not installed here: nothing is opened with it', () => {
    expect(hasLibreOffice()).toBe(false);
  });
}
