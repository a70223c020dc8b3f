import autocannon from 'autocannon';
import { createRandom, type Random } from '../../src/seeds/demo/random';
import { prepareIndex, rebuildIndex, type SearchPage } from '../../src/site/search';
import { bodyOf, startApp, type TestApp } from '../support';
import { addArticles, makeWords } from './articles';
import { loading } from './bulk';
import { compare, interleave, timed, type Bench, type Row } from './measure';

const CONNECTIONS = 50;

const BY_PLACEMENT = '/api/articles?filters[placement]=headline';
/** The same question of the same rows, by a field that is the type's own. */
const BY_SOURCE = '/api/articles?filters[source]=headline';

const LISTS = ['headline', 'picture', 'video', 'dynamics'].map(
  (placement) =>
    `/api/articles?filters[placement]=${placement}&sort=publicationDate:desc&pagination[limit]=8` +
    '&populate[cover]=true&populate[column]=true&populate[submission][populate]=units'
);
const EVENTS = '/api/events?sort=startsAt&pagination[limit]=6&populate[poster]=true';

/** What a home page asks for without the home call. */
const FIVE = [...LISTS, EVENTS];

const SEARCH_TARGET_MS = 150;
const REBUILD_TARGET_MS = 60_000;
const FEWER = 10;

/** Milliseconds that a request takes of the server's time while many ask at once. */
const perRequest = async (
  app: TestApp,
  paths: readonly string[],
  seconds: number
): Promise<number> => {
  const result = await autocannon({
    url: app.url,
    connections: CONNECTIONS,
    duration: seconds,
    workers: 1,
    requests: paths.map((path) => ({ method: 'GET' as const, path: encodeURI(path) })),
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} refusals and ${result.errors} errors of ${paths.join(' ')}`);
  }
  return (result.duration * 1000) / result.requests.total;
};

const throughput = async (app: TestApp, quick: boolean): Promise<Row[]> => {
  const seconds = quick ? 1 : 4;
  const rounds = { warmUp: 1, rounds: quick ? 1 : 3 };
  const filters = await interleave(rounds, {
    placement: () => perRequest(app, [BY_PLACEMENT], seconds),
    source: () => perRequest(app, [BY_SOURCE], seconds),
  });
  const home = await interleave(rounds, {
    one: () => perRequest(app, ['/api/home'], seconds),
    five: async () => FIVE.length * (await perRequest(app, FIVE, seconds)),
  });
  return [
    compare(
      ['filters[placement], of 50 at once', filters.placement],
      ['the same by a field of the type’s own', filters.source],
      1 / 0.95
    ),
    compare(['home, of 50 at once', home.one], ['the five calls it replaces', home.five], 1 / 3),
  ];
};

/** Words that stand everywhere and hardly anywhere, several at once, runs, and what is nowhere. */
const questionsOf = (words: readonly string[], random: Random, count: number): string[] => {
  const common = words.slice(0, 20);
  const usual = words.slice(20, 800);
  const rare = words.slice(3_000);
  const kinds = [
    () => random.pick(common),
    () => random.pick(usual),
    () => random.pick(rare),
    () => `${random.pick(common)} ${random.pick(common)}`,
    () => `${random.pick(common)} ${random.pick(usual)}`,
    () => `${random.pick(common)}${random.pick(common)}`,
    () => random.pick(common).slice(0, 1),
    () => '无此内容',
  ];
  return Array.from({ length: count }, (_, index) => kinds[index % kinds.length]?.() ?? '');
};

const percentile95 = (times: readonly number[]): number => {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length * 0.95)] ?? Infinity;
};

const searchTimes = async (app: TestApp, questions: readonly string[]): Promise<number> => {
  const times: number[] = [];
  let found = 0;
  for (const question of questions) {
    const path = `/api/search?q=${encodeURIComponent(question)}`;
    const time = await timed(async () => {
      found += bodyOf(await app.api.public.get<SearchPage>(path)).data.length;
    });
    times.push(time);
  }
  if (found === 0) throw new Error('The search finds nothing.');
  return percentile95(times);
};

const named = (count: number): string => `${count.toLocaleString('en')} entries`;

/** What visitors ask for: the home page, a list by placement, and the search among many entries. */
export const bench: Bench = async ({ quick }) => {
  const most = quick ? 1_000 : 50_000;
  const few = most / FEWER;
  const app = await startApp({ environment: { SITE_KEEP: 'false' } });
  try {
    const words = makeWords(createRandom(1));
    const questions = questionsOf(words, createRandom(2), quick ? 40 : 240);
    const fill = (from: number, to: number): Promise<void> =>
      loading(app.strapi, async () => {
        await addArticles(app.strapi, words, from, to);
        await prepareIndex(app.strapi);
      });
    await fill(0, few);
    if (app.database.kind === 'postgres') await app.strapi.db.connection.raw('analyze');
    const rows = app.database.kind === 'postgres' ? await throughput(app, quick) : [];
    await searchTimes(app, questions.slice(0, 20));
    const little = await searchTimes(app, questions);
    await fill(few, most);
    if (app.database.kind === 'postgres') await app.strapi.db.connection.raw('analyze');
    await searchTimes(app, questions.slice(0, 20));
    const much = await searchTimes(app, questions);
    const rebuilt = await timed(() => rebuildIndex(app.strapi));
    return [
      ...rows,
      {
        measured: `index made anew, ${named(most)}`,
        time: rebuilt,
        against: 'a minute',
        againstTime: REBUILD_TARGET_MS,
        ratio: rebuilt / REBUILD_TARGET_MS,
        target: 1,
      },
      {
        measured: `search, p95, ${named(most)}`,
        time: much,
        against: 'what it may take',
        againstTime: SEARCH_TARGET_MS,
        ratio: much / SEARCH_TARGET_MS,
        target: 1,
      },
      {
        measured: `search, p95, ${named(most)}`,
        time: much,
        against: named(few),
        againstTime: little,
        ratio: much / little,
        target: FEWER,
      },
    ];
  } finally {
    await app.stop();
  }
};
