import path from 'node:path';
import { ensureAdminBuild } from './demo-server/admin-build';
import { ensureSeeded } from './demo-server/database';
import { demoPassword } from './demo-server/password';
import { addressOf, holdPort, releasePort, type Address } from './demo-server/port';
import { ensureSecrets } from './demo-server/secrets';
import { demoState, keepPassword, type DemoAccount } from '../seeds/demo';
import { createApplication, loadEnvironment, ROOT } from './boot';
import { CommandError } from './command-error';

const ENVIRONMENT_FILE = path.join(ROOT, '.env');

const announce = (
  { host, port }: Address,
  accounts: readonly DemoAccount[],
  password: string
): void => {
  const logins = accounts.map(({ email, role }) => `    ${email.padEnd(20)} ${role}`);
  console.log(
    [
      '',
      `  文化常州 · 演示 Demo    http://${host}:${port}/admin`,
      `  网站 Site    http://${host}:${port}/`,
      '',
      '  登录 Logins',
      ...logins,
      '',
      `  密码 Password    ${password}`,
      '',
      `  公开接口 Public API    http://${host}:${port}/api/articles?filters[placement]=headline`,
      '  Ctrl+C 结束 ends it; npm run demo 再次启动，数据保留 starts it again with its data.',
      '',
    ].join('\n')
  );
};

/** What stands at the foot of the demo's pages. */
const IDENTITY: Readonly<Record<string, string>> = {
  SITE_ORGANISER: '市文化局（演示）',
  SITE_ADDRESS: '龙城大道 1280 号',
  SITE_PHONE: '0519-55550000',
  SITE_ID_CODE: '3204000000',
  SITE_ICP: '苏ICP备00000000号（演示）',
  SITE_POLICE: '苏公网安备 32040000000000号（演示）',
  SITE_NOTICE: '演示网站：机构名称为通称，人物与内容均为虚构。',
};

/** Everything that a new user needs to see the system at work, on this machine only. */
const demo = async (): Promise<void> => {
  loadEnvironment();
  // As on a server: no reloading, no content-type builder; the panel comes from its build.
  process.env.NODE_ENV = 'production';
  process.env.STRAPI_TELEMETRY_DISABLED ??= 'true';
  for (const [name, value] of Object.entries(IDENTITY)) process.env[name] ??= value;
  const address = addressOf(process.env);
  ensureSecrets(ENVIRONMENT_FILE);
  const password = demoPassword(ENVIRONMENT_FILE);

  const held = await holdPort(address);
  await ensureAdminBuild();
  await ensureSeeded();

  const strapi = createApplication({ serveAdminPanel: true });
  strapi.log.level = 'warn';
  strapi.config.set('server.logger.startup.enabled', false);
  await strapi.load();
  if ((await demoState(strapi)) !== 'complete') {
    throw new CommandError(
      'This database is not the demo’s. Name a new file in DATABASE_FILENAME, for example .tmp/demo.db.'
    );
  }
  const accounts = await keepPassword(strapi, password);
  await releasePort(held);
  await strapi.start();
  announce(address, accounts, password);
};

demo().catch((error: unknown) => {
  console.error(error instanceof CommandError ? error.message : error);
  process.exit(1);
});
