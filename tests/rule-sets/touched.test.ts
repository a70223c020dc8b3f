import type { Knex } from 'knex';
import type {
  BulletinResponse,
  RuleSetsResponse,
  SetupResponse,
} from '../../src/plugins/points/shared/contracts';
import {
  BYTES,
  bodyOf,
  casesOf,
  connect,
  createDatabase,
  errorOf,
  openTable,
  reconcileOf,
  sealThrough,
  startApp,
  verificationOf,
  whileRowHas,
  type Client,
  type Document,
  type ForeignValue,
  type StoredRow,
  type TestApp,
  type TestDatabase,
} from '../support';

jest.setTimeout(600_000);

const ARTICLE = 'api::article.article';
const CHINESE = { language: 'zh-Hans' };

/** What no column of JSON holds that the application wrote. Either database takes some of it. */
const NO_JSON: ForeignValue[] = ['', '{"broken": ', '5', '[null]', '"七"', BYTES];

const BROKEN = casesOf({
  channels: [null, '{}', '[]', ...NO_JSON],
  policies: [null, '{}', '[]', ...NO_JSON],
  extensions: ['[]', ...NO_JSON],
  effective_from: [null, 'x', BYTES],
  effective_to: ['x', BYTES],
});

describe('JSON that somebody wrote over, past the application', () => {
  let database: TestDatabase;
  let app: TestApp;
  let raw: Knex;
  let office: Client;
  let admin: Client;
  let unit: Document;
  let submission: Document;
  let article: Document;
  let ruleSet: Document;
  let bulletin: BulletinResponse['data'];

  beforeAll(async () => {
    database = await createDatabase();
    app = await startApp({ database });
    raw = connect(database);
    office = await app.api.as('office');
    admin = await app.api.as('super-admin');
    ruleSet = await app.make.ruleSet();
    [unit] = await app.make.units(1);
    submission = await app.make.submission({ units: [unit], receivedAt: '2026-09-01T01:00:00Z' });
    await app.make.adoption({ submission, channel: 'newsletter', adoptedOn: '2026-09-05' });
    bulletin = await sealThrough(app, '2026-09');
    await app.make.adoption({ submission, channel: 'newsletter', adoptedOn: '2026-11-05' });
    await app.make.article({ placement: 'video', submission, publish: true });
    article = await app.make.article({ placement: 'headline', submission });
    await openTable(raw, database, 'points_bulletins');
    expect(await verificationOf(app)).toMatchObject({ ok: true });
  });
  afterAll(async () => {
    expect(await verificationOf(app)).toMatchObject({ ok: true });
    await raw.destroy();
    await app.stop();
  });

  /** Runs while a row has another value; does not where the database takes no such value. */
  const whileIs = async (
    table: string,
    documentId: string,
    values: StoredRow,
    run: () => Promise<void>
  ): Promise<void> => {
    const place = { database, raw, table, where: { document_id: documentId } };
    const refusal = await whileRowHas(place, values, run);
    if (refusal !== null) expect(database.kind).toBe('postgres');
  };

  const whileBroken = (values: StoredRow, run: () => Promise<void>): Promise<void> =>
    whileIs('points_rule_sets', ruleSet.documentId, values, run);

  const reads = (): string[] => [
    ...['2026', '2026-11', '2026-09'].map((period) => `/points/report?period=${period}&by=unit`),
    '/points/report/export?period=2026&format=xlsx',
    ...['/points/ledger', '/points/ledger/export?format=csv'],
    `/points/entries/${ARTICLE}?documentIds=${article.documentId}`,
    `/points/entries/${ARTICLE}/${article.documentId}`,
    `/points/submissions/${submission.documentId}`,
    `/points/submissions/${submission.documentId}/adoptions`,
    ...[
      '/points/adoptions/channels',
      '/points/adoptions/template',
      '/points/adoptions/submissions',
    ],
    ...['/points/sealed-awards', '/points/bonuses', '/points/objections', '/points/inbox'],
    ...['/points/deductions', '/points/deductions/kinds?day=2026-11-05', '/points/commissions'],
    ...['/points/bulletins', '/points/bulletins/preview?month=2026-10', '/points/my-bulletins'],
    `/points/bulletins/${bulletin.documentId}`,
    ...['document', 'addressees', 'receipts', 'export?format=docx', 'export?format=csv'].map(
      (part) => `/points/bulletins/${bulletin.documentId}/${part}`
    ),
    ...['/points/rule-sets', `/points/rule-sets/${ruleSet.documentId}`, '/points/setup'],
    ...['/points/reviews', '/points/reviews/preview?period=2026'],
    ...['/points/reconcile', '/points/verify'],
    `/content-manager/collection-types/plugin::points.rule-set/${ruleSet.documentId}`,
  ];

  /** Every read answers, or says in words what is broken. */
  const requireAnswers = async (named: string): Promise<void> => {
    for (const path of reads()) {
      const response = await admin.get(path, CHINESE);
      if (response.status < 400) continue;
      const { message } = errorOf(response);
      expect([path, response.status, message]).toEqual([
        path,
        400,
        expect.stringMatching(/在数据库中被改动|与封存时不一致/),
      ]);
      expect(message).toContain(named);
    }
  };

  const ledger = (): PromiseLike<unknown[]> => raw('points_postings').orderBy('id');

  describe.each(BROKEN)('in a rule set: $column $said', (broken) => {
    const values = { [broken.column]: broken.value };

    it('is a finding, and all else is looked at', async () => {
      await whileBroken(values, async () => {
        const found = await verificationOf(app);
        const { files, ...reconciled } = await reconcileOf(app);
        expect(found.reconcile).toEqual({ files, ...reconciled });
        expect(found).toMatchObject({ ok: false, chain: null, bulletins: [], unchained: [] });
        expect(found.reconcile).toEqual({
          ...reconciled,
          ...{ ok: false, files: [], entries: [], postings: [], unscored: [], totals: [] },
          unfounded: [expect.objectContaining({ kind: 'rule-set', id: ruleSet.documentId })],
        });
        expect(found.reconcile.checked.postings).toBe((await ledger()).length);
      });
    });

    it('lets everything answer, and nothing be scored', async () => {
      await whileBroken(values, async () => {
        await requireAnswers(String(ruleSet.name));
        const before = await ledger();
        const published = await admin.post(
          `/content-manager/collection-types/${ARTICLE}/${article.documentId}/actions/publish`,
          {},
          CHINESE
        );
        expect(errorOf(published)).toMatchObject({
          ...{ status: 400, message: expect.stringContaining('在数据库中被改动') as unknown },
        });
        const recorded = await office.post(
          '/points/adoptions',
          {
            ...{ submission: submission.documentId, channel: 'newsletter' },
            ...{ adoptedOn: '2026-11-06', organ: '局办公室' },
          },
          CHINESE
        );
        expect(errorOf(recorded).message).toContain('在数据库中被改动');
        expect(await ledger()).toEqual(before);
        const draft = await raw('articles').where({ document_id: article.documentId });
        expect(draft).toHaveLength(1);
      });
    });
  });

  it('is said in the list of rule sets, and to whoever sets up', async () => {
    await whileBroken({ channels: '{}' }, async () => {
      const list = bodyOf(await office.get<RuleSetsResponse>('/points/rule-sets'));
      const { documentId, name } = ruleSet;
      expect(list).toMatchObject({ data: [], meta: { unreadable: [{ documentId, name }] } });
      const setup = bodyOf(await admin.get<SetupResponse>('/points/setup'));
      expect(JSON.stringify(setup)).toContain('cannot be read');
    });
  });

  it('keeps no application from starting', async () => {
    await whileBroken({ channels: '{}' }, async () => {
      await app.close();
      app = await startApp({ database });
      office = await app.api.as('office');
      admin = await app.api.as('super-admin');
      expect(await verificationOf(app)).toMatchObject({ ok: false, chain: null });
      await openTable(raw, database, 'points_bulletins');
    });
  });

  it.each(
    casesOf({ standings: [...NO_JSON, '{}'], annexes: [...NO_JSON, '{}'], postings: NO_JSON })
  )('is said on the page of a bulletin, and named: $column $said', async ({ column, value }) => {
    await whileIs('points_bulletins', bulletin.documentId, { [column]: value }, async () => {
      const { bulletins } = await verificationOf(app);
      expect(bulletins).toContainEqual({ month: bulletin.month, problem: 'changed' });
      await requireAnswers(bulletin.month);
      const page = await office.get(`/points/bulletins/${bulletin.documentId}`, CHINESE);
      expect(page.status).toBe(column === 'standings' ? 400 : 200);
      const paper = await office.get(
        `/points/bulletins/${bulletin.documentId}/export?format=docx`,
        CHINESE
      );
      expect(paper.status).toBe(column === 'postings' ? 200 : 400);
    });
  });
});
