import type { LedgerResponse } from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  downloadFrom,
  errorOf,
  nameOf,
  recordsOf,
  sheetsOf,
  startApp,
  type Document,
  type Downloaded,
  type TestApp,
} from '../support';

const TITLE = '=SUM(A1)';
const CHANNELS = ['newsletter', 'city.forwarded', 'city.adopted', 'province.adopted'] as const;

describe('the ledger as a file', () => {
  let app: TestApp;
  let token: string;
  let units: readonly Document[];

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    token = await app.api.tokenOf('office');
    units = await app.make.units(3);
    const [first] = units;
    if (!first) throw new Error('There are three units.');
    const officer = await app.make.officer(first, { name: '李敏' });
    const submission = await app.make.submission({
      units: [...units],
      officers: [officer],
      title: TITLE,
    });
    const adoptions: Document[] = [];
    for (const channel of CHANNELS) {
      adoptions.push(await app.make.adoption({ submission, channel, adoptedOn: '2026-03-06' }));
    }
    const office = await app.api.as('office');
    bodyOf(
      await office.post(`/points/adoptions/${adoptions[0]?.documentId}/withdraw`, {
        reason: '登记有误',
      })
    );
  });
  afterAll(() => app.stop());

  const get = (query: string, own = token, language?: string): Promise<Downloaded> =>
    downloadFrom(app.url, `/points/ledger/export?${query}`, own, language);

  const ledger = async (query: string): Promise<LedgerResponse['data']> => {
    const office = await app.api.as('office');
    return bodyOf(await office.get<LedgerResponse>(`/points/ledger?${query}&pageSize=100`)).data;
  };

  it('holds every posting as the ledger tells it, with its why', async () => {
    const file = await get('period=2026-03&format=csv');
    expect(nameOf(file)).toBe('2026年3月计分记录.csv');
    const [head, ...records] = recordsOf(file.bytes);
    expect(head?.slice(0, 6)).toEqual([
      '计入月份',
      '所属月份',
      '单位',
      '信息员',
      '报送信息',
      '录用渠道',
    ]);
    const postings = await ledger('period=2026-03');
    expect(postings.length).toBe(15);
    expect(records).toEqual(
      postings.map((posting) => [
        posting.month,
        posting.belongsTo,
        posting.unitName,
        posting.officerName ?? '',
        `'${TITLE}`,
        expect.any(String) as string,
        'clause' in posting.why ? posting.why.clause.number : '',
        posting.adoptedOn,
        posting.kind === 'award' ? '计分' : '冲销',
        posting.points,
        posting.exact.includes('/') ? posting.exact.replace('/', '⁄').replace('-', '−') : '',
        'split' in posting.why ? String(posting.why.split.units) : '1',
        'split' in posting.why ? String(posting.why.split.officers) : '1',
        '',
        expect.any(String) as string,
        posting.postedAt,
        posting.key,
      ])
    );
  });

  it('holds the same as a workbook, numbers as numbers and no formula', async () => {
    const { bytes, headers } = await get('period=2026-03&format=xlsx');
    expect(headers.get('content-type')).toContain('spreadsheetml');
    const [sheet] = await sheetsOf(bytes);
    const postings = await ledger('period=2026-03');
    expect(sheet?.formulas).toBe(0);
    expect(sheet?.cells.get('E2')).toBe(TITLE);
    expect(postings.map((_posting, index) => sheet?.cells.get(`J${index + 2}`))).toEqual(
      postings.map(({ points }) => Number(points))
    );
    expect(sheet?.cells.get(`Q${postings.length + 1}`)).toBe(postings.at(-1)?.key);
    expect(sheet?.xml).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
  });

  it('holds what the number is made of that was opened', async () => {
    const query = `period=2026&unit=${units[0]?.documentId}&channel=city.adopted`;
    const [, ...records] = recordsOf((await get(`${query}&format=csv`)).bytes);
    expect(records.map((record) => record.at(-1))).toEqual(
      (await ledger(query)).map(({ key }) => key)
    );
    expect(records).toHaveLength(1);
    const [head, ...none] = recordsOf((await get('period=2025&format=csv', token, 'en')).bytes);
    expect([head?.[0], none]).toEqual(['Counts in', []]);
  });

  it('holds the postings of the own unit alone for whoever is held to it', async () => {
    const [own, other] = units;
    if (!own || !other) throw new Error('There are three units.');
    const { client } = await app.make.person('officer', own);
    const response = await client.get<string>('/points/ledger/export?format=csv');
    const records = recordsOf(Buffer.from(response.body));
    expect(new Set(records.slice(1).map((record) => record[2]))).toEqual(new Set([own.name]));
    const foreign = await client.get(`/points/ledger/export?unit=${other.documentId}&format=csv`);
    expect(errorOf(foreign).status).toBe(403);
  });

  it('refuses what it cannot make', async () => {
    const office = await app.api.as('office');
    for (const query of ['format=pdf', 'format=csv&period=2026-13', 'format=csv&unit=nobody']) {
      expect(errorOf(await office.get(`/points/ledger/export?${query}`)).status).toBe(400);
    }
    const nobody = await app.api.withPermissions([{ action: 'plugin::points.report.read' }]);
    expect((await nobody.get('/points/ledger/export?format=csv')).status).toBe(403);
  });

  it('lets go of the ledger when nobody waits for it any more', async () => {
    const begin = async (): Promise<AbortController | null> => {
      const abort = new AbortController();
      const response = await fetch(new URL('/points/ledger/export?format=xlsx', app.url), {
        headers: { authorization: `Bearer ${token}` },
        signal: abort.signal,
      });
      return response.status === 200 ? abort : null;
    };
    const beginInTime = async (): Promise<AbortController> => {
      for (let tries = 0; tries < 100; tries += 1) {
        const begun = await begin();
        if (begun) return begun;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error('The ledger is still held.');
    };
    for (let round = 0; round < 5; round += 1) (await beginInTime()).abort();
    await beginInTime();
  });
});
