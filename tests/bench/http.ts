import {
  connect,
  createClient,
  createDatabase,
  bodyOf,
  environmentOf,
  makeBareStrapi,
  serve,
  startApp,
  type Client,
  type Document,
  type Server,
  type TestApp,
  type TestDatabase,
} from '../support';
import { makeDrafts, acceptAll } from './drafts';
import { compare, interleave, timed, type Bench } from './measure';

const ARTICLES = '/content-manager/collection-types/api::article.article';
const COLUMN = 'api::column.column';
const UNITS = 4;

interface Drafts {
  plain: string[];
  award: string[];
  saved: string[];
}

interface Prepared {
  database: TestDatabase;
  drafts: Drafts;
  environment: Record<string, string>;
  account: { email: string; password: string };
}

const columnOfDynamics = async ({ strapi }: TestApp): Promise<string> => {
  const column = (await strapi.db
    .query(COLUMN)
    .findOne({ where: { code: 'work-dynamics' } })) as Document | null;
  if (!column) throw new Error('The site has no column of work dynamics.');
  return column.documentId;
};

const makeAll = async (app: TestApp, count: number): Promise<Drafts> => {
  await app.make.ruleSet();
  const units: Document[] = await app.make.units(UNITS);
  const column = { column: await columnOfDynamics(app) };
  const award = await makeDrafts(app, units, { count, unitCount: 1 });
  await acceptAll(app);
  return {
    award,
    plain: await makeDrafts(app, [], { count, data: column }),
    saved: await makeDrafts(app, [], { count, data: column }),
  };
};

/** A database with the drafts that one contestant publishes and saves. */
const prepare = async (count: number): Promise<Prepared> => {
  const database = await createDatabase();
  const environment = environmentOf(database);
  const app = await startApp({ database, environment });
  try {
    const account = await app.api.accountOf('super-admin');
    return { database, environment, account, drafts: await makeAll(app, count) };
  } finally {
    await app.close();
  }
};

const login = async (url: string, account: Prepared['account']): Promise<Client> => {
  const answer = await createClient(url).post<{ data: { token: string } }>('/admin/login', account);
  return createClient(url, bodyOf(answer).data.token);
};

const stop = async ({ child, exited }: Server): Promise<void> => {
  child.kill('SIGTERM');
  await exited;
};

const awardsOf = async (database: TestDatabase): Promise<number> => {
  const raw = connect(database);
  try {
    const row: { count?: number | string } | undefined = await raw('points_postings')
      .count({ count: '*' })
      .first();
    return Number(row?.count);
  } finally {
    await raw.destroy();
  }
};

/** Publishing and saving over HTTP, against the same types in a bare Strapi. */
export const bench: Bench = async ({ quick }) => {
  const rounds = quick ? { warmUp: 2, rounds: 10 } : { warmUp: 30, rounds: 300 };
  const count = rounds.warmUp + rounds.rounds;
  const bareStrapi = await makeBareStrapi();
  const ours = await prepare(count);
  const bare = await prepare(count);
  const servers: Server[] = [];
  const clientOf = async (prepared: Prepared, directory?: string): Promise<Client> => {
    const environment = { ...prepared.environment, NODE_ENV: 'production' };
    const server = await serve(environment, directory);
    servers.push(server);
    return login(server.url, prepared.account);
  };
  try {
    const client = await clientOf(ours);
    const bareClient = await clientOf(bare, bareStrapi.directory);
    const publish = (asker: Client, documentIds: string[]) => (round: number) =>
      timed(async () =>
        bodyOf(await asker.post(`${ARTICLES}/${documentIds[round] ?? ''}/actions/publish`, {}))
      );
    const save = (asker: Client, documentIds: string[]) => (round: number) =>
      timed(async () =>
        bodyOf(await asker.put(`${ARTICLES}/${documentIds[round] ?? ''}`, { source: '市文化馆' }))
      );
    const times = await interleave(rounds, {
      barePublish: publish(bareClient, bare.drafts.plain),
      publish: publish(client, ours.drafts.plain),
      award: publish(client, ours.drafts.award),
      bareSave: save(bareClient, bare.drafts.saved),
      save: save(client, ours.drafts.saved),
    });
    const awards = [await awardsOf(ours.database), await awardsOf(bare.database)];
    if (awards[0] !== count || awards[1] !== 0) throw new Error(`Awarded: ${awards.join(', ')}.`);
    const bareLine: [string, number[]] = ['the same in a bare Strapi', times.barePublish];
    return [
      compare(['publishing over HTTP, no award', times.publish], bareLine, 1.15),
      compare(['publishing over HTTP, with an award', times.award], bareLine, 1.2),
      compare(
        ['saving over HTTP', times.save],
        ['the same in a bare Strapi', times.bareSave],
        1.15
      ),
    ];
  } finally {
    for (const server of servers) await stop(server);
    for (const { database } of [ours, bare]) await database.drop();
    await bareStrapi.remove();
  }
};
