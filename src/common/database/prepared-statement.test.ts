import { knex, type Knex } from 'knex';
import type { Core } from '@strapi/strapi';
import { prepareSqlite } from './connections';
import { prepareStatement } from './prepared-statement';
import type { Transaction } from './transaction';

/** Of an application, all that a statement asks: which database it runs on. */
const application: unknown = { db: { dialect: { client: 'sqlite' } } };
const onSqlite = application as Core.Strapi;

describe('a prepared statement on SQLite', () => {
  let database: Knex;

  beforeEach(() => {
    database = knex({
      client: 'better-sqlite3',
      connection: { filename: ':memory:' },
      useNullAsDefault: true,
      pool: { afterCreate: prepareSqlite, min: 1, max: 1 },
    });
  });
  afterEach(() => database.destroy());

  /** How often the connection parses while a statement runs three times. */
  const parsesOf = (sql: string): Promise<{ parses: number; rows: unknown }> =>
    database.transaction(async (trx) => {
      const { client } = trx as unknown as {
        client: { acquireConnection(): Promise<{ prepare(sql: string): unknown }> };
      };
      const connection = await client.acquireConnection();
      const prepare = connection.prepare.bind(connection);
      let parses = 0;
      connection.prepare = (text) => {
        parses += 1;
        return prepare(text);
      };
      const statement = prepareStatement(onSqlite, sql);
      await statement(trx as Transaction, ['甲']);
      await statement(trx as Transaction, ['乙']);
      return { rows: await statement(trx as Transaction, ['丙']), parses };
    });

  it('is parsed once', async () => {
    expect(await parsesOf('select ? as title')).toEqual({ parses: 1, rows: [{ title: '丙' }] });
  });

  it('is parsed once however long it is', async () => {
    const long = `select ? as title /* ${'长'.repeat(100_000)} */`;
    expect(await parsesOf(long)).toEqual({ parses: 1, rows: [{ title: '丙' }] });
  });
});
