import { bodyOf, errorOf, type ApiResponse, type Client, type Document } from '../support';
import { SECRET, SUBMISSION, type World } from './world';

const ARTICLE = 'api::article.article';
const PROFILE = 'api::profile.profile';
const CM = '/content-manager';
const entries = `${CM}/collection-types/${ARTICLE}`;
const pieces = `${CM}/collection-types/${SUBMISSION}`;
const HALF = SECRET.slice(0, 6);
const OFFICERS = `${CM}/collection-types/plugin::points.officer`;
const OWN_UNIT = 'plugin::points.own-unit';

interface PermissionService {
  engine: { generateUserAbility(user: object): Promise<object> };
}

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
  'an order by the submission, nested': (_, me) => me.get(`${entries}?sort[submission][text]=asc`),
  'an order by title': (_, me) => me.get(`${pieces}?sort=title:DESC`),
  'a populated submission': (_, me) => me.get(`${entries}?populate[submission][populate]=*`),
  'all that is populated': (_, me) => me.get(`${entries}?populate=*`),
  'populated authors': (_, me) => me.get(`${entries}?populate[createdBy]=*&populate[updatedBy]=*`),
  'populated accounts of officers': (_, me) =>
    me.get(`${pieces}?populate[officers][populate][account]=*`),
  'populated adoptions': (_, me) =>
    me.get(`${entries}?populate[submission][populate][adoptions][populate]=*`),
  'populated files of the cover': (_, me) =>
    me.get(`${entries}?populate[cover][populate][related][populate]=*`),
  'populated rows of a column': (_, me) =>
    me.get(`${CM}/collection-types/api::column.column?populate=*`),
  'populated rows of a unit': (_, me) =>
    me.get(`${CM}/collection-types/plugin::points.unit?populate=*`),
  'the picker of accounts': (_, me) => me.get(`${CM}/relations/plugin::points.officer/account`),
  'the picker of authors': (_, me) => me.get(`${CM}/relations/${ARTICLE}/createdBy`),
  'the accounts of officers': (_, me) => me.get(`${OFFICERS}?populate=account`),
  'the account of an officer': ({ officerB }, me) =>
    me.get(`${CM}/relations/plugin::points.officer/${officerB.record.documentId}/account`),
  'the officer of the unit': ({ officerB }, me) =>
    me.get(`${OFFICERS}/${officerB.record.documentId}`),
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
  'the own submission given away': ({ submissions, units }, me) =>
    me.put(`${pieces}/${submissions.own.documentId}`, {
      units: { set: [{ documentId: units.b.documentId }] },
    }),
  'a submission for the unit': ({ units }, me) =>
    me.post(pieces, {
      title: 'x',
      category: 'culture-news',
      units: { connect: [{ documentId: units.b.documentId }] },
    }),
  'a clone': ({ articles }, me) =>
    me.post(`${entries}/clone/${articles.foreign.documentId}`, { title: 'x' }),
  'an automatic clone': ({ articles }, me) =>
    me.post(`${entries}/auto-clone/${articles.foreign.documentId}`, {}),
  publishing: ({ articles }, me) =>
    me.post(`${entries}/${articles.foreign.documentId}/actions/publish`, {}),
  'publishing what is made': (_, me) => me.post(`${entries}/actions/publish`, { title: 'x' }),
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
  'restoring a version': (_, me) =>
    me.put(`${CM}/history-versions/1/restore`, { contentType: ARTICLE }),
  'the last published on the home page': (_, me) =>
    me.get(`${CM}/homepage/recent-documents?action=publish`),
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
  'changing many files': ({ files }, me) =>
    me.post('/upload/actions/bulk-update', {
      updates: [{ id: files.foreign, fileInfo: { name: 'x' } }],
    }),
  'writing to the file': ({ files }, me) =>
    me.put(`/upload/files/${files.foreign}`, { fileInfo: { name: 'x' } }),
  'replacing the file': ({ files }, me) => me.post(`/upload/files/${files.foreign}/replace`, {}),
  'the files of the folder': ({ folders }, me) =>
    me.get(`/upload/files?filters[folder][id]=${folders.foreign}`),
  'files by their folder': (_, me) => me.get('/upload/files?populate=folder&sort=folder.name'),
  'the folder itself': ({ folders }, me) => me.get(`/upload/folders/${folders.foreign}`),
  'the folders with all': (_, me) => me.get('/upload/folders?populate=*'),
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
  'the duplicates of the submission': ({ submissions }, me) =>
    me.get(`/points/submissions/${submissions.foreign.documentId}/duplicates`),
  'the pre-check of the submission': ({ submissions }, me) =>
    me.get(`/points/submissions/${submissions.foreign.documentId}/precheck`),
  'the inbox': (_, me) => me.get('/points/inbox?queue=submitted'),
  'the desk of the unit': (_, me) => me.get('/points/desk?of=unit'),
  'the own desk': (_, me) => me.get('/points/desk?of=me'),
  'the numbers of the desk': (_, me) => me.get('/points/desk/summary'),
  'the report by officers': (_, me) => me.get('/points/report?period=2026&by=officer'),
  reconciling: (_, me) => me.get('/points/reconcile'),
  verifying: (_, me) => me.get('/points/verify'),
  'the bulletins': (_, me) => me.get('/points/bulletins'),
  'the preview of a bulletin': (_, me) => me.get('/points/bulletins/preview?month=2026-01'),
  'the reviews': (_, me) => me.get('/points/reviews'),
  'the preview of a review': (_, me) => me.get('/points/reviews/preview?period=2026'),
  'the dates of the draft': ({ articles }, me) =>
    me.get(`/site/publication-dates/${ARTICLE}/${articles.foreign.documentId}`),
  'the list of accounts': (_, me) => me.get('/admin/users?pageSize=100'),
  'an account': ({ officerB }, me) => me.get(`/admin/users/${officerB.account.id}`),
  'the tokens of the API': (_, me) => me.get('/admin/api-tokens'),
  'a token of the API': (_, me) =>
    me.post('/admin/api-tokens', { name: 'x', type: 'full-access', lifespan: null }),
  'the audit log': (_, me) => me.get('/admin/audit-logs'),
  webhooks: (_, me) => me.get('/admin/webhooks'),
  'an export': (_, me) => me.get('/admin/transfer/runner/pull'),
  'fields that other locales share': ({ articles }, me) =>
    me.post('/i18n/content-manager/actions/get-non-localized-fields', {
      model: ARTICLE,
      id: articles.foreign.id,
      locale: 'en',
    }),
  'the view of the submission': ({ submissions }, me) =>
    me.get(`/points/submissions/${submissions.foreign.documentId}`),
  'sending the submission in': ({ submissions }, me) =>
    me.post(`/points/submissions/${submissions.foreign.documentId}/actions/submit`, {}),
  'the ledger': (_, me) => me.get('/points/ledger?pageSize=100'),
  'the ledger of the unit': ({ units }, me) => me.get(`/points/ledger?unit=${units.b.documentId}`),
  'the ledger of the submission': ({ submissions }, me) =>
    me.get(`/points/ledger?submission=${submissions.foreign.documentId}`),
  'the ledger as a file': (_, me) => me.get('/points/ledger/export?format=csv'),
  'the ledger of the unit as a file': ({ units }, me) =>
    me.get(`/points/ledger/export?format=csv&unit=${units.b.documentId}`),
  'releases with the draft': ({ articles }, me) =>
    me.get(
      `/content-releases?contentType=${ARTICLE}&entryDocumentId=${articles.foreign.documentId}`
    ),
  'a preview of the draft': ({ articles }, me) =>
    me.get(`${CM}/preview/url/${ARTICLE}?documentId=${articles.foreign.documentId}`),
  'the public API': ({ articles }, me) =>
    me.get(`/api/articles/${articles.foreign.documentId}?status=draft`),
};

/** Answers that must not depend on what is unit B's alone: with its beginning, as with anything else. */
const ORACLES: Record<string, (value: string) => string> = {
  'the title': (value) => `${entries}?filters[title][$startsWith]=${value}`,
  'the text of a submission': (value) => `${pieces}?filters[text][$startsWith]=${value}`,
  'the remark of a submission': (value) => `${pieces}?filters[remark][$startsWith]=${value}`,
  'the submission of an entry': (value) =>
    `${entries}?filters[submission][text][$startsWith]=${value}`,
  'the submission of an entry, or anything': (value) =>
    `${entries}?filters[$or][0][submission][title][$startsWith]=${value}`,
  'the submission of an entry, negated': (value) =>
    `${entries}?filters[$not][submission][title][$startsWith]=${value}`,
  'the cover of an entry': (value) => `${entries}?filters[cover][name][$startsWith]=${value}`,
  'the attachment of a submission': (value) =>
    `${pieces}?filters[attachments][name][$startsWith]=${value}`,
  'the whole of a merged submission': (value) =>
    `${pieces}?filters[mergedInto][title][$startsWith]=${value}`,
  'the picker': (value) => `${CM}/relations/${ARTICLE}/submission?_q=${value}&_filter=$startsWith`,
  'the filter of the picker': (value) =>
    `${CM}/relations/${ARTICLE}/submission?filters[text][$startsWith]=${value}`,
  'the rows of a column': (value) =>
    `${CM}/collection-types/api::column.column?filters[articles][title][$startsWith]=${value}`,
  'the caption of a file': (value) => `/upload/files?filters[caption][$startsWith]=${value}`,
  'the folder of a file': (value) => `/upload/files?filters[folder][name][$startsWith]=${value}`,
  'what a file hangs on': (value) => `/upload/files?filters[related][title][$startsWith]=${value}`,
  'a folder': (value) => `/upload/folders?filters[name][$startsWith]=${value}`,
  'a search of folders': (value) => `/upload/folders?_q=${value}`,
  'a parent of folders': (value) => `/upload/folders?filters[parent][name][$startsWith]=${value}`,
  'the report': (value) => `/points/report?period=2026&unit=${value}`,
};

/** The suites of the fifty ways, about a world that they leave as it was. */
export const fiftyWays = (worldOf: () => World): void => {
  let world: World;
  beforeAll(() => {
    world = worldOf();
  });

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
    expect(textOf(answer)).not.toContain(world.officerB.account.email);
    expect(answer.status).toBeLessThan(500);
  });

  it.each(Object.keys(ORACLES))('does not guess it by %s', async (name) => {
    const { client } = world.officerA;
    const path = ORACLES[name];
    if (!path) throw new Error(name);
    const [right, wrong] = [await client.get(path(HALF)), await client.get(path('qjqjqj'))];
    expect(right.status).toBeLessThan(500);
    expect([right.status, right.body]).toEqual([wrong.status, wrong.body]);
  });

  it('does not guess an account by an officer’s', async () => {
    const { client } = world.officerA;
    const path = (value: string) => `${OFFICERS}?filters[account][email][$eq]=${value}`;
    const right = await client.get(path(world.officerB.account.email));
    const wrong = await client.get(path('nobody@suite.test'));
    expect([right.status, right.body]).toEqual([wrong.status, wrong.body]);
  });

  it('is told in words that a folder is not there', async () => {
    const { client } = world.officerA;
    const { files, folders } = world;
    const refused = [
      await world.upload(client, 'a.txt', folders.foreign),
      await client.post('/upload/folders', { name: 'x', parent: folders.foreign }),
      await client.put(`/upload/folders/${folders.foreign}`, { name: 'x' }),
      await client.put(`/upload/folders/${folders.own}`, { parent: folders.foreign }),
      await client.put(`/upload/files/${files.own}`, { fileInfo: { folder: folders.foreign } }),
    ];
    for (const response of refused) {
      expect([400, 404]).toContain(response.status);
      expect(errorOf(response).message).toMatch(/folder/);
    }
    expect((await world.upload(client, 'a.txt', folders.own)).status).toBe(201);
  });

  const uid = (client: Client, what: 'generate' | 'check-availability', title: string) =>
    client.post<{ data?: string; isAvailable?: boolean }>(`${CM}/uid/${what}`, {
      contentTypeUID: ARTICLE,
      field: 'slug',
      ...(what === 'generate' ? { data: { title, slug: '' } } : { value: title }),
    });

  it('does not learn of a title by the address that it takes', async () => {
    const { app, officerA, officerB } = world;
    const body = [{ type: 'paragraph', children: [{ type: 'text', text: '同名的正文。' }] }];
    const draft = async (client: Client): Promise<Document> =>
      bodyOf(await client.post<{ data: Document }>(entries, { title: '同名稿件', body })).data;
    const sendIn = async (client: Client, { documentId }: Document): Promise<void> => {
      const entry = await app.make
        .documents(ARTICLE)
        .findOne({ documentId, populate: ['submission'] });
      const { documentId: submission } = entry?.submission as Document;
      bodyOf(await client.put(`${pieces}/${submission}`, { category: 'work-result' }));
      bodyOf(await client.post(`/points/submissions/${submission}/actions/submit`, {}));
    };
    const slug = 'tong-ming-gao-jian';
    const theirs = await draft(officerB.client);
    expect(theirs.slug).toBe(slug);

    expect((await uid(officerA.client, 'generate', '同名稿件')).body.data).toBe(slug);
    expect((await uid(officerA.client, 'check-availability', slug)).body.isAvailable).toBe(true);
    const mine = await draft(officerA.client);
    const another = await draft(officerA.client);
    expect([mine.slug, another.slug]).toEqual([slug, `${slug}-1`]);

    await sendIn(officerB.client, theirs);
    for (const each of [mine, another]) await sendIn(officerA.client, each);
    const editor = await app.api.as('editor');
    const documentIds = [theirs, mine, another].map(({ documentId }) => documentId);
    bodyOf(await editor.post(`${entries}/actions/bulkPublish`, { documentIds }));
    const published = (await app.strapi.db.query(ARTICLE).findMany({
      where: { documentId: { $in: documentIds }, publishedAt: { $notNull: true } },
    })) as Document[];
    expect(published).toHaveLength(3);
    expect(new Set(published.map((each) => each.slug)).size).toBe(3);
    // What is on the site everybody may know.
    expect((await draft(officerA.client)).slug).toMatch(/^tong-ming-gao-jian-\d$/);
  });

  it('does not learn of the profile that a unit has already', async () => {
    const { app, officerA, units } = world;
    const path = `${CM}/collection-types/${PROFILE}`;
    const unit = { connect: [{ documentId: units.b.documentId }] };
    const editor = await app.api.as('editor');
    const { data } = bodyOf(await editor.post<{ data: Document }>(path, { name: SECRET, unit }));
    const refused = await officerA.client.post(path, { name: 'x', unit });
    expect(errorOf(refused).message).toMatch(/has a profile already/);
    expect(textOf(refused)).not.toContain(SECRET);
    expect(textOf(await editor.post(path, { name: 'x', unit }))).toContain(SECRET);
    await app.make.documents(PROFILE).delete({ documentId: data.documentId });
  });

  it('does not read an earlier version of it, where Strapi keeps versions', async () => {
    const { app, articles, officerA } = world;
    const { strapi } = app;
    const versions = strapi.db.query('plugin::content-manager.history-version');
    const documents: Array<[contentType: string, documentId: string]> = [
      [ARTICLE, articles.own.documentId],
      [ARTICLE, articles.joint.documentId],
      [ARTICLE, articles.foreign.documentId],
      ['api::column.column', 'acolumn'],
    ];
    for (const [contentType, relatedDocumentId] of documents) {
      const data = { contentType, relatedDocumentId, status: 'draft', data: {}, schema: {} };
      await versions.create({ data });
    }
    const user = (await strapi.db
      .query('admin::user')
      .findOne({ where: { id: officerA.account.id }, populate: ['roles'] })) as object;
    const { engine } = strapi.service('admin::permission') as unknown as PermissionService;
    const state = { user, userAbility: await engine.generateUserAbility(user) };
    let seen: Array<{ relatedDocumentId: string }> = [];
    await strapi.requestContext.run({ state } as never, async () => {
      seen = (await versions.findMany({ orderBy: 'id' })) as typeof seen;
    });
    expect(seen.map(({ relatedDocumentId }) => relatedDocumentId)).toEqual([
      articles.own.documentId,
      articles.joint.documentId,
      'acolumn',
    ]);
  });

  it('does not find it as a duplicate', async () => {
    const { officerA, officerB } = world;
    const send = async (client: Client): Promise<string> => {
      const values = { title: '第八届读书节开幕', text: '全文', category: 'culture-news' };
      const { documentId } = bodyOf(await client.post<{ data: Document }>(pieces, values)).data;
      bodyOf(await client.post(`/points/submissions/${documentId}/actions/submit`, {}));
      return documentId;
    };
    await send(officerB.client);
    const path = `/points/submissions/${await send(officerA.client)}/duplicates`;
    expect(bodyOf(await officerA.client.get<{ data: unknown[] }>(path)).data).toEqual([]);
    const office = await world.app.api.as('office');
    expect(bodyOf(await office.get<{ data: unknown[] }>(path)).data).toHaveLength(1);
  });

  it('does not get at it with rights of the office that are held to the unit', async () => {
    const { app, units } = world;
    const { api, make } = app;
    const rights = ['read', 'submit', 'review', 'merge'].map((name) => `submission.${name}`);
    const account = await api.createAccount([
      ...[...rights, 'inbox.read'].map((name) => ({
        action: `plugin::points.${name}`,
        conditions: [OWN_UNIT],
      })),
    ]);
    await make.officer(units.a, { account: account.id });
    const client = await api.login(account);
    const [mine, theirs] = [
      await make.submission({ units: [units.a], title: '自己的来稿', text: '全文' }),
      await make.submission({ units: [units.b], title: SECRET, text: '全文' }),
    ];
    const path = `/points/submissions/${mine.documentId}`;
    const { documentId } = theirs;

    const merged = await client.post(`${path}/actions/merge`, { sources: [documentId] });
    expect(errorOf(merged)).toMatchObject({ status: 400 });
    const accepted = await client.post<{ data: Array<{ accepted: boolean }> }>(
      '/points/inbox/accept',
      { documentIds: [documentId] }
    );
    expect(bodyOf(accepted).data.map((each) => each.accepted)).toEqual([false]);
    const inbox = await client.get('/points/inbox');
    expect(textOf(inbox)).toContain('自己的来稿');
    const answers = [merged, accepted, inbox, await client.get(`${path}/duplicates`)];
    for (const answer of answers) expect(textOf(answer)).not.toContain(SECRET);
    expect(await make.documents(SUBMISSION).findOne(theirs)).toMatchObject({ state: 'submitted' });
    for (const made of [mine, theirs]) await make.documents(SUBMISSION).delete(made);
  });

  it('would be seen by the officer of unit B, so that the suite proves something', async () => {
    const { client } = world.officerB;
    expect(textOf(await client.get(pieces))).toContain(SECRET);
    expect(textOf(await client.get(entries))).toContain(SECRET);
    expect(textOf(await client.get('/upload/files'))).toContain(SECRET);
    const path = `${CM}/relations/${ARTICLE}/submission`;
    expect(textOf(await client.get(path))).toContain(SECRET);
    expect(textOf(await client.get('/upload/folders'))).toContain(SECRET);
    const names = await client.get<{ pagination: { total: number } }>(
      `${entries}?filters[submission][text][$startsWith]=${HALF}`
    );
    expect(bodyOf(names).pagination.total).toBe(1);
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
      [
        `/site/publication-dates/${ARTICLE}/${articles.foreign.documentId}`,
        `/site/publication-dates/${ARTICLE}/${none}`,
      ],
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
};
