import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import {
  connect,
  createDatabase,
  reconcileOf,
  refusalOf,
  startApp,
  type TestApp,
  type TestDatabase,
} from '../support';

jest.setTimeout(600_000);

const HISTORY_INDEX = 'points_history_lines_submission';
const KEY_INDEX = 'points_postings_key_unique';
const TOTALS_INDEX = 'points_totals_unique';

/** Keeps what is said at the levels that are logged. */
const listen =
  (said: string[]) =>
  (strapi: Core.Strapi): void => {
    for (const level of ['warn', 'error'] as const) {
      strapi.log[level] = ((message: unknown) => {
        said.push(`${level}: ${String(message)}`);
        return strapi.log;
      }) as typeof strapi.log.warn;
    }
  };

const bootAndListen = async (database: TestDatabase): Promise<{ app: TestApp; said: string[] }> => {
  const said: string[] = [];
  return { app: await startApp({ database, beforeLoad: listen(said) }), said };
};

describe('a boot on a database that somebody changed', () => {
  let database: TestDatabase;
  let raw: Knex;

  const dropUnique = async (table: string, name: string): Promise<void> => {
    if (database.kind === 'postgres') {
      await raw.raw(`alter table ${table} drop constraint if exists ${name}`);
    }
    await raw.raw(`drop index if exists ${name}`);
  };

  let first: string[];

  beforeAll(async () => {
    database = await createDatabase();
    const { app, said } = await bootAndListen(database);
    first = said;
    await app.make.ruleSet();
    const submission = await app.make.submission({ units: await app.make.units(2) });
    await app.make.article({ placement: 'headline', submission, publish: true });
    await app.close();
    raw = connect(database);
  });
  afterAll(async () => {
    await raw.destroy();
    await database.drop();
  });

  it('says nothing of indexes and triggers where nobody changed them', () => {
    expect(first.filter((line) => /Index|Trigger/.test(line))).toEqual([]);
  });

  it('puts indexes and triggers right and names each', async () => {
    // As before the index of the history was over its submission alone, in Strapi's memory too.
    await raw.raw(`drop index ${HISTORY_INDEX}`);
    await raw.raw(
      `create index ${HISTORY_INDEX} on points_history_lines (submission_document_id, id)`
    );
    await raw('strapi_database_schema').update({ hash: 'older' });
    await dropUnique('points_postings', KEY_INDEX);
    await raw.raw('drop index points_postings_month_unit');
    await raw.raw('create index points_postings_month_unit on points_postings (unit_id, month)');
    const lost = 'points_postings_no_delete';
    const weak = 'points_postings_no_update';
    if (database.kind === 'postgres') {
      await raw.raw(`drop trigger ${lost} on points_postings`);
      await raw.raw(`alter table points_postings disable trigger ${weak}`);
    } else {
      await raw.raw(`drop trigger ${lost}`);
      await raw.raw(`drop trigger ${weak}`);
      await raw.raw(
        `create trigger ${weak} before update on points_postings when 0 begin select 1; end`
      );
    }

    const { app, said } = await bootAndListen(database);
    try {
      for (const name of [HISTORY_INDEX, KEY_INDEX, 'points_postings_month_unit']) {
        expect(said.filter((line) => line.startsWith(`warn: Index ${name} `))).toHaveLength(1);
      }
      for (const name of [lost, weak]) {
        expect(said.filter((line) => line.startsWith(`error: Trigger ${name},`))).toHaveLength(1);
      }
      expect(await refusalOf(raw('points_postings').update({ amount: 1 }))).toMatch(
        /never changed/
      );
      expect(await refusalOf(raw('points_postings').delete())).toMatch(/never changed/);
      const twin = (await raw('points_postings').first()) as Record<string, unknown>;
      expect(
        await refusalOf(raw('points_postings').insert({ ...twin, id: undefined, amount: 1 }))
      ).not.toBeNull();
      expect(await reconcileOf(app)).toMatchObject({ ok: true });
    } finally {
      await app.close();
    }
  });

  it('does not start where rows are equal that a lost unique index forbids, and names them', async () => {
    await dropUnique('points_totals', TOTALS_INDEX);
    const { id, ...total } = (await raw('points_totals').orderBy('id').first()) as { id: number };
    await raw('points_totals').insert(total);
    const twin = (await raw('points_totals').max({ id: 'id' }).first()) as { id: number };
    const said: string[] = [];
    const refusal = await refusalOf(
      startApp({ database, logLevel: 'silent', beforeLoad: listen(said) })
    );
    expect(refusal).toContain(TOTALS_INDEX);
    expect(refusal).toContain(`by id ${id} = ${twin.id}`);
    // What the boot before put right is right.
    expect(said.filter((line) => line.startsWith('warn: Index'))).toEqual([]);
  });
});
