import type { Knex } from 'knex';
import {
  bodyOf,
  connect,
  databaseKind,
  entryStates,
  startApp,
  startInstance,
  type Client,
  type Document,
  type EntryState,
  type Instance,
  type TestApp,
} from '../support';

const ARTICLE = 'api::article.article';
const BULK_PUBLISH = `/content-manager/collection-types/${ARTICLE}/actions/bulkPublish`;
const BULK_UNPUBLISH = `/content-manager/collection-types/${ARTICLE}/actions/bulkUnpublish`;

// Hundreds of entries, and on PostgreSQL three boots.
jest.setTimeout(600_000);

const WAYS = {
  postgres: 'two instances in processes of their own',
  sqlite: 'one instance, side by side: SQLite has no second',
} as const;

const documentIdsOf = (documents: readonly Document[]): string[] =>
  documents.map(({ documentId }) => documentId);

const times = async <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> => {
  const made: T[] = [];
  for (let index = 0; index < count; index += 1) made.push(await make(index));
  return made;
};

describe('at once', () => {
  let app: TestApp;
  let database: Knex;
  let office: Client;
  let units: Document[];
  let instances: Instance[] = [];

  beforeAll(async () => {
    app = await startApp();
    database = connect(app.database);
    await app.make.ruleSet();
    units = await app.make.units(3);
    office = await app.api.as('super-admin');
    if (app.database.kind === 'postgres') {
      instances = await Promise.all([startInstance(app.database), startInstance(app.database)]);
    }
  });
  afterAll(async () => {
    await Promise.all(instances.map((instance) => instance.stop()));
    await database.destroy();
    await app.stop();
  });

  const statesOf = async (documentIds: readonly string[]): Promise<EntryState[]> =>
    (await entryStates(database)).filter(({ documentId }) => documentIds.includes(documentId));

  const expectAgreement = async (): Promise<void> => {
    const { data } = bodyOf(await office.get<{ data: unknown }>('/points/reconcile'));
    expect(data).toMatchObject({ ok: true, entries: [], postings: [], unscored: [], totals: [] });
  };

  const publishOne = (documentId: string): Promise<unknown> =>
    app.make.documents(ARTICLE).publish({ documentId });

  const publishHere = async (documentIds: readonly string[]): Promise<string[]> => {
    const results = await Promise.allSettled(documentIds.map(publishOne));
    return results.flatMap((result) => (result.status === 'rejected' ? String(result.reason) : []));
  };

  /** Publishes the one and the other list at once, each by an instance of its own where there are two. */
  const publishAtOnce = (
    documentIds: readonly string[],
    others: readonly string[]
  ): Promise<string[][]> => {
    const [one, other] = instances;
    return one && other
      ? Promise.all([one.publish(documentIds), other.publish(others)])
      : Promise.all([publishHere(documentIds), publishHere(others)]);
  };

  it(`publishes the same 200 entries twice and awards each once (${WAYS[databaseKind()]})`, async () => {
    const pairs = await times(100, async () => {
      const submission = await app.make.submission({ units: units.slice(0, 1) });
      return [
        await app.make.article({ placement: 'headline', submission }),
        await app.make.article({ placement: 'video', submission }),
      ];
    });
    const documentIds = documentIdsOf(pairs.flat());
    expect(await publishAtOnce(documentIds, documentIds)).toEqual([[], []]);
    const states = await statesOf(documentIds);
    expect(states).toHaveLength(200);
    for (const state of states) {
      expect(state).toMatchObject({ published: 1, net: 300, standing: 1 });
    }
    const [row] = await database('points_postings').where({ kind: 'reversal' }).count('* as count');
    expect(Number(row?.count)).toBe(0);
    await expectAgreement();
  });

  it('shows what one instance publishes to the visitors of the other within the five seconds that the documents say', async () => {
    const title = '另一实例发布';
    const { documentId, slug } = await app.make.article({ title, placement: 'headline' });
    const addresses = [
      ['/api/home', title],
      ['/api/columns/tree', ''],
      ['/sitemap.xml', String(slug)],
      ['/rss.xml', title],
    ] as const;
    const read = async (address: string): Promise<string> =>
      (await fetch(new URL(address, app.url))).text();
    const before = new Map<string, string>();
    for (const [address] of addresses) before.set(address, await read(address));

    const [other] = instances;
    expect(await (other ? other.publish([documentId]) : publishHere([documentId]))).toEqual([]);
    const published = Date.now();
    const waiting = new Set<string>(addresses.map(([address]) => address));
    while (waiting.size > 0 && Date.now() - published < 6_000) {
      for (const [address, word] of addresses) {
        const text = await read(address);
        if (text !== before.get(address) && text.includes(word)) waiting.delete(address);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect([...waiting]).toEqual([]);
  });

  it('counts one submission in one placement once, whoever of 20 entries comes first', async () => {
    const submission = await app.make.submission({ units });
    const articles = await times(20, () => app.make.article({ placement: 'headline', submission }));
    const documentIds = documentIdsOf(articles);
    const backwards = [...documentIds].reverse();
    expect(await publishAtOnce(documentIds, backwards)).toEqual([[], []]);
    const states = await statesOf(documentIds);
    expect(states.map(({ published }) => published)).toEqual(states.map(() => 1));
    expect(states.filter(({ standing }) => standing > 0)).toHaveLength(1);
    expect(states.reduce((sum, { net }) => sum + net, 0)).toBeCloseTo(300, 6);
    await expectAgreement();
  });

  it('publishes in bulk twice at once, entries of one submission in one and in other placements among them', async () => {
    const shared = await app.make.submission({ units });
    const placements = [
      'headline',
      'headline',
      'video',
      'picture',
      'dynamics',
      'dynamics',
    ] as const;
    const ofShared = await times(placements.length, (index) =>
      app.make.article({ placement: placements[index], submission: shared })
    );
    const own = await times(10, async () =>
      app.make.article({
        placement: 'picture',
        submission: await app.make.submission({ units: units.slice(0, 2) }),
      })
    );
    const without = await app.make.article();
    const documentIds = documentIdsOf([...ofShared, ...own, without]);

    const responses = await Promise.all([
      office.post(BULK_PUBLISH, { documentIds }),
      office.post(BULK_PUBLISH, { documentIds }),
    ]);
    expect(responses.map(({ status }) => status)).toEqual([200, 200]);

    const sum = async (of: Document[]): Promise<number> =>
      (await statesOf(documentIdsOf(of))).reduce((total, { net }) => total + net, 0);
    expect(await sum(ofShared)).toBeCloseTo(300 + 300 + 200 + 100, 6);
    expect(await sum(own)).toBeCloseTo(10 * 200, 6);
    expect(await statesOf([without.documentId])).toMatchObject([{ published: 1, standing: 0 }]);
    const states = await statesOf(documentIds);
    expect(states.map(({ published }) => published)).toEqual(documentIds.map(() => 1));
    await expectAgreement();

    const gone = await office.post(BULK_UNPUBLISH, { documentIds });
    expect(gone.status).toBe(200);
    for (const state of await statesOf(documentIds)) {
      expect(state).toMatchObject({ published: 0, standing: 0 });
      expect(state.net).toBeCloseTo(0, 6);
    }
    await expectAgreement();
  });

  it('ends with the contributors that are there at the end, changed while publishing', async () => {
    const pairs = await times(15, async () => {
      const submission = await app.make.submission({ units: units.slice(0, 1) });
      return {
        submission,
        article: await app.make.article({ placement: 'picture', submission }),
      };
    });
    const [, second, third] = units as [Document, Document, Document];
    await Promise.all([
      publishHere(pairs.map(({ article }) => article.documentId)),
      ...pairs.map(({ submission }) =>
        app.make.documents('plugin::points.submission').update({
          documentId: submission.documentId,
          data: { units: [second.documentId, third.documentId] },
        })
      ),
    ]).then(([failures]) => {
      expect(failures).toEqual([]);
    });
    const states = await statesOf(documentIdsOf(pairs.map(({ article }) => article)));
    for (const state of states)
      expect(state).toMatchObject({ published: 1, net: 200, standing: 2 });
    await expectAgreement();
  });

  it('agrees with whatever is published at the end of publishing and unpublishing at once', async () => {
    const articles = await times(15, async () =>
      app.make.article({
        placement: 'video',
        submission: await app.make.submission({ units: units.slice(0, 1) }),
        publish: true,
      })
    );
    const documentIds = documentIdsOf(articles);
    const documents = app.make.documents(ARTICLE);
    const results = await Promise.allSettled(
      documentIds.flatMap((documentId) => [
        documents.unpublish({ documentId }),
        documents.publish({ documentId }),
        documents.unpublish({ documentId }),
      ])
    );
    expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);
    for (const state of await statesOf(documentIds)) {
      expect(state.published).toBeLessThanOrEqual(1);
      expect(state).toMatchObject({ standing: state.published, net: state.published * 300 });
    }
    await expectAgreement();
  });

  it('withdraws an adoption once when two ask at once', async () => {
    const submission = await app.make.submission({ units });
    const { documentId } = await app.make.adoption({
      submission,
      channel: 'newsletter',
      adoptedOn: '2026-03-02',
    });
    const path = `/points/adoptions/${documentId}/withdraw`;
    const responses = await Promise.all([
      office.post(path, { reason: '登记错误' }),
      office.post(path, { reason: 'A mistake' }),
    ]);
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 400]);
    const [row] = await database('points_postings')
      .where({ kind: 'reversal', channel: 'newsletter' })
      .count('* as count');
    expect(Number(row?.count)).toBe(units.length);
    await expectAgreement();
  });

  it('records an adoption once when two record it at once', async () => {
    const { documentId } = await app.make.submission({ units });
    const body = {
      submission: documentId,
      channel: 'city.adopted',
      adoptedOn: '2026-03-02',
      organ: '市委办',
      reference: '第 12 期',
    };
    const responses = await Promise.all([
      office.post('/points/adoptions', body),
      office.post('/points/adoptions', body),
    ]);
    expect(responses.map(({ status }) => status).sort()).toEqual([201, 400]);
    const [row] = await database('points_postings')
      .where({ channel: 'city.adopted' })
      .count('* as count');
    expect(Number(row?.count)).toBe(units.length);
    await expectAgreement();
  });
});
