import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { createRandom } from '../../src/seeds/demo/random';
import type * as Export from '../../src/site/export';
import { prepareIndex } from '../../src/site/search';
import { outside, ROOT, startApp, type TestApp } from '../support';
import { addArticles, makeWords } from './articles';
import { loading } from './bulk';
import { atMost, timed, type Bench, type Row } from './measure';

const CONNECTIONS = 50;

const KEPT_PAGES = 2_000;
const FRESH_PAGES = 300;
const KEPT_LISTS = 3_000;
const KEPT_P99_MS = 50;
const FIRST_BYTE_MS = 150;
const PAGE_BYTES = 60 * 1024;
const EXPORT_MS = 60_000;

const LIST =
  '/api/articles?sort=publicationDate:desc&pagination[pageSize]=10&populate[cover]=true&populate[column]=true';

/** The application's own modules: what they keep hangs on its strapi. */
const { exportSite } = outside().require(path.join(ROOT, 'dist/src/site/export')) as typeof Export;

interface Load {
  perSecond: number;
  p99: number;
}

const load = async (app: TestApp, address: string, seconds: number): Promise<Load> => {
  const result = await autocannon({
    url: app.url,
    connections: CONNECTIONS,
    duration: seconds,
    workers: 1,
    requests: [{ method: 'GET', path: encodeURI(address), headers: { 'accept-encoding': 'gzip' } }],
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} refusals and ${result.errors} errors of ${address}`);
  }
  return { perSecond: result.requests.total / result.duration, p99: result.latency.p99 };
};

/** So many a second at least, told as the milliseconds of one. */
const atLeast = (measured: string, perSecond: number, least: number): Row =>
  atMost(
    `${measured}: ms each (${Math.round(perSecond)} a second)`,
    1000 / perSecond,
    1000 / least
  );

const bytesOf = async (app: TestApp, address: string): Promise<number> => {
  const { status, headers } = await fetch(app.url + address, {
    headers: { 'accept-encoding': 'gzip' },
  });
  if (status !== 200) throw new Error(`${status} ${address}`);
  return Number(headers.get('content-length'));
};

/** All that a page needs before its pictures. */
const weightOf = async (app: TestApp, address: string): Promise<number> => {
  const html = await (await fetch(app.url + address)).text();
  const parts = [...html.matchAll(/(?:src|href)="(\/site\/[^"]+\.(?:css|js)\?[^"]*)"/g)];
  let bytes = await bytesOf(app, address);
  for (const [, part = ''] of parts) bytes += await bytesOf(app, part);
  return bytes;
};

const exported = async (app: TestApp): Promise<number> => {
  const to = await mkdtemp(path.join(os.tmpdir(), 'site-'));
  try {
    return await timed(() => exportSite(app.strapi, { to, isRelative: true }));
  } finally {
    await rm(to, { recursive: true });
  }
};

const PAGES = { home: '/', list: '/news/headlines/', entry: '/articles/bench-0.html' };

interface Size {
  count: number;
  seconds: number;
}

const withSite = async (
  { count }: Size,
  isKept: boolean,
  work: (app: TestApp) => Promise<Row[]>
): Promise<Row[]> => {
  const app = await startApp({ environment: { SITE_KEEP: String(isKept) } });
  try {
    await app.make.ruleSet();
    await loading(app.strapi, async () => {
      await addArticles(app.strapi, makeWords(createRandom(1)), 0, count);
      await prepareIndex(app.strapi);
    });
    if (app.database.kind === 'postgres') await app.strapi.db.connection.raw('analyze');
    return await work(app);
  } finally {
    await app.stop();
  }
};

const madeAnew = async (app: TestApp, { seconds }: Size): Promise<Row[]> => {
  const rows: Row[] = [];
  for (const [name, address] of Object.entries(PAGES)) {
    await load(app, address, 1);
    const { perSecond } = await load(app, address, seconds);
    rows.push(atLeast(`${name}, made anew`, perSecond, FRESH_PAGES));
  }
  return rows;
};

const kept = async (app: TestApp, { count, seconds }: Size): Promise<Row[]> => {
  const rows: Row[] = [];
  for (const [name, address] of Object.entries(PAGES)) {
    await load(app, address, 1);
    const { perSecond, p99 } = await load(app, address, seconds);
    rows.push(atLeast(`${name}, kept`, perSecond, KEPT_PAGES));
    rows.push(atMost(`${name}, kept, p99`, p99, KEPT_P99_MS));
    const weight = await weightOf(app, address);
    rows.push(atMost(`${name}, bytes before pictures`, weight, PAGE_BYTES));
  }
  const list = await load(app, LIST, seconds);
  rows.push(atLeast('ten of a list by the public API, kept', list.perSecond, KEPT_LISTS));
  await app.make.article({ placement: 'headline', publish: true });
  const first = await timed(async () => (await fetch(`${app.url}/`)).arrayBuffer());
  rows.push(atMost('home after a publication', first, FIRST_BYTE_MS));
  const time = await exported(app);
  rows.push(atMost(`${count.toLocaleString('en')} entries as files`, time, EXPORT_MS));
  return rows;
};

/** Pages and public lists of a site of 10,000 entries, from what is kept and without it. */
export const bench: Bench = async ({ quick }) => {
  const size = { count: quick ? 300 : 10_000, seconds: quick ? 1 : 5 };
  return [
    ...(await withSite(size, false, (app) => madeAnew(app, size))),
    ...(await withSite(size, true, (app) => kept(app, size))),
  ];
};
