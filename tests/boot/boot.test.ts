import { createEmptyDatabase, startApp, type TestApp } from '../support';

/** Tables of the plugins, each with the unique indexes that they rely on. */
const TABLES: Record<string, string[]> = {
  points_units: ['points_units_code_unique'],
  points_officers: [],
  points_submissions: [],
  points_adoptions: [],
  points_rule_sets: [],
  points_postings: ['points_postings_key_unique'],
  points_totals: ['points_totals_unique'],
  points_history_lines: [],
  points_word_rules: ['points_word_rules_word_unique'],
  mail_messages: ['mail_messages_key_unique'],
  mail_attachments: ['mail_attachments_checksum_unique'],
  mail_delivery_events: [],
};

describe('boot', () => {
  let app: TestApp;
  let said: unknown[] = [];

  beforeAll(async () => {
    app = await startApp({
      database: await createEmptyDatabase(),
      beforeLoad: ({ log }) => {
        jest.spyOn(log, 'error').mockImplementation((...words: unknown[]) => {
          said = [...said, ...words];
          return log;
        });
      },
    });
    jest.restoreAllMocks();
  });
  afterAll(() => app.stop());

  const uniqueIndexesOf = async (table: string): Promise<string[]> => {
    const { connection } = app.strapi.db;
    if (app.database.kind === 'sqlite') {
      const rows = await connection.raw<Array<{ name: string; unique: number }>>(
        `pragma index_list('${table}')`
      );
      return rows.filter(({ unique }) => unique === 1).map(({ name }) => name);
    }
    const { rows } = await connection.raw<{ rows: Array<{ name: string }> }>(
      `select i.relname as name from pg_index x
         join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
        where x.indisunique and t.relname = ?`,
      [table]
    );
    return rows.map(({ name }) => name);
  };

  it('has nothing to complain of on a new database', () => {
    expect(said).toEqual([]);
  });

  it('answers on its port', async () => {
    const { status } = await app.api.public.get('/_health');
    expect(status).toBe(204);
  });

  it.each(Object.entries(TABLES))('has %s with its unique indexes', async (table, indexes) => {
    expect(await app.strapi.db.connection.schema.hasTable(table)).toBe(true);
    expect(await uniqueIndexesOf(table)).toEqual(expect.arrayContaining(indexes));
  });

  it('adds placement and submission to a content type that opts in', () => {
    const { attributes } = app.strapi.contentType('api::article.article');
    expect(attributes).toMatchObject({
      placement: { type: 'enumeration', enum: ['headline', 'video', 'picture', 'dynamics'] },
      submission: {
        type: 'relation',
        relation: 'manyToOne',
        target: 'plugin::points.submission',
      },
    });
  });

  it('shows a browser its icon', async () => {
    expect((await app.api.public.get('/favicon.ico')).status).toBe(200);
  });

  it('logs an admin in and keeps a visitor out', async () => {
    const admin = await app.api.as('super-admin');
    const list = '/content-manager/collection-types/plugin::points.unit';
    expect((await admin.get(list)).status).toBe(200);
    expect((await app.api.public.get(list)).status).toBe(401);
  });

  it('gives an admin no more than the role has', async () => {
    const nobody = await app.api.withPermissions([]);
    const list = '/content-manager/collection-types/plugin::points.unit';
    expect((await nobody.get(list)).status).toBe(403);
  });
});
