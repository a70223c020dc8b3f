import { errorOf, type ApiResponse, type Client } from '../support';
import { makeWorld, SECRET, SUBMISSION, type World } from './world';

const ARTICLE = 'api::article.article';
const CM = '/content-manager';
const entries = `${CM}/collection-types/${ARTICLE}`;
const pieces = `${CM}/collection-types/${SUBMISSION}`;
const HALF = SECRET.slice(0, 6);

type Way = (world: World, client: Client) => Promise<ApiResponse<unknown>>;

/** Each a way by which an officer of unit A might come to read what is unit B's alone. */
const WAYS: Record<string, Way> = {
  'the list of submissions': (_, me) => me.get(pieces),
  'the list of entries': (_, me) => me.get(entries),
  'a long page of entries': (_, me) => me.get(`${entries}?pageSize=100&page=1`),
  'the draft itself': ({ articles }, me) => me.get(`${entries}/${articles.foreign.documentId}`),
  'the draft as published': ({ articles }, me) =>
    me.get(`${entries}/${articles.foreign.documentId}?status=published`),
  'the submission itself': ({ submissions }, me) =>
    me.get(`${pieces}/${submissions.foreign.documentId}`),
  'the submission in another locale': ({ submissions }, me) =>
    me.get(`${pieces}/${submissions.foreign.documentId}?locale=en`),
  'a search of entries': (_, me) => me.get(`${entries}?_q=${SECRET}`),
  'a search of submissions': (_, me) => me.get(`${pieces}?_q=${SECRET}`),
  'a filter on the title': (_, me) => me.get(`${entries}?filters[title][$startsWith]=${HALF}`),
  'a filter on the remark': (_, me) => me.get(`${pieces}?filters[remark][$contains]=${HALF}`),
  'a filter on the text': (_, me) => me.get(`${pieces}?filters[text][$startsWith]=${HALF}`),
  'a filter through the submission': (_, me) =>
    me.get(`${entries}?filters[submission][text][$startsWith]=${HALF}`),
  'a filter through the cover': (_, me) =>
    me.get(`${entries}?filters[cover][name][$startsWith]=${HALF}`),
  'a filter with or': (_, me) =>
    me.get(`${entries}?filters[$or][0][title][$contains]=${HALF}&filters[$or][1][id][$gt]=0`),
  'a filter with not': (_, me) => me.get(`${entries}?filters[$not][title][$eq]=x`),
  'a filter by documentId': ({ articles }, me) =>
    me.get(`${entries}?filters[documentId]=${articles.foreign.documentId}`),
  'a filter by id': ({ submissions }, me) =>
    me.get(`${pieces}?filters[id][$in][0]=${submissions.foreign.id}`),
  'a filter by unit': ({ units }, me) =>
    me.get(`${pieces}?filters[units][documentId]=${units.b.documentId}&sort=title:ASC`),
  'an order by the submission': (_, me) => me.get(`${entries}?sort=submission.title:ASC`),
  'an order by title': (_, me) => me.get(`${pieces}?sort=title:DESC`),
  'a populated submission': (_, me) => me.get(`${entries}?populate[submission][populate]=*`),
  'the picker of submissions': (_, me) => me.get(`${CM}/relations/${ARTICLE}/submission`),
  'a search in the picker': (_, me) => me.get(`${CM}/relations/${ARTICLE}/submission?_q=${SECRET}`),
  'a prefix in the picker': (_, me) =>
    me.get(`${CM}/relations/${ARTICLE}/submission?_q=${HALF}&_filter=$startsWith`),
  'the picker of the draft': ({ articles }, me) =>
    me.get(`${CM}/relations/${ARTICLE}/submission?id=${articles.foreign.documentId}`),
  'the relation of the draft': ({ articles }, me) =>
    me.get(`${CM}/relations/${ARTICLE}/${articles.foreign.documentId}/submission`),
  'the units of the submission': ({ submissions }, me) =>
    me.get(`${CM}/relations/${SUBMISSION}/${submissions.foreign.documentId}/units`),
  'writing to the draft': ({ articles }, me) =>
    me.put(`${entries}/${articles.foreign.documentId}`, { summary: 'x' }),
  'writing to the submission': ({ submissions }, me) =>
    me.put(`${pieces}/${submissions.foreign.documentId}`, { title: 'x' }),
  'an entry tied by documentId': ({ submissions }, me) =>
    me.post(entries, { title: 'x', submission: submissions.foreign.documentId }),
  'an entry tied by id': ({ submissions }, me) =>
    me.post(entries, { title: 'x', submission: { connect: [{ id: submissions.foreign.id }] } }),
  'an entry tied by set': ({ submissions }, me) =>
    me.post(entries, { title: 'x', submission: { set: [submissions.foreign.id] } }),
  'the own entry tied anew': ({ articles, submissions }, me) =>
    me.put(`${entries}/${articles.own.documentId}`, {
      submission: { connect: [{ documentId: submissions.foreign.documentId }] },
    }),
  'the own entry with the picture': ({ articles, files }, me) =>
    me.put(`${entries}/${articles.own.documentId}`, { cover: files.foreign }),
  'the own entry with the picture as an object': ({ articles, files }, me) =>
    me.put(`${entries}/${articles.own.documentId}`, { cover: { id: files.foreign } }),
  'the own submission with the attachment': ({ submissions, files }, me) =>
    me.put(`${pieces}/${submissions.own.documentId}`, { attachments: [files.foreign] }),
  'a clone': ({ articles }, me) =>
    me.post(`${entries}/clone/${articles.foreign.documentId}`, { title: 'x' }),
  'an automatic clone': ({ articles }, me) =>
    me.post(`${entries}/auto-clone/${articles.foreign.documentId}`, {}),
  publishing: ({ articles }, me) =>
    me.post(`${entries}/${articles.foreign.documentId}/actions/publish`, {}),
  unpublishing: ({ articles }, me) =>
    me.post(`${entries}/${articles.foreign.documentId}/actions/unpublish`, {}),
  discarding: ({ articles }, me) =>
    me.post(`${entries}/${articles.foreign.documentId}/actions/discard`, {}),
  deleting: ({ articles }, me) => me.delete(`${entries}/${articles.foreign.documentId}`),
  'reading many for validation': ({ articles }, me) =>
    me.post(`${entries}/actions/bulkFindForValidation`, {
      documentIds: [articles.foreign.documentId],
    }),
  'publishing many': ({ articles }, me) =>
    me.post(`${entries}/actions/bulkPublish`, { documentIds: [articles.foreign.documentId] }),
  'deleting many': ({ articles }, me) =>
    me.post(`${entries}/actions/bulkDelete`, { documentIds: [articles.foreign.documentId] }),
  'counting draft relations': ({ articles }, me) =>
    me.get(`${entries}/${articles.foreign.documentId}/actions/countDraftRelations`),
  'counting draft relations of many': ({ articles }, me) =>
    me.get(
      `${entries}/actions/countManyEntriesDraftRelations?documentIds[]=${articles.foreign.documentId}`
    ),
  'the history of the draft': ({ articles }, me) =>
    me.get(
      `${CM}/history-versions?contentType=${ARTICLE}&documentId=${articles.foreign.documentId}`
    ),
  'the last updated on the home page': (_, me) =>
    me.get(`${CM}/homepage/recent-documents?action=update`),
  'the counts on the home page': (_, me) => me.get(`${CM}/homepage/count-documents`),
  'the figures on the home page': (_, me) => me.get('/admin/homepage/key-statistics'),
  'the list of files': (_, me) => me.get('/upload/files'),
  'a search of files': (_, me) => me.get(`/upload/files?_q=${SECRET}`),
  'a filter on captions': (_, me) => me.get(`/upload/files?filters[caption][$startsWith]=${HALF}`),
  'what a file hangs on': (_, me) => me.get('/upload/files?populate=related'),
  'the file itself': ({ files }, me) => me.get(`/upload/files/${files.foreign}`),
  'deleting the file': ({ files }, me) => me.delete(`/upload/files/${files.foreign}`),
  'moving the file': ({ files }, me) =>
    me.post('/upload/actions/bulk-move', {
      fileIds: [files.foreign],
      folderIds: [],
      destinationFolderId: null,
    }),
  'deleting files': ({ files }, me) =>
    me.post('/upload/actions/bulk-delete', { fileIds: [files.foreign], folderIds: [] }),
  'the tree of folders': (_, me) => me.get('/upload/folder-structure'),
  'the list of folders': (_, me) => me.get('/upload/folders'),
  'the panel of the draft': ({ articles }, me) =>
    me.get(`/points/entries/${ARTICLE}/${articles.foreign.documentId}`),
  'the own panel with the submission': ({ articles, submissions }, me) =>
    me.get(
      `/points/entries/${ARTICLE}/${articles.own.documentId}?submission=${submissions.foreign.documentId}`
    ),
  'the points of the draft': ({ articles }, me) =>
    me.get(`/points/entries/${ARTICLE}?documentIds=${articles.foreign.documentId}`),
  'the view of the submission': ({ submissions }, me) =>
    me.get(`/points/submissions/${submissions.foreign.documentId}`),
  'sending the submission in': ({ submissions }, me) =>
    me.post(`/points/submissions/${submissions.foreign.documentId}/actions/submit`, {}),
  'the ledger': (_, me) => me.get('/points/ledger?pageSize=100'),
  'the ledger of the unit': ({ units }, me) => me.get(`/points/ledger?unit=${units.b.documentId}`),
  'the ledger of the submission': ({ submissions }, me) =>
    me.get(`/points/ledger?submission=${submissions.foreign.documentId}`),
  'releases with the draft': ({ articles }, me) =>
    me.get(
      `/content-releases?contentType=${ARTICLE}&entryDocumentId=${articles.foreign.documentId}`
    ),
  'a preview of the draft': ({ articles }, me) =>
    me.get(`${CM}/preview/url/${ARTICLE}?documentId=${articles.foreign.documentId}`),
  'the public API': ({ articles }, me) =>
    me.get(`/api/articles/${articles.foreign.documentId}?status=draft`),
};

describe('an officer of unit A and what is unit B’s', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(() => world.app.stop());

  const textOf = ({ status, body }: ApiResponse<unknown>): string =>
    `${status} ${JSON.stringify(body)}`;

  it('knows more than fifty ways', () => {
    expect(Object.keys(WAYS).length).toBeGreaterThan(50);
  });

  it.each(Object.keys(WAYS))('does not read it by %s', async (name) => {
    const way = WAYS[name];
    if (!way) throw new Error(name);
    const answer = await way(world, world.officerA.client);
    expect(textOf(answer)).not.toContain(SECRET);
    expect(answer.status).toBeLessThan(500);
  });

  it('would be seen by the officer of unit B, so that the suite proves something', async () => {
    const { client } = world.officerB;
    expect(textOf(await client.get(pieces))).toContain(SECRET);
    expect(textOf(await client.get(entries))).toContain(SECRET);
    expect(textOf(await client.get('/upload/files'))).toContain(SECRET);
    const path = `${CM}/relations/${ARTICLE}/submission`;
    expect(textOf(await client.get(path))).toContain(SECRET);
  });

  it('answers like a number that was never given out', async () => {
    const { client } = world.officerA;
    const { articles, submissions, files } = world;
    const none = 'nosuchdocument0000000000';
    const paths: Array<[string, string]> = [
      [`${entries}/${articles.foreign.documentId}`, `${entries}/${none}`],
      [`${pieces}/${submissions.foreign.documentId}`, `${pieces}/${none}`],
      [`/points/submissions/${submissions.foreign.documentId}`, `/points/submissions/${none}`],
      [`/upload/files/${files.foreign}`, '/upload/files/999999'],
    ];
    for (const [foreign, unknown] of paths) {
      const one = errorOf(await client.get(foreign));
      const other = errorOf(await client.get(unknown));
      expect(one.status).toBe(404);
      const named = [articles.foreign.documentId, submissions.foreign.documentId];
      const message = named.reduce((text, id) => text.replace(id, none), one.message);
      expect({ ...other, message }).toEqual(other);
      expect(one.name).toBe(other.name);
    }
  });

  it('counts and pages as if it were not there', async () => {
    const { client } = world.officerA;
    for (const path of [entries, pieces, `${CM}/relations/${ARTICLE}/submission`]) {
      const all = await client.get<{ results: unknown[]; pagination: { total: number } }>(path);
      expect(all.body.pagination.total).toBe(all.body.results.length);
      const found = await client.get<{ pagination: { total: number } }>(`${path}?_q=${HALF}`);
      expect(found.body.pagination.total).toBe(0);
    }
  });

  it('leaves it as it was', async () => {
    const { app, articles, submissions } = world;
    const draft = await app.make.documents(ARTICLE).findOne(articles.foreign);
    const piece = await app.make.documents(SUBMISSION).findOne(submissions.foreign);
    expect([draft?.title, piece?.title]).toEqual([SECRET, SECRET]);
    const own = await app.make
      .documents(ARTICLE)
      .findOne({ documentId: articles.own.documentId, populate: ['submission', 'cover'] });
    expect(own).toMatchObject({
      submission: { documentId: submissions.own.documentId },
      cover: { id: world.files.own },
    });
  });
});
