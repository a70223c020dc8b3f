import {
  exactOf,
  postingsOf,
  reconcileOf,
  startApp,
  type Document,
  type TestApp,
} from '../support';

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

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    unit = await app.make.unit({ name: '市博物馆' });
    submission = await app.make.submission({ units: [unit] });
    await app.make.adoption({
      submission,
      channel: 'newsletter',
      adoptedOn: '2026-03-05',
    });
  });
  afterAll(() => app.stop());

  const postings = () => postingsOf(app, { submission: submission.documentId });

  it('refuses a second posting of the same key', async () => {
    const { connection } = app.strapi.db;
    const row = (await connection('points_postings').first()) as Record<string, unknown>;
    const again = { ...row, id: 999_999, document_id: 'again' };
    expect(await refusalOf(connection('points_postings').insert(again))).toMatch(/unique/i);
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

  it('survives a further boot on the same database, triggers and rights and all', async () => {
    const rights = async (): Promise<string[]> => {
      const held = (await app.strapi.db
        .query('admin::permission')
        .findMany({ select: ['action'], where: { role: { code: 'office' } } })) as Array<{
        action: string;
      }>;
      return held.map(({ action }) => action).sort();
    };
    const before = await rights();
    // Strapi drops at boot what is registered too late.
    expect(before).toContain('api::publication-date.correct');
    await app.close();
    app = await startApp({ database: app.database });
    expect(await rights()).toEqual(before);
    expect(await exactOf(app, unit)).toBe('20');
    const statement = 'delete from points_postings';
    expect(await refusalOf(app.strapi.db.connection.raw(statement))).toMatch(REFUSAL);
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });
});
