import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { strapi as createStrapiClient } from '@strapi/client';
import Ajv from 'ajv/dist/2020';
import type * as OpenApi from '../../src/site/openapi';
import {
  bodyOf,
  outside,
  ROOT,
  seedEntries,
  startApp,
  type SeededType,
  type TestApp,
} from '../support';
import { requestsOf, type OpenApiDocument } from '../support/openapi-requests';

const DOCUMENT = 'openapi.json';

/** A name as a JSON Pointer in an address writes it (RFC 6901). */
const pointerPart = (name: string): string =>
  encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));

describe('the OpenAPI document', () => {
  let app: TestApp;
  let seeded: SeededType[];
  let document: OpenApiDocument;
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    seeded = await seedEntries(app);
    document = JSON.parse(
      await readFile(path.join(ROOT, 'docs/openapi.json'), 'utf8')
    ) as OpenApiDocument;
    // One for all answers, so that what they share is compiled once.
    ajv.addSchema(document, DOCUMENT);
  });
  afterAll(() => app.stop());

  /** What in an answer is not as the document says. */
  const differencesOf = (address: string, status: number, body: unknown): unknown => {
    const answer = document.paths[address]?.get.responses[status];
    const schema = answer?.content?.['application/json']?.schema;
    if (!schema) return `${address} has no ${status}`;
    const place = ['paths', address, 'get', 'responses', String(status)].map(pointerPart).join('/');
    const validate = ajv.getSchema(`${DOCUMENT}#/${place}/content/application~1json/schema`);
    if (!validate) return `${address} ${status} has a schema that cannot be read`;
    return validate(body) ? null : (validate.errors ?? []).slice(0, 5);
  };
  const check = async (address: string, request: string, expected = 200): Promise<void> => {
    const { status, body } = await app.api.public.get(`/api${request}`);
    const differences = differencesOf(address, status, body);
    expect([request, status, differences]).toEqual([request, expected, null]);
  };

  it('is the one of the running application (npm run openapi makes it anew)', () => {
    // Field descriptions are kept beside the one copy of zod that the application loads.
    const { openApiOf } = outside().require(
      path.join(ROOT, 'dist/src/site/openapi')
    ) as typeof OpenApi;
    expect(JSON.parse(JSON.stringify(openApiOf(app.strapi)))).toEqual(document);
  });

  it('names every collection and our own calls, and nothing else', () => {
    const collections = seeded.flatMap(({ collection }) => [
      `/${collection}`,
      `/${collection}/{id}`,
    ]);
    const own = ['/home', '/columns/tree', '/search', '/sitemap.xml', '/rss.xml'];
    expect(Object.keys(document.paths).sort()).toEqual([...collections, ...own].sort());
    for (const methods of Object.values(document.paths)) {
      expect(Object.keys(methods).filter((name) => name !== 'servers')).toEqual(['get']);
    }
  });

  it('tells nothing that visitors may not know', () => {
    const text = JSON.stringify(document);
    for (const name of ['remark', 'receivedAt', 'officers', 'createdBy', 'provider', 'password']) {
      expect(text).not.toContain(`"${name}"`);
    }
  });

  it('has the shape of every type, filled and empty, as it is answered', async () => {
    for (const { collection, published } of seeded) {
      const list = `/${collection}`;
      await check(list, `${list}?populate=*`);
      await check(list, `${list}?fields=documentId&pagination[limit]=1`);
      await check(list, `${list}?filters[nonsense]=1`, 400);
      await check(`${list}/{id}`, `${list}/${published.documentId}?populate=*`);
      await check(`${list}/{id}`, `${list}/nothing`, 404);
    }
    await check('/articles', '/articles?populate[submission][populate]=units');
  });

  it('has the shape of an entry with nothing but what it must have', async () => {
    const articles = app.make.documents('api::article.article');
    const { documentId } = await articles.create({ data: { title: '只有标题' } });
    await articles.publish({ documentId });
    await check('/articles/{id}', `/articles/${documentId}?populate=*`);
  });

  it('has the shape of our own calls as they are answered', async () => {
    await app.make.article({ title: '接口', placement: 'headline', publish: true });
    await check('/home', '/home');
    await check('/columns/tree', '/columns/tree');
    await check('/search', `/search?q=${encodeURIComponent('接口')}`);
    await check('/search', '/search', 400);
  });

  it('is all that a front end needs: every parameter, in every shape and value that it names', async () => {
    const idOf = (collection: string): string =>
      seeded.find((each) => each.collection === collection)?.published.documentId ?? '';
    const requests = requestsOf(document, idOf);
    const wrong: unknown[] = [];
    const ask = async (): Promise<void> => {
      for (let next = requests.pop(); next; next = requests.pop()) {
        const { address, request } = next;
        const { status, body } = await app.api.public.get(`/api${request}`);
        const differences = status === 200 ? differencesOf(address, status, body) : body;
        if (status !== 200 || differences !== null) wrong.push([request, status, differences]);
      }
    };
    expect(requests.length).toBeGreaterThan(800);
    await Promise.all([ask(), ask(), ask(), ask()]);
    expect(wrong.slice(0, 20)).toEqual([]);
  }, 120_000);

  it('says of every call that who has the answer already is not sent it again', async () => {
    for (const [address, { get }] of Object.entries(document.paths)) {
      expect([address, Object.keys(get.responses)]).toEqual([
        address,
        expect.arrayContaining(['200', '304']),
      ]);
    }
    const { headers } = await app.api.public.get('/api/articles');
    const etag = headers.get('etag') ?? '';
    // Left out, fetch would forbid an answer from a cache.
    const again = await app.api.public.get('/api/articles', {
      headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
  });

  it('would notice a field that is not described', async () => {
    const body = bodyOf(await app.api.public.get<{ data: object[] }>('/api/articles'));
    const changed = { ...body, data: [{ ...body.data[0], secret: 1 }] };
    expect(differencesOf('/articles', 200, changed)).not.toBeNull();
  });

  it('describes what the official client reads, of every type', async () => {
    const client = createStrapiClient({ baseURL: `${app.url}/api` });
    for (const { collection, published } of seeded) {
      const entries = client.collection(collection);
      const { documentId } = published;
      const { data } = await entries.find({ populate: '*', filters: { documentId } });
      expect([collection, data.map((each) => each.documentId)]).toEqual([collection, [documentId]]);
      const one = await entries.findOne(documentId);
      expect(one.data.documentId).toBe(documentId);
    }
  });
});
