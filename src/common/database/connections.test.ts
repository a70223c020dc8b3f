import { knex, type Knex } from 'knex';
import { prepareSqlite } from './connections';

interface Statement {
  all(...values: unknown[]): unknown[];
  run(...values: unknown[]): unknown;
}

interface Connection {
  prepare(sql: string): Statement;
}

describe('a connection to SQLite', () => {
  let database: Knex;
  let connection: Connection;

  beforeEach(async () => {
    database = knex({
      client: 'better-sqlite3',
      connection: { filename: ':memory:' },
      useNullAsDefault: true,
      pool: { afterCreate: prepareSqlite },
    });
    const client = database.client as { acquireConnection(): Promise<Connection> };
    connection = await client.acquireConnection();
    connection.prepare('create table pieces (title text)').run();
    connection.prepare('insert into pieces values (?)').run('甲');
  });
  afterEach(async () => {
    const client = database.client as { releaseConnection(used: Connection): Promise<void> };
    await client.releaseConnection(connection);
    await database.destroy();
  });

  it('prepares a statement once', () => {
    const read = connection.prepare('select title from pieces where title = ?');
    expect(read.all('甲')).toEqual([{ title: '甲' }]);
    expect(connection.prepare('select title from pieces where title = ?')).toBe(read);
    expect(read.all('乙')).toEqual([]);
  });

  it('prepares all anew when a table has changed', () => {
    const read = connection.prepare('select * from pieces');
    connection.prepare('alter table pieces add column body text').run();
    expect(connection.prepare('select * from pieces')).not.toBe(read);
    expect(connection.prepare('select * from pieces').all()).toEqual([{ title: '甲', body: null }]);
  });

  it('keeps those that it has run last', () => {
    const sqlOf = (index: number): string => `select ${index} from pieces`;
    const often = connection.prepare(sqlOf(0));
    const once = connection.prepare(sqlOf(1));
    for (let index = 2; index < 1000; index += 1) {
      connection.prepare(sqlOf(index));
      connection.prepare(sqlOf(0));
    }
    expect(connection.prepare(sqlOf(0))).toBe(often);
    expect(connection.prepare(sqlOf(1))).not.toBe(once);
  });

  it('keeps no statement of many rows', () => {
    const sql = `insert into pieces values ${Array.from({ length: 8000 }, () => '(?)').join(', ')}`;
    expect(connection.prepare(sql)).not.toBe(connection.prepare(sql));
  });
});
