import { bodyOf, errorOf, startApp, type ApiResponse, type Client, type TestApp } from '../support';
import {
  createLibrary,
  FILE,
  send,
  STATES,
  type FileState,
  type Library,
  type StoredFile,
} from './library';

interface TokenService {
  create(values: { name: string; type: string; lifespan: null }): Promise<{ accessKey: string }>;
}

const LOCKED: ReadonlySet<FileState> = new Set(['sent', 'evidence', 'published']);

const NAMED: Readonly<Record<string, RegExp>> = {
  sent: /belongs to the submission ".+"/,
  evidence: /belongs to the submission that earned points ".+"/,
  published: /belongs to the published entry "开馆"/,
};

const other = { name: '另一份.txt', text: 'other bytes' };

describe('what becomes of a file in the library', () => {
  let app: TestApp;
  let library: Library;
  let editor: Client;
  let token: Client;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    library = await createLibrary(app);
    editor = await app.api.as('editor');
    const tokens = app.strapi.service('admin::api-token') as unknown as TokenService;
    const { accessKey } = await tokens.create({
      name: 'files',
      type: 'full-access',
      lifespan: null,
    });
    token = withBearer(app.api.public, accessKey);
  });
  afterAll(async () => {
    await library.clean();
    await app.stop();
  });

  const withBearer = (client: Client, bearer: string): Client => ({
    ...client,
    delete: (path) =>
      client.send('DELETE', path, undefined, { headers: { authorization: `Bearer ${bearer}` } }),
    send: (method, path, body, options) =>
      client.send(method, path, body, {
        ...options,
        headers: { ...options?.headers, authorization: `Bearer ${bearer}` },
      }),
  });

  const inFolder = async (file: StoredFile): Promise<number> => {
    const created = await editor.post<{ data: { id: number } }>('/upload/folders', {
      name: `夹${file.id}`,
      parent: null,
    });
    const { id } = bodyOf(created).data;
    bodyOf(
      await editor.post('/upload/actions/bulk-move', {
        fileIds: [file.id],
        folderIds: [],
        destinationFolderId: id,
      })
    );
    return id;
  };

  type Door = (file: StoredFile) => Promise<ApiResponse<unknown>>;

  const reworded = JSON.stringify({ name: '改名.txt', alternativeText: '改写', caption: '改写' });

  const doors = (): ReadonlyArray<readonly [string, Door]> => [
    ['replace', ({ id }) => send(editor, `/upload?id=${id}`, {}, other)],
    [
      'replace by its own address',
      ({ id }) => send(editor, `/upload/files/${id}/replace`, {}, other),
    ],
    ['replace by token', ({ id }) => send(token, `/api/upload?id=${id}`, {}, other)],
    ['reword', ({ id }) => send(editor, `/upload?id=${id}`, { fileInfo: reworded })],
    [
      'reword by its own address',
      ({ id }) => editor.put(`/upload/files/${id}`, { fileInfo: JSON.parse(reworded) as object }),
    ],
    ['reword by token', ({ id }) => send(token, `/api/upload?id=${id}`, { fileInfo: reworded })],
    [
      'reword many',
      ({ id }) =>
        editor.post('/upload/actions/bulk-update', {
          updates: [{ id, fileInfo: JSON.parse(reworded) as object }],
        }),
    ],
    ['delete', ({ id }) => editor.delete(`/upload/files/${id}`)],
    [
      'delete many',
      ({ id }) => editor.post('/upload/actions/bulk-delete', { fileIds: [id], folderIds: [] }),
    ],
    [
      'delete its folder',
      async (file) => {
        const folderIds = [await inFolder(file)];
        return editor.post('/upload/actions/bulk-delete', { fileIds: [], folderIds });
      },
    ],
    ['replace as its owner', ({ id }) => send(library.owner.client, `/upload?id=${id}`, {}, other)],
    [
      'reword as its owner',
      ({ id }) => send(library.owner.client, `/upload?id=${id}`, { fileInfo: reworded }),
    ],
    ['delete as its owner', ({ id }) => library.owner.client.delete(`/upload/files/${id}`)],
  ];
  const names = [
    ...['replace', 'replace by its own address', 'replace by token', 'reword'],
    ...['reword by its own address', 'reword by token', 'reword many', 'delete'],
    ...['delete many', 'delete its folder', 'replace as its owner'],
    ...['reword as its owner', 'delete as its owner'],
  ];

  it('is tried through every door', () => {
    expect(doors().map(([name]) => name)).toEqual(names);
  });

  const cases = STATES.flatMap((state) => names.map((name) => [state, name] as const));

  it.each(cases)('%s: %s', async (state, name) => {
    const file = await library.fileIn(state);
    const before = await library.stored(file.id);
    const bytes = await library.bytes(file);
    const door = new Map(doors()).get(name);
    const response = await door?.(file);
    const after = await library.stored(file.id);
    if (!LOCKED.has(state)) {
      expect([name, response?.status]).not.toEqual([name, 400]);
      expect(response?.status).toBeLessThan(300);
      expect(after?.url !== file.url || after.alternativeText === '改写').toBe(true);
      return;
    }
    if (!response) throw new Error('There is no such door.');
    expect(errorOf(response)).toMatchObject({ status: 400 });
    expect(errorOf(response).message).toMatch(NAMED[state] ?? /^$/);
    expect(after).toMatchObject({
      name: before?.name,
      alternativeText: before?.alternativeText ?? null,
      url: before?.url,
    });
    expect(await library.bytes(file)).toBe(bytes);
  });

  it.each(['unused', 'evidence'] as const)('%s: deletes nothing by token', async (state) => {
    const file = await library.fileIn(state);
    expect((await token.delete(`/api/upload/files/${file.id}`)).status).toBe(403);
    expect(await library.stored(file.id)).not.toBeNull();
    expect(await library.bytes(file)).not.toBeNull();
  });

  it('deletes none of many where one is locked', async () => {
    const free = await library.fileIn('unused');
    const locked = await library.fileIn('evidence');
    const folderIds = [await inFolder(locked)];
    const response = await editor.post('/upload/actions/bulk-delete', {
      fileIds: [free.id],
      folderIds,
    });
    expect(errorOf(response)).toMatchObject({ status: 400 });
    expect(await library.stored(free.id)).not.toBeNull();
    expect(await library.bytes(free)).not.toBeNull();
  });

  it('gives what replaces a file an address of its own', async () => {
    const file = await library.fileIn('draft');
    bodyOf(await send(editor, `/upload?id=${file.id}`, {}, other));
    const after = await library.stored(file.id);
    expect(after?.url).not.toBe(file.url);
    expect(await library.bytes(after ?? file)).toBe(other.text);
    expect(await library.bytes(file)).toBeNull();
  });

  it('may be given the text for the blind that it lacks, once', async () => {
    const file = await library.fileIn('sent');
    const say = (client: Client, alternativeText: string) =>
      send(client, `/upload?id=${file.id}`, { fileInfo: JSON.stringify({ alternativeText }) });
    expect((await say(library.owner.client, '展厅')).status).toBe(400);
    expect((await say(editor, '展厅')).status).toBe(200);
    for (const other of ['大门', '']) {
      expect((await say(editor, other)).status).toBe(400);
    }
    expect(await library.stored(file.id)).toMatchObject({ alternativeText: '展厅' });
  });

  it('stays locked when the one that sent it has left', async () => {
    const file = await library.fileIn('evidence');
    await app.make.documents('plugin::points.officer').update({
      documentId: library.owner.record.documentId,
      data: { activeTo: '2026-01-01' },
    });
    const response = await library.owner.client.delete(`/upload/files/${file.id}`);
    expect(response.status).toBe(400);
    await app.make.documents('plugin::points.officer').update({
      documentId: library.owner.record.documentId,
      data: { activeTo: null },
    });
  });

  it('stays when the adoption that it proved is withdrawn', async () => {
    const file = await library.fileIn('evidence');
    const [adoption] = (await app.make.documents('plugin::points.adoption').findMany({
      filters: { evidence: { id: file.id } },
    })) as Array<{ documentId: string }>;
    const office = await app.api.as('office');
    bodyOf(
      await office.post(`/points/adoptions/${adoption?.documentId}/withdraw`, { reason: '重复' })
    );
    expect((await editor.delete(`/upload/files/${file.id}`)).status).toBe(400);
  });

  it.each([
    ['/upload', 'ref'],
    ['/api/upload', 'ref'],
    ['/api/upload', 'refId'],
    ['/api/upload', 'field'],
    ['/api/upload', 'path'],
  ])('ties nothing to a row: %s with %s', async (address, field) => {
    const { documentId, id } = await app.make.submission({ units: [library.unit] });
    const fields = { ref: 'plugin::points.submission', refId: String(id), field: 'attachments' };
    const given =
      address === '/upload' ? fields : { ...(field === 'path' ? { path: 'x' } : fields) };
    const client = address === '/upload' ? library.stranger.client : token;
    const count = await app.strapi.db.query(FILE).count();
    const response = await send(client, address, given, other);
    if (address === '/api/upload') {
      expect(errorOf(response).message).toMatch(/cannot tie a file to a row|path/);
      expect(await app.strapi.db.query(FILE).count()).toBe(count);
    }
    const submission = await app.make
      .documents('plugin::points.submission')
      .findOne({ documentId, populate: ['attachments'] });
    expect(submission?.attachments ?? []).toEqual([]);
  });

  it('ties nothing from its own side through the document service', async () => {
    const file = await library.fileIn('unused');
    const { id } = await app.make.submission({ units: [library.unit] });
    const related = [
      { id, __type: 'plugin::points.submission', __pivot: { field: 'attachments' } },
    ];
    await expect(
      app.make.documents(FILE).update({ documentId: file.documentId, data: { related } })
    ).rejects.toThrow(/挂到条目/);
  });

  it('leaves a line in the history where the office changes what is attached', async () => {
    interface Adopted {
      documentId: string;
      submission: { documentId: string };
    }
    const [old, next] = [await library.fileIn('evidence'), await library.fileIn('unused')];
    const [adoption] = (await app.make.documents('plugin::points.adoption').findMany({
      filters: { evidence: { id: old.id } },
      populate: ['submission'],
    })) as unknown as Adopted[];
    if (!adoption) throw new Error('There is no adoption.');
    const { documentId } = adoption.submission;
    const office = await app.api.as('office');
    const list = '/content-manager/collection-types/plugin::points';
    bodyOf(
      await office.put(`${list}.adoption/${adoption.documentId}`, { evidence: [old.id, next.id] })
    );
    bodyOf(await office.put(`${list}.submission/${documentId}`, { attachments: [next.id] }));
    const lines = (await app.make.documents('plugin::points.history-line').findMany({
      filters: { submissionDocumentId: documentId, action: 'edit' },
      sort: 'id:asc',
    })) as unknown as Array<{ comment: string }>;
    expect(lines.map(({ comment }) => comment)).toEqual([
      expect.stringContaining(`"${old.name}" to "${old.name}、${next.name}"`),
      expect.stringContaining(`to "${next.name}"`),
    ]);
    expect((await editor.delete(`/upload/files/${next.id}`)).status).toBe(400);
  });

  it('is missed when its bytes change or go', async () => {
    interface Findings {
      data: { ok: boolean; files: Array<{ file: string; name: string; problem: string }> };
    }
    const file = await library.fileIn('evidence');
    const superAdmin = await app.api.as('super-admin');
    const found = async () => bodyOf(await superAdmin.get<Findings>('/points/reconcile')).data;
    expect(await found()).toMatchObject({ ok: true, files: [] });
    const bytes = await library.write(file, 'forged');
    const finding = { file: file.documentId, name: file.name };
    expect(await found()).toMatchObject({ ok: false, files: [{ ...finding, problem: 'changed' }] });
    await library.write(file, bytes);
    expect(await found()).toMatchObject({ ok: true, files: [] });
    await app.strapi.db.connection('files').where({ id: file.id }).update({ url: '/uploads/none' });
    expect(await found()).toMatchObject({ ok: false, files: [{ ...finding, problem: 'missing' }] });
    await app.strapi.db.connection('files').where({ id: file.id }).update({ url: file.url });
  });
});
