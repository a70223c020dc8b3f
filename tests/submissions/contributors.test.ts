import type { DeskResponse, SubmissionResponse } from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  errorOf,
  startApp,
  type Client,
  type Document,
  type Person,
  type Reference,
  type TestApp,
} from '../support';

const SUBMISSIONS = '/content-manager/collection-types/plugin::points.submission';
const ARTICLES = '/content-manager/collection-types/api::article.article';

/** By the role's permission, or by the rule of joint pieces. */
const REFUSED = [400, 403];

interface Made {
  data: Document;
}

describe('the units of a joint draft', () => {
  let app: TestApp;
  let unitA: Document;
  let unitB: Document;
  let unitC: Document;
  let a: Person;
  let b: Person;
  let office: Client;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    [unitA, unitB, unitC] = await app.make.units(3);
    a = await app.make.person('officer', unitA);
    b = await app.make.person('officer', unitB);
    office = await app.api.as('office');
  });
  afterAll(() => app.stop());

  const draft = async (): Promise<Document> =>
    bodyOf(
      await a.client.post<Made>(SUBMISSIONS, {
        title: '两馆联合办展',
        category: 'culture-news',
        units: { connect: [unitA, unitB].map(({ id, documentId }) => ({ id, documentId })) },
        officers: { connect: [a, b].map(({ record }) => ({ documentId: record.documentId })) },
      })
    ).data;

  const contributorsOf = async ({ documentId }: Reference): Promise<string[]> =>
    bodyOf(await office.get<SubmissionResponse>(`/points/submissions/${documentId}`))
      .data.contributors.map(({ unit, officers }) => [unit, ...officers])
      .flat()
      .map(({ name }) => name);

  const everybody = (): unknown[] =>
    [unitA.name, a.name, unitB.name, b.name].filter((name) => name !== undefined);

  const save = (client: Client, { documentId }: Reference, data: object) =>
    client.put(`${SUBMISSIONS}/${documentId}`, data);

  it.each([
    ['set by documentId', () => ({ units: { set: [{ documentId: unitB.documentId }] } })],
    ['set by number', () => ({ units: { set: [{ id: unitB.id }] } })],
    ['a plain list', () => ({ units: [unitB.documentId] })],
    ['disconnect', () => ({ units: { disconnect: [{ documentId: unitA.documentId }] } })],
    ['disconnect by number', () => ({ units: { disconnect: [{ id: unitA.id }] } })],
    ['the other’s officer', () => ({ officers: { set: [{ id: b.record.id }] } })],
    [
      'the other’s officer by disconnect',
      () => ({ officers: { disconnect: [{ documentId: a.record.documentId }] } }),
    ],
  ])('are not taken out by another: %s', async (_shape, data) => {
    const piece = await draft();
    const refused = await save(b.client, piece, data());
    expect(refused.status).toBe(400);
    expect(await contributorsOf(piece)).toEqual(everybody());
  });

  it('take out only themselves, with a line in the history and on the other’s desk', async () => {
    const piece = await draft();
    bodyOf(
      await save(b.client, piece, {
        units: { disconnect: [{ documentId: unitB.documentId }] },
        officers: { disconnect: [{ documentId: b.record.documentId }] },
      })
    );
    expect(await contributorsOf(piece)).toEqual([unitA.name, a.name]);
    const { history } = bodyOf(
      await a.client.get<SubmissionResponse>(`/points/submissions/${piece.documentId}`)
    ).data;
    expect(history.map(({ action }) => action)).toEqual([
      'create',
      'add-unit',
      'add-officer',
      'remove-unit',
      'remove-officer',
    ]);
    expect((await b.client.get(`${SUBMISSIONS}/${piece.documentId}`)).status).toBe(404);
  });

  it('are told on their desk who named them, and who took them out', async () => {
    const piece = await draft();
    const desk = async () =>
      bodyOf(await b.client.get<DeskResponse>('/points/desk')).data.contributorChanges.filter(
        ({ submission }) => submission.title === '两馆联合办展'
      );
    const [named] = (await desk()).filter(({ action }) => action === 'add-unit');
    expect(named).toMatchObject({
      submission: { documentId: piece.documentId },
      unit: unitA.name,
      names: [unitB.name],
    });
    bodyOf(
      await save(office, piece, {
        units: { set: [{ documentId: unitA.documentId }] },
        officers: { set: [{ documentId: a.record.documentId }] },
      })
    );
    const [, taken] = await desk();
    expect(taken).toMatchObject({
      action: 'remove-unit',
      submission: { documentId: null, title: '两馆联合办展' },
      names: [unitB.name],
    });
  });

  it('keep the one that drafted it, and cannot delete it from under that', async () => {
    const piece = await draft();
    const leaving = await save(a.client, piece, {
      units: { disconnect: [{ documentId: unitA.documentId }] },
      officers: { disconnect: [{ documentId: a.record.documentId }] },
    });
    expect(leaving.status).toBe(400);
    expect(REFUSED).toContain((await b.client.delete(`${SUBMISSIONS}/${piece.documentId}`)).status);
    const documentIds = [piece.documentId];
    const bulk = await b.client.post(`${SUBMISSIONS}/actions/bulkDelete`, { documentIds });
    expect(REFUSED).toContain(bulk.status);
    expect(await contributorsOf(piece)).toEqual(everybody());
  });

  it('are each added with a line', async () => {
    const piece = await draft();
    bodyOf(await save(b.client, piece, { units: { connect: [{ documentId: unitC.documentId }] } }));
    const { history } = bodyOf(
      await office.get<SubmissionResponse>(`/points/submissions/${piece.documentId}`)
    ).data;
    expect(history.at(-1)).toMatchObject({
      action: 'add-unit',
      person: b.name,
      others: [{ documentId: unitC.documentId, title: unitC.name }],
    });
  });

  it('keep their attachments', async () => {
    const upload = async (account: number): Promise<number> => {
      const { id } = (await app.strapi.db.query('plugin::upload.file').create({
        data: {
          ...{ name: `附件${account}.pdf`, hash: `file${account}`, ext: '.pdf' },
          ...{ mime: 'application/pdf', size: 1, url: '/uploads/file.pdf' },
          ...{ provider: 'local', folderPath: '/', createdBy: account },
        },
      })) as { id: number };
      return id;
    };
    const piece = await draft();
    const files = [await upload(a.account.id), await upload(b.account.id)];
    bodyOf(await save(a.client, piece, { attachments: [files[0]] }));
    bodyOf(await save(b.client, piece, { attachments: files }));
    expect((await save(b.client, piece, { attachments: [] })).status).toBe(400);
    expect(bodyOf(await save(b.client, piece, { attachments: [files[0]] }))).toBeTruthy();
  });

  it('keep an entry with its submission', async () => {
    const entry = bodyOf(await a.client.post<Made>(ARTICLES, { title: '合写的稿件' })).data;
    const found = await app.make
      .documents('api::article.article')
      .findOne({ documentId: entry.documentId, populate: ['submission'] });
    const piece = found?.submission as Document;
    bodyOf(await save(a.client, piece, { units: { connect: [{ documentId: unitB.documentId }] } }));
    const other = bodyOf(
      await b.client.post<Made>(SUBMISSIONS, { title: '另一条', category: 'culture-news' })
    ).data;
    const path = `${ARTICLES}/${entry.documentId}`;
    for (const submission of [
      { set: [] },
      { disconnect: [{ id: piece.id }] },
      { set: [{ documentId: other.documentId }] },
      other.documentId,
      null,
    ]) {
      const refused = await b.client.put(path, { submission });
      expect(refused.status).toBe(400);
    }
    expect(REFUSED).toContain((await b.client.delete(path)).status);
    const published = await b.client.put(path, { title: '合写的稿件（改）' });
    expect(published.status).toBe(200);
  });

  it('are in use on the day that the piece is received', async () => {
    const closed = await app.make.documents('plugin::points.unit').create({
      data: { name: '已撤并单位', code: 'CLOSED', kind: 'institution', activeTo: '2026-01-31' },
    });
    const receivedAt = '2026-02-01T02:00:00.000Z';
    await expect(app.make.submission({ units: [closed], receivedAt })).rejects.toThrow(
      '已撤并单位'
    );
    const refused = errorOf(
      await a.client.post(SUBMISSIONS, {
        title: '与已撤并单位合作',
        category: 'culture-news',
        units: { connect: [unitA, closed].map(({ documentId }) => ({ documentId })) },
      })
    );
    expect(refused.message).toContain('已撤并单位');
    await app.make.submission({ units: [closed], receivedAt: '2026-01-31T02:00:00.000Z' });
  });
});
