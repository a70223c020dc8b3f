import { regulation } from '../../src/plugins/points/domain/__fixtures__/regulation';
import type { Cell } from '../../src/common/office-files/model';
import { writeXlsx } from '../../src/common/office-files/xlsx';
import { startApp, type TestApp } from '../support';
import { loading } from './bulk';
import { atMost, type Bench } from './measure';
import { makeYear } from './year';

const AT_MOST_MS = 20_000;
const HEADINGS = ['报送标题/编号', '录用渠道', '录用日期', '期号/文号'];
const POSTINGS_A_ROW = 4;
/** What came before the day of the adoptions. */
const BEFORE = '2026-11-01T00:00:00Z';

const text = (value: string): Cell => ({ kind: 'text', text: value });

/** A row a piece, each of another. */
const workbookOf = (titles: readonly string[]): Promise<Uint8Array> =>
  writeXlsx({
    ...{ title: '录用', language: 'zh-CN', moment: new Date('2026-12-31T00:00:00Z') },
    sheets: [
      {
        ...{ name: '录用', title: '录用', notes: [] },
        table: {
          headings: [HEADINGS.map((heading) => ({ text: heading, columns: 1, lines: 1 }))],
          columns: HEADINGS.map((name) => ({ name, width: 12, align: 'left' })),
          leading: 1,
          rows: titles.map((title, index) => ({
            isTotal: false,
            cells: [title, '《文化常州》简报', '2026-11-05', `第${index}期`].map(text),
          })),
        },
      },
    ],
  });

/** Sends the workbook as the page does, and reads how far it is until it is done. */
const importing = async (app: TestApp, file: Uint8Array): Promise<[ms: number, told: number]> => {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(file)]), '录用.xlsx');
  const token = await app.api.tokenOf('office');
  const started = performance.now();
  const response = await fetch(new URL('/points/adoptions/import', app.url), {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${token}`, accept: 'application/x-ndjson' },
  });
  const lines = (await response.text()).trim().split('\n');
  const last = lines.at(-1) ?? '';
  if (!last.includes('"data"')) throw new Error(`The import failed: ${last}`);
  return [performance.now() - started, lines.length - 1];
};

interface Piece {
  title: string;
  received_at: unknown;
}

/** Recording ten thousand adoptions from a workbook, over HTTP. */
export const bench: Bench = async ({ quick }) => {
  const app = await startApp();
  try {
    const { strapi } = app;
    const count = quick ? 500 : 10_000;
    const made = await app.make.ruleSet({ effectiveFrom: '2024-01-01' });
    const ruleSet = regulation({ id: made.id, effectiveFrom: '2024-01-01' });
    const rules = { ruleSet, ruleSetDocumentId: made.documentId };
    await loading(strapi, () => makeYear(strapi, rules, count * POSTINGS_A_ROW));
    // As the office left them; the year's items say nothing of where they stand.
    await strapi.db.connection('points_submissions').update({ state: 'accepted' });
    const rows = await strapi.db
      .connection<Piece>('points_submissions')
      .where(
        'received_at',
        '<',
        strapi.db.dialect.client === 'postgres' ? BEFORE : Date.parse(BEFORE)
      )
      .select('title')
      .limit(count);
    const file = await workbookOf(rows.map(({ title }) => title));
    const [time, told] = await importing(app, file);
    if (told === 0) throw new Error('The import never told how far it was.');
    return [atMost(`importing ${rows.length.toLocaleString('en')} adoptions`, time, AT_MOST_MS)];
  } finally {
    await app.stop();
  }
};
