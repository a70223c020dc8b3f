import { createRandom } from '../../src/seeds/demo/random';
import { seedEntries, SECRET_MARK, startApp, type SeededType, type TestApp } from '../support';
import { createRandomQueries } from '../support/random-queries';

/** `POINTS_TEST_QUERIES=10000 POINTS_TEST_SEED=7 npm test -- random-queries` asks more, and others. */
const COUNT = Number(process.env.POINTS_TEST_QUERIES ?? 1500);
const SEED = Number(process.env.POINTS_TEST_SEED ?? 2026);

const AT_ONCE = 8;

/** Names that no answer has a value under, however it was asked for. */
const PRIVATE_NAMES = new Set([
  ...['createdBy', 'updatedBy', 'password', 'resetPasswordToken', 'email', 'officers', 'account'],
  ...['remark', 'receivedAt', 'adoptions', 'provider', 'provider_metadata', 'folder', 'folderPath'],
  ...['related', 'successor', 'activeFrom', 'activeTo'],
]);

const namesIn = (value: unknown, names = new Set<string>()): Set<string> => {
  if (typeof value !== 'object' || value === null) return names;
  for (const [name, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) names.add(name);
    namesIn(inner, names);
  }
  return names;
};

describe('random queries of the public API', () => {
  let app: TestApp;
  let seeded: SeededType[];
  let draftIds: string[];

  beforeAll(async () => {
    app = await startApp({ logLevel: process.env.POINTS_TEST_SEED ? 'error' : 'silent' });
    await app.make.ruleSet();
    seeded = await seedEntries(app);
    draftIds = seeded.flatMap(({ draft }) => (draft ? [draft.documentId] : []));
  });
  afterAll(() => app.stop());

  /** What is wrong with the answer to a request, if anything. */
  const wrongWith = async (path: string): Promise<string | null> => {
    const { status, body } = await app.api.public.get<{ data?: unknown }>(path);
    if (status >= 500) return `${status}`;
    const text = JSON.stringify(body);
    if (text.includes(SECRET_MARK)) return 'tells a secret';
    if (status >= 400) return null;
    if (draftIds.some((id) => text.includes(id))) return 'tells of a draft';
    const leaked = [...namesIn(body.data)].filter((name) => PRIVATE_NAMES.has(name));
    return leaked.length > 0 ? `has ${leaked.join(', ')}` : null;
  };

  it(
    `gives no error of the server and nothing private, ${COUNT} times (seed ${SEED})`,
    async () => {
      const queries = createRandomQueries(app.strapi, seeded, createRandom(SEED));
      const wrong: string[] = [];
      let asked = 0;
      const ask = async (): Promise<void> => {
        while (asked < COUNT && wrong.length < 40) {
          asked += 1;
          const path = queries.next();
          const found = await wrongWith(path);
          if (found !== null) wrong.push(`${found}: ${path}`);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, ask));
      expect(wrong).toEqual([]);
    },
    60_000 + COUNT * 100
  );

  it.each([
    'filters[submission][remark][$startsWith]=a',
    'filters[submission][title][$contains]=a',
    'filters[submission][officers][name][$eq]=a',
    'filters[submission][officers][account][email][$eq]=a',
    'filters[createdBy][password][$startsWith]=$2',
    'filters[createdBy][email][$contains]=a',
    'filters[updatedBy][id][$gt]=0',
    'filters[$and][0][$or][0][createdBy][id][$gt]=0',
    'filters[$not][submission][text][$null]=true',
    'filters[submission][units][successor][name][$eq]=a',
    'filters[submission][units][activeFrom][$null]=true',
    'filters[cover][related][id][$gt]=0',
    'filters[cover][folderPath][$eq]=/',
    'sort=submission.receivedAt:asc',
    'sort[createdBy][email]=asc',
    'sort[submission][remark]=desc',
    'fields=createdBy',
    'populate=createdBy',
    'populate[submission][populate][officers][populate]=account',
    'populate[submission][fields]=remark',
    'populate[submission][filters][remark][$startsWith]=a',
    'populate[submission][sort]=remark',
    'populate[submission][populate][units][populate]=successor',
    'populate[cover][populate]=related',
    'populate[cover][populate][related][on][api::article.article][populate]=*',
    'populate[cover][populate]=folder',
    'populate[cover][fields]=provider_metadata',
    'populate=localizations',
    'pagination[start]=99999999999999999999',
    'pagination[page]=99999999999999999999',
    'populate[pictures][start]=99999999999999999999',
  ])('refuses %s', async (query) => {
    const { status } = await app.api.public.get(`/api/articles?${query}`);
    expect(status).toBe(400);
  });

  it.each(['publicationFilter=modified', 'hasPublishedVersion=true', 'status=draft'])(
    'refuses to say what is being drafted: %s',
    async (query) => {
      const { status, body } = await app.api.public.get<{ error: { message: string } }>(
        `/api/articles?${query}`
      );
      expect(status).toBe(403);
      expect(body.error.message).toContain(query.split('=')[0]);
    }
  );

  it('finds nothing secret by words', async () => {
    for (const { collection } of seeded) {
      const { body } = await app.api.public.get<{ data: unknown[] }>(
        `/api/${collection}?_q=${encodeURIComponent(SECRET_MARK)}`
      );
      expect([collection, body.data]).toEqual([collection, []]);
    }
  });

  it('gives no more than a page at once', async () => {
    const { body } = await app.api.public.get<{ meta: { pagination: { pageSize: number } } }>(
      '/api/articles?pagination[pageSize]=100000'
    );
    expect(body.meta.pagination.pageSize).toBe(100);
  });
});
