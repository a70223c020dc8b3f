/**
 * Stores a database of the application in `APP_DIR`, compiled there, as a fixture: with a little of
 * everything that the ledger rests on. `node tests/support/store-database.mjs tests/fixtures/databases/<name>`
 * writes `<name>.db.gz` and `<name>.json`, which says what its units have earned.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const appDir = process.env.APP_DIR ?? process.cwd();
const require = createRequire(path.join(appDir, 'package.json'));
const target = path.resolve(process.argv[2] ?? 'stored');
const directory = await mkdtemp(path.join(os.tmpdir(), 'points-store-'));
const file = path.join(directory, 'data.db');

const secrets = ['APP_KEYS', 'API_TOKEN_SALT', 'ADMIN_JWT_SECRET', 'TRANSFER_TOKEN_SALT'];
for (const name of [...secrets, 'JWT_SECRET', 'ENCRYPTION_KEY']) {
  process.env[name] = randomBytes(24).toString('base64');
}
Object.assign(process.env, {
  NODE_ENV: 'test',
  CRON_ENABLED: 'false',
  STRAPI_TELEMETRY_DISABLED: 'true',
  DATABASE_CLIENT: 'sqlite',
  DATABASE_FILENAME: file,
});

const strapi = require('@strapi/strapi').createStrapi({
  appDir,
  distDir: path.join(appDir, 'dist'),
  autoReload: false,
  serveAdminPanel: false,
});
strapi.log.level = 'error';
await strapi.db.connection.raw('pragma synchronous = off');
await strapi.load();

const ARTICLE = 'api::article.article';

/**
 * @param {string} uid
 * @param {object} data
 * @returns {Promise<{ documentId: string, id: number }>}
 */
const create = (uid, data) => strapi.documents(uid).create({ data });

/** @param {string} name @param {string} code @param {string} kind */
const unit = (name, code, kind) => create('plugin::points.unit', { name, code, kind });

/** @param {string} title @param {string[]} units @param {object} [more] */
const submission = (title, units, more = {}) =>
  create('plugin::points.submission', {
    title,
    category: 'culture-news',
    receivedAt: '2026-03-01T01:00:00.000Z',
    units,
    ...more,
  });

/**
 * In a placement that needs no picture: its bytes would not be stored.
 *
 * @param {string} title @param {string} placement @param {string} from
 */
const publish = async (title, placement, from) => {
  const body = [{ type: 'paragraph', children: [{ type: 'text', text: '正文。' }] }];
  const videoUrl = 'https://films.example.test/1';
  const article = await create(ARTICLE, { title, placement, body, videoUrl, submission: from });
  await strapi.documents(ARTICLE).publish({ documentId: article.documentId });
  return article.documentId;
};

const upload = async () => {
  const filepath = path.join(directory, 'evidence.txt');
  await writeFile(filepath, '录用证明\n');
  const { size } = await stat(filepath);
  const [made] = await strapi
    .plugin('upload')
    .service('upload')
    .upload({
      data: { fileInfo: { name: 'evidence.txt' } },
      files: { filepath, originalFilename: 'evidence.txt', mimetype: 'text/plain', size },
    });
  return made;
};

const fill = async () => {
  const seed = path.join(appDir, 'database/seeds/regulation.rule-set.json');
  const regulation = JSON.parse(await readFile(seed, 'utf8'));
  await create('plugin::points.rule-set', { ...regulation, effectiveFrom: '2025-01-01' });
  const museum = (await unit('博物馆', 'bwg', 'institution')).documentId;
  const library = (await unit('图书馆', 'tsg', 'institution')).documentId;
  const arts = (await unit('艺术处', 'ysc', 'department')).documentId;
  const officer = await create('plugin::points.officer', { name: '信息员甲', unit: museum });
  const joint = await submission('春季特展', [museum, library], {
    officers: [officer.documentId],
  });
  await publish('春季特展开幕', 'video', joint.documentId);
  const repaired = await submission('阅读节', [library]);
  const taken = await publish('阅读节开幕', 'dynamics', repaired.documentId);
  await strapi.documents(ARTICLE).unpublish({ documentId: taken });
  const target = await submission('戏曲进校园', [library]);
  const source = await submission('戏曲进校园活动', [arts]);
  await publish('戏曲进校园启动', 'dynamics', source.documentId);
  const merging = strapi.plugin('points').services.merge;
  const account = { id: 1, firstname: '办公室', email: 'office@stored.test' };
  const state = { user: account, userAbility: { can: () => true, rules: [] } };
  const asOffice = (/** @type {() => Promise<void>} */ work) =>
    strapi.requestContext.run({ state, get: () => '' }, work);
  if (merging) await asOffice(() => merging.merge(target.documentId, [source.documentId]));
  const proof = await upload();
  const evidence = [proof.id];
  const adopt = (/** @type {object} */ data) => create('plugin::points.adoption', data);
  await adopt({
    submission: joint.documentId,
    channel: 'newsletter',
    adoptedOn: '2026-03-02',
    evidence,
  });
  const withdrawn = await adopt({
    submission: joint.documentId,
    channel: 'city.adopted',
    adoptedOn: '2026-03-05',
  });
  const adoptions = strapi.plugin('points').service('adoptions');
  await adoptions.withdraw(withdrawn.documentId, { reason: '重复登记' });
  const { bonuses, sealing } = strapi.plugin('points').services;
  await asOffice(() =>
    bonuses.record({
      unit: museum,
      points: '2.5',
      reason: '挂职锻炼',
      decidedBy: '局务会',
      day: '2026-03-20',
    })
  );
  await asOffice(() => sealing.seal('2026-03'));
  await rm(path.join(appDir, 'public', proof.url), { force: true });
};

/** What units have earned, in hundredths of a point, by what each posting is divided by. */
const earned = () =>
  strapi.db
    .connection('points_postings as p')
    .join('points_units as u', 'u.id', 'p.unit_id')
    .select('u.code', 'p.divisor')
    .sum({ amount: 'p.amount' })
    .groupBy('u.code', 'p.divisor')
    .orderBy(['u.code', 'p.divisor']);

await fill();
const postings = await earned();
const [{ count }] = await strapi.db.connection('points_postings').count({ count: '*' });
await strapi.db.connection.raw('vacuum');
await strapi.destroy();
await writeFile(`${target}.db.gz`, gzipSync(await readFile(file), { level: 9 }));
await writeFile(
  `${target}.json`,
  `${JSON.stringify({ postings: count, earned: postings }, null, 2)}\n`
);
await rm(directory, { recursive: true });
process.exit(0);
