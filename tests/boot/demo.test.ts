import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { UID } from '@strapi/strapi';
import type {
  DeskResponse,
  InboxResponse,
  ObjectionsResponse,
  ReconcileResponse,
  ReportResponse,
} from '../../src/plugins/points/shared/contracts';
import { rolesOf } from '../../src/roles/definitions';
import { ACCOUNTS, demoState, keepPassword, seedDemo } from '../../src/seeds/demo';
import { bodyOf, startApp, type Client, type Document, type TestApp } from '../support';

const PASSWORD = 'Demo1-of-the-suite';
const UNTIL = new Date('2026-03-20T08:00:00Z');
const ARTICLES = '/content-manager/collection-types/api::article.article';

type AccountCode = (typeof ACCOUNTS)[number]['code'];

/** What §四 of the regulation names, the code of its column, and the public call that reads it. */
const NAMED: ReadonlyArray<readonly [name: string, column: string, call: string]> = [
  ['局领导班子分工', 'leadership', '/leaders'],
  ['各处室职能', 'departments', '/profiles'],
  ['各基层单位基本情况介绍', 'institutions', '/profiles'],
  ['全系统大事记', 'chronicle', '/milestones'],
  ['公开指南', 'disclosure-guide', '/disclosure-documents'],
  ['公开规定', 'disclosure-rules', '/disclosure-documents'],
  ['政务文件', 'government-documents', '/disclosure-documents'],
  ['规划总结', 'plans-and-summaries', '/disclosure-documents'],
  ['人事信息', 'personnel', '/disclosure-documents'],
  ['财政信息', 'finance', '/disclosure-documents'],
  ['行政权力事项目录', 'power-catalogue', '/power-items'],
  ['权力事项基本信息', 'power-details', '/power-items?filters[legalBasis][$notNull]=true'],
  ['办事服务信息：指南', 'guides', '/service-guides?filters[conditions][$notNull]=true'],
  ['办事服务信息：流程', 'guides', '/service-guides?filters[steps][name][$notNull]=true'],
  ['办事服务信息：表格', 'guides', '/service-guides?filters[forms][file][id][$notNull]=true'],
  ['办事服务信息：答疑', 'guides', '/service-guides?filters[questions][answer][$notNull]=true'],
  ['文脉常州：主要遗产点', 'heritage', '/heritage-items?filters[kind]=heritage-site'],
  ['文脉常州：文保街区', 'heritage', '/heritage-items?filters[kind]=protected-quarter'],
  ['文脉常州：非物质文化遗产', 'heritage', '/heritage-items?filters[kind]=intangible-heritage'],
  ['民生保障：重点文化民生实事', 'livelihood', '/livelihood-projects'],
  ['精品文艺', 'arts', '/works'],
  ['人才风采：名家大师生平', 'masters', '/artists?filters[body][$notNull]=true'],
  ['人才风采：作品展示', 'masters', '/artists?filters[works][title][$notNull]=true'],
  ['人才风采：人才培养成果', 'training', '/training-results'],
  ['市场产业：文化产业政策', 'market', '/policies?filters[field]=culture-industry'],
  ['市场产业：文化市场政策', 'market', '/policies?filters[field]=culture-market'],
  [
    '文化讲坛：基本介绍',
    'lecture-series',
    '/lecture-series-list?filters[host][name][$notNull]=true',
  ],
  ['文化讲坛：往期内容', 'past-lectures', '/lectures?filters[series][name][$notNull]=true'],
  ['文化资讯', 'culture-news', '/events'],
];

/** Its places in the tree whose forms and handling are the work of later issues. */
const WITHOUT_ENTRIES = ['依申请公开', '在线办理', '问卷调查', '咨询投诉', '访谈直播'];

/** A file of the media library, with its smaller sizes. */
interface Stored {
  hash: string;
  ext: string;
  formats?: Record<string, Stored> | null;
}

interface Node {
  code: string;
  name: string;
  carries: string | null;
  count: number;
  lastUpdate: string | null;
  children: Node[];
}

const flat = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => [node, ...flat(node.children)]);

/** Two months of the demo, in the application and over HTTP as its logins see it. */
describe('demo', () => {
  let app: TestApp;
  const clients = new Map<AccountCode, Client>();
  const as = (code: AccountCode): Client => {
    const client = clients.get(code);
    if (!client) throw new Error(`${code} is not logged in`);
    return client;
  };

  beforeAll(async () => {
    app = await startApp();
    // The suite's database need not survive a power cut, and the disk is the slowest part.
    if (app.database.kind === 'sqlite') {
      await app.strapi.db.connection.raw('PRAGMA synchronous = OFF');
    }
    expect(await demoState(app.strapi)).toBe('empty');
    await seedDemo(app.strapi, {
      seed: 7,
      until: UNTIL,
      password: PASSWORD,
      months: 2,
      colourings: 1,
      onStep: () => undefined,
    });
    for (const { code, email } of ACCOUNTS) {
      clients.set(code, await app.api.login({ id: 0, email, password: PASSWORD }));
    }
  }, 300_000);

  afterAll(async () => {
    // What was sent in or published lets nobody remove its files, so their bytes alone go.
    const { provider } = app.strapi.plugin('upload') as unknown as {
      provider: { delete(file: Stored): Promise<unknown> };
    };
    const files = (await app.strapi.db.query('plugin::upload.file').findMany()) as Stored[];
    for (const file of files) {
      for (const each of [file, ...Object.values(file.formats ?? {})]) await provider.delete(each);
    }
    await app.stop();
  });

  it('marks the database as whole, and a database of others as such', async () => {
    expect(await demoState(app.strapi)).toBe('complete');
    const store = app.strapi.store({ type: 'demo', name: 'seeds' });
    await store.delete({ key: 'state' });
    expect(await demoState(app.strapi)).toBe('foreign');
    await store.set({ key: 'state', value: 'complete' });
  });

  it('lives through its months at their own dates', async () => {
    const articles = await app.make
      .documents('api::article.article')
      .findMany({ status: 'published', limit: -1 });
    expect(articles.length).toBeGreaterThan(20);
    for (const { publicationDate, publishedAt, createdAt } of articles) {
      const [first, last, made] = [publicationDate, publishedAt, createdAt].map((value) =>
        new Date(value as string).getTime()
      );
      expect(made).toBeLessThan(first ?? 0);
      expect(first).toBeLessThanOrEqual(last ?? 0);
      expect(last).toBeLessThan(UNTIL.getTime());
    }
  });

  it.each(['2026-02', '2026-03', '2026-Q1', '2026'])('has standings in %s', async (period) => {
    const response = await as('office').get<ReportResponse>(`/points/report?period=${period}`);
    const { data, meta } = bodyOf(response);
    expect(data).toHaveLength(20);
    expect(data[0]?.rank).toBe(1);
    expect(Number(meta.totals.points)).toBeGreaterThan(20);
  });

  it('agrees with itself', async () => {
    const response = await as('office').get<ReconcileResponse>('/points/reconcile');
    const { data } = bodyOf(response);
    expect(data).toMatchObject({ ok: true, entries: [], postings: [], totals: [] });
    expect(data.checked.postings).toBeGreaterThan(50);
  });

  const readColumns = async (): Promise<Node[]> => {
    const response = await app.api.public.get<{ data: Node[] }>('/api/columns/tree');
    return flat(bodyOf(response).data);
  };

  it.each(NAMED)('has what the regulation names, for the public to read: %s', async (...named) => {
    const [, code, call] = named;
    const column = (await readColumns()).find((each) => each.code === code);
    expect(column?.carries).toBe(call.split('?')[0]?.slice(1));
    const query = `filters[column][code]=${code}&fields=slug`;
    const { data } = bodyOf(
      await app.api.public.get<{ data: unknown[] }>(
        `/api${call}${call.includes('?') ? '&' : '?'}${query}`
      )
    );
    expect(data.length).toBeGreaterThan(0);
  });

  it('has the places of what the regulation names and later work fills', async () => {
    const columns = await readColumns();
    const empty = columns.filter(({ carries, children }) => !carries && children.length === 0);
    expect(empty.map(({ name }) => name).sort()).toEqual([...WITHOUT_ENTRIES].sort());
  });

  it('has entries in every column that carries any, each with its own date', async () => {
    const columns = await readColumns();
    expect(columns).toHaveLength(33);
    const carrying = columns.filter(({ carries }) => carries !== null);
    expect(carrying.filter(({ count }) => count === 0).map(({ code }) => code)).toEqual([]);
    for (const { lastUpdate } of carrying) {
      expect(new Date(lastUpdate ?? 0).getTime()).toBeLessThan(UNTIL.getTime());
    }
  });

  it('gives its files to the reader as they were made', async () => {
    const files = (await app.strapi.db.query('plugin::upload.file').findMany({
      where: { ext: { $in: ['.docx', '.xlsx', '.pdf'] } },
    })) as Array<{ url: string; ext: string }>;
    expect(new Set(files.map(({ ext }) => ext))).toEqual(new Set(['.docx', '.xlsx', '.pdf']));
    for (const { url, ext } of files) {
      const content = await readFile(path.join(app.strapi.dirs.static.public, url));
      expect(content.subarray(0, 4).toString('latin1')).toBe(
        ext === '.pdf' ? '%PDF' : 'PK\u0003\u0004'
      );
    }
  });

  it('has objections in every state, one with a correction', async () => {
    const { data } = bodyOf(await as('officer').get<ObjectionsResponse>('/points/objections'));
    expect(new Set(data.map(({ state, outcome }) => outcome ?? state))).toEqual(
      new Set(['filed', 'withdrawn', 'partly', 'dismissed'])
    );
    expect(data.filter(({ correction }) => correction?.exact === '2/3')).toHaveLength(1);
  });

  it('says of every published picture what it shows', async () => {
    const nameless = await app.strapi.db.query('plugin::upload.file').findMany({
      where: { mime: { $startsWith: 'image/' }, alternativeText: { $null: true } },
    });
    expect(nameless).toEqual([]);
  });

  it('speaks Chinese to its logins', async () => {
    const { body } = await as('leader').get<{ data: { preferedLanguage: string } }>(
      '/admin/users/me'
    );
    expect(body.data.preferedLanguage).toBe('zh-Hans');
  });

  it.each([
    ['office', '/points/report?period=2026-03', 200],
    ['office', '/points/ledger?period=2026-03', 200],
    ['office', '/points/bonuses', 200],
    ['office', '/points/deductions', 200],
    ['office', '/points/objections', 200],
    ['office', '/content-manager/collection-types/plugin::points.adoption', 200],
    ['office', '/content-manager/collection-types/plugin::points.rule-set', 200],
    ['office', '/admin/users', 403],
    ['editor', '/points/report?period=2026-03', 200],
    ['editor', '/points/reconcile', 403],
    ['editor', '/points/bonuses', 403],
    ['editor', '/points/deductions', 403],
    ['editor', '/points/objections', 403],
    ['editor', '/content-manager/collection-types/plugin::points.adoption', 403],
    ['officer', '/points/report?period=2026-03', 200],
    ['officer', '/points/objections', 200],
    ['officer', '/content-manager/collection-types/plugin::points.submission', 200],
    ['officer', '/content-manager/collection-types/plugin::points.adoption', 403],
    ['officer', '/content-manager/collection-types/plugin::points.rule-set', 403],
    ['leader', '/points/report?period=2026-03', 200],
    ['leader', ARTICLES, 200],
    ['leader', '/points/reconcile', 403],
  ] as const)('lets %s at %s: %i', async (code, path, status) => {
    expect((await as(code).get(path)).status).toBe(status);
  });

  const draft = async (code: AccountCode, title: string): Promise<Document> =>
    bodyOf(await as(code).post<{ data: Document }>(ARTICLES, { title, placement: 'dynamics' }))
      .data;
  const publish = (code: AccountCode, { documentId, title }: Document) =>
    as(code).post(`${ARTICLES}/${documentId}/actions/publish`, { title });

  it('lets an officer draft, but neither place nor publish', async () => {
    const made = await draft('officer', '信息员的稿件');
    expect(made.placement).toBeNull();
    expect((await publish('officer', made)).status).toBe(403);
  });

  it('lets an editor place and publish', async () => {
    const made = await draft('editor', '编辑的稿件');
    expect(made.placement).toBe('dynamics');
    expect((await publish('editor', made)).status).toBe(200);
  });

  it('lets a leader and the office read, not write, articles', async () => {
    for (const code of ['leader', 'office'] as const) {
      expect((await as(code).post(ARTICLES, { title: '不许' })).status).toBe(403);
    }
  });

  it('lets an officer send a submission in', async () => {
    const [unit] = await app.make
      .documents('plugin::points.unit')
      .findMany({ filters: { code: 'bwg' } });
    const response = await as('officer').post<{ data: Document }>(
      '/content-manager/collection-types/plugin::points.submission',
      {
        title: '新的报送',
        category: 'culture-news',
        units: { connect: [{ id: unit?.id, documentId: unit?.documentId }] },
      }
    );
    expect(bodyOf(response).data.title).toBe('新的报送');
  });

  it('leaves no desk empty, and the inbox not', async () => {
    const deskOf = async (code: AccountCode) =>
      bodyOf(await as(code).get<DeskResponse>('/points/desk')).data;
    const { groups, commissions } = await deskOf('officer');
    const { toSign, ...others } = groups;
    expect(toSign.total).toBe(0);
    for (const { total } of Object.values(others)) expect(total).toBeGreaterThan(0);
    expect(groups.accepted.items.some(({ points }) => Number(points.points) > 0)).toBe(true);
    expect(commissions.map(({ dueOn, begun }) => [dueOn, begun !== null])).toEqual([
      ['2026-03-17', false],
      ['2026-03-26', false],
      ['2026-04-07', true],
    ]);
    expect((await deskOf('leader')).groups.toSign.total).toBe(2);
    const inbox = bodyOf(await as('office').get<InboxResponse>('/points/inbox'));
    expect(inbox.meta.waiting.submitted).toBeGreaterThan(3);
  });

  it('names only fields that there are in its roles', () => {
    const named = Object.values(rolesOf(app.strapi)).flatMap(({ permissions }) =>
      permissions.flatMap(({ subject, properties }) =>
        subject ? (properties?.fields ?? []).map((field) => `${subject} ${field}`) : []
      )
    );
    const missing = named.filter((name) => {
      const [subject, field] = name.split(' ') as [UID.ContentType, string];
      const [attribute = ''] = field.split('.');
      return !(attribute in app.strapi.contentType(subject).attributes);
    });
    expect(missing).toEqual([]);
  });

  it('ties officer and leader to officers of a unit', async () => {
    const officers = await app.strapi.db.query('plugin::points.officer').findMany({
      where: { account: { email: { $in: ['officer@demo.test', 'leader@demo.test'] } } },
      populate: { unit: true },
    });
    expect(officers.map(({ unit }: { unit: { code: string } }) => unit.code)).toEqual([
      'bwg',
      'bwg',
    ]);
  });

  it('gives every login the password of the day', async () => {
    const known = await keepPassword(app.strapi, 'Another1-password');
    expect(known.map(({ code }) => code)).toEqual(ACCOUNTS.map(({ code }) => code));
    await app.api.login({ id: 0, email: 'editor@demo.test', password: 'Another1-password' });
  });
});
