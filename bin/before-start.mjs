/**
 * Run before `npm start`: what would otherwise end in a programmer's trace is said in words, and the start ends here.
 * Settings are read as the application reads them: the environment first, then `.env`.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SECRETS = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'JWT_SECRET',
  'ENCRYPTION_KEY',
];
const CONNECT_MS = 10_000;

const settings = process.env;
/** @type {string[]} */
const wrong = [];

const readSettings = () => {
  const file = path.join(ROOT, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
};

const requireBuild = () => {
  if (existsSync(path.join(ROOT, 'dist/build/index.html'))) return;
  wrong.push(
    '程序还没有编译：请先运行 npm run build。',
    'Nothing is built yet: run "npm run build" first.'
  );
};

const requireSecrets = () => {
  const missing = SECRETS.filter(
    (name) => (settings[name] ?? '').replaceAll(',', '').trim() === ''
  );
  if (missing.length === 0) return;
  const names = missing.join(', ');
  wrong.push(
    `缺少密钥 ${names}：请把 .env.example 复制为 .env，每项填一个不同的值，例如 openssl rand -base64 32 的输出（APP_KEYS 填两个，用逗号隔开）。`,
    `Secrets are missing: ${names}. Copy .env.example to .env and give each a value of its own, such as "openssl rand -base64 32" makes (APP_KEYS takes two, set apart by a comma).`
  );
};

/** What is wrong with the database's settings, or its answer; nothing where it can be reached. */
const requirePostgres = async () => {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString: settings.DATABASE_URL || undefined,
    ...(settings.DATABASE_URL
      ? {}
      : {
          host: settings.DATABASE_HOST || '127.0.0.1',
          port: Number(settings.DATABASE_PORT || 5432),
          database: settings.DATABASE_NAME || 'bureau',
          user: settings.DATABASE_USERNAME || 'bureau',
          password: settings.DATABASE_PASSWORD || '',
          ssl: settings.DATABASE_SSL === 'true',
        }),
    connectionTimeoutMillis: CONNECT_MS,
  });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const reason = error instanceof Error ? error.message || String(error.name) : String(error);
    wrong.push(
      `连不上 PostgreSQL（${reason}）：请检查 .env 里的 DATABASE_URL，数据库是否已启动、已建好空库。`,
      `PostgreSQL cannot be reached (${reason}): look at DATABASE_URL in .env, and whether the database runs and is there.`
    );
  }
};

const requireDatabase = async () => {
  const client = settings.DATABASE_CLIENT || 'sqlite';
  if (client === 'postgres') await requirePostgres();
  else if (client !== 'sqlite') {
    wrong.push(
      `DATABASE_CLIENT 填的是“${client}”，只能是 sqlite 或 postgres。`,
      `DATABASE_CLIENT is "${client}"; it takes "sqlite" or "postgres".`
    );
  }
};

readSettings();
requireBuild();
requireSecrets();
await requireDatabase();
if (wrong.length > 0) {
  process.stderr.write(`\n${wrong.map((sentence) => `  ${sentence}`).join('\n')}\n\n`);
  process.exit(1);
}
