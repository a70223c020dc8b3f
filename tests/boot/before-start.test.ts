import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../support';

const SECRETS = [
  ...['APP_KEYS', 'API_TOKEN_SALT', 'ADMIN_JWT_SECRET'],
  ...['TRANSFER_TOKEN_SALT', 'JWT_SECRET', 'ENCRYPTION_KEY'],
];
const SET = Object.fromEntries(SECRETS.map((name) => [name, 'a-secret,another']));

const begin = (environment: Record<string, string>): { status: number | null; said: string } => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'bin/before-start.mjs')],
    { encoding: 'utf8', env: { ...process.env, ...environment } }
  );
  return { status, said: stderr };
};

describe('what is looked at before the start', () => {
  it('names the secrets that lack, in words', () => {
    const { said, status } = begin({
      ...SET,
      DATABASE_CLIENT: 'sqlite',
      APP_KEYS: ' , ',
      JWT_SECRET: '',
    });
    expect(status).toBe(1);
    expect(said).toMatch(/缺少密钥 APP_KEYS, JWT_SECRET：/);
    expect(said).toMatch(/Secrets are missing: APP_KEYS, JWT_SECRET\./);
    expect(said).not.toMatch(/^ +at /m);
  });

  it('says that the database cannot be reached', () => {
    const url = 'postgres://nobody:nothing@127.0.0.1:9/none';
    const { said, status } = begin({ ...SET, DATABASE_CLIENT: 'postgres', DATABASE_URL: url });
    expect(status).toBe(1);
    expect(said).toMatch(/连不上 PostgreSQL（.*ECONNREFUSED.*）/);
    expect(said).not.toMatch(/nothing|^ +at /m);
  });

  it('says which databases there are', () => {
    const { said } = begin({ ...SET, DATABASE_CLIENT: 'mysql' });
    expect(said).toMatch(/DATABASE_CLIENT 填的是“mysql”，只能是 sqlite 或 postgres。/);
  });
});
