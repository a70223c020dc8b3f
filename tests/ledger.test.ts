import {
  errorOf,
  exactOf,
  postingsOf,
  reconcileOf,
  startApp,
  type Document,
  type TestApp,
} from './support';

const REFUSAL = /postings are never changed and never deleted/;

/** What the database says to a statement that it refuses; its errors are of another realm. */
const refusalOf = async (statement: PromiseLike<unknown>): Promise<string | null> => {
  try {
    await statement;
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};

describe('the ledger', () => {
  let app: TestApp;
  let unit: Document;
  let submission: Document;
  let adoption: Document;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    unit = await app.make.unit({ name: '市博物馆' });
    submission = await app.make.submission({ units: [unit] });
    adoption = await app.make.adoption({
      submission,
      channel: 'newsletter',
      adoptedOn: '2026-03-05',
    });
  });
  afterAll(() => app.stop());

  const postings = () => postingsOf(app, { submission: submission.documentId });

  it.each([
    'update points_postings set amount = amount + 1',
    "update points_postings set unit_name = 'x' where amount > 0",
    'delete from points_postings',
  ])('refuses, in the database itself: %s', async (statement) => {
    expect(await refusalOf(app.strapi.db.connection.raw(statement))).toMatch(REFUSAL);
    expect((await postings()).map(({ exact, unitName }) => [exact, unitName])).toEqual([
      ['20', '市博物馆'],
    ]);
  });

  it('refuses a second posting of the same key', async () => {
    const { connection } = app.strapi.db;
    const row = (await connection('points_postings').first()) as Record<string, unknown>;
    const again = { ...row, id: 999_999, document_id: 'again' };
    expect(await refusalOf(connection('points_postings').insert(again))).toMatch(/unique/i);
  });

  it('refuses to be written through the document service', async () => {
    const ledger = app.make.documents('plugin::points.posting');
    const [posting] = await ledger.findMany();
    if (!posting) throw new Error('There is no posting.');
    const { documentId } = posting;
    await expect(ledger.create({ data: {} })).rejects.toThrow();
    await expect(ledger.update({ documentId, data: { amount: 1 } })).rejects.toThrow();
    await expect(ledger.delete({ documentId })).rejects.toThrow();
    expect((await postings())[0]).toMatchObject({ exact: '20' });
  });

  it.each([
    ['submission', () => submission],
    ['adoption', () => adoption],
    ['unit', () => unit],
    ['rule-set', undefined],
  ])('refuses to lose what a posting rests on: %s', async (type, documentOf) => {
    const uid = `plugin::points.${type}`;
    const document = documentOf?.() ?? (await app.make.documents(uid).findMany())[0];
    const admin = await app.api.as('super-admin');
    const path = `/content-manager/collection-types/${uid}/${document?.documentId ?? ''}`;
    const response = await admin.delete(path, { language: 'zh-Hans' });
    expect(errorOf(response)).toMatchObject({ status: 400 });
    expect(errorOf(response).message).toMatch(/\p{Script=Han}/u);
    const bulk = `/content-manager/collection-types/${uid}/actions/bulkDelete`;
    const refused = await admin.post(bulk, { documentIds: [document?.documentId] });
    expect(errorOf(refused).status).toBe(400);
    expect(await exactOf(app, unit)).toBe('20');
  });

  it("keeps a unit's name as it was", async () => {
    await app.make.documents('plugin::points.unit').update({
      documentId: unit.documentId,
      data: { name: '市博物院' },
    });
    expect((await postings())[0]).toMatchObject({
      unitName: '市博物馆',
      unit: { name: '市博物院' },
    });
  });

  it('survives a further boot on the same database, triggers and all', async () => {
    await app.close();
    app = await startApp({ database: app.database });
    expect(await exactOf(app, unit)).toBe('20');
    const statement = 'delete from points_postings';
    expect(await refusalOf(app.strapi.db.connection.raw(statement))).toMatch(REFUSAL);
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });

  it('lets reconcile find and settle mend what someone wrote past the application', async () => {
    const { connection } = app.strapi.db;
    await connection('points_totals').where({ period: '2026-03' }).update({ amount: 1 });
    const found = await reconcileOf(app);
    expect(found.ok).toBe(false);
    expect(found.totals).toContainEqual(
      expect.objectContaining({ period: '2026-03', measure: 'newsletter' })
    );
    await connection('points_totals')
      .where({ period: '2026-03', amount: 1 })
      .update({ amount: 2000 });
  });
});
