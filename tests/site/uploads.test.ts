import { readdir } from 'node:fs/promises';
import os from 'node:os';
import { Readable } from 'node:stream';
import { errorOf, startApp, type TestApp } from '../support';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
);
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const MEGABYTE = 1024 * 1024;

interface Answer {
  status: number;
  message: string;
  files: Array<{ id: number; mime: string; name: string }>;
}

interface TokenService {
  create(values: { name: string; type: string; lifespan: null }): Promise<{ accessKey: string }>;
}

describe('what comes into the media library', () => {
  let app: TestApp;
  let token: string;
  let apiToken: string;

  beforeAll(async () => {
    app = await startApp();
    const account = await app.api.createAccount([
      { action: 'plugin::upload.read' },
      { action: 'plugin::upload.assets.create' },
    ]);
    const login = await app.api.public.post<{ data: { token: string } }>('/admin/login', account);
    token = login.body.data.token;
    const tokens = app.strapi.service('admin::api-token') as unknown as TokenService;
    const values = { name: 'uploads', type: 'full-access', lifespan: null };
    apiToken = (await tokens.create(values)).accessKey;
  });
  afterAll(() => app.stop());

  type Part = readonly [name: string, content: Buffer | string, type: string];

  const send = async (
    path: string,
    bearer: string,
    parts: readonly Part[],
    { language = 'en', information }: { language?: string; information?: string } = {}
  ) => {
    const form = new FormData();
    for (const [name, content, type] of parts) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      form.append('files', new Blob([new Uint8Array(bytes)], { type }), name);
    }
    if (information !== undefined) form.append('fileInfo', information);
    const response = await fetch(new URL(path, app.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'accept-language': language },
      body: form,
    });
    const body = (await response.json()) as { error?: { message: string } };
    return {
      status: response.status,
      message: body.error?.message ?? '',
      files: Array.isArray(body) ? (body as Answer['files']) : [],
    };
  };
  const addresses = (): ReadonlyArray<readonly [string, string]> => [
    ['/upload', token],
    ['/api/upload', apiToken],
  ];
  const stored = () => app.strapi.db.query('plugin::upload.file').count();

  const refuse = async (parts: readonly Part[], words: RegExp): Promise<void> => {
    const before = await stored();
    for (const [path, bearer] of addresses()) {
      const { status, message } = await send(path, bearer, parts);
      expect([path, status]).toEqual([path, 400]);
      expect(message).toMatch(words);
    }
    expect(await stored()).toBe(before);
  };

  it('is a picture that is one', async () => {
    for (const [path, bearer] of addresses()) {
      const { status, files } = await send(path, bearer, [['图.png', PNG, 'image/png']]);
      expect([path, status]).toEqual([path, 201]);
      expect(files[0]).toMatchObject({ mime: 'image/png', name: '图.png' });
    }
  });

  it('is stored as what it is, whatever the sender calls it', async () => {
    const [, bearer] = ['/upload', token];
    const { files } = await send('/upload', bearer, [['a.png', PNG, 'text/html']]);
    expect(files[0]).toMatchObject({ mime: 'image/png' });
  });

  it.each([
    ['a.svg', SVG, 'image/svg+xml', /SVG/],
    ['a.SVG', SVG, 'image/png', /SVG/],
    ['a.png', SVG, 'image/png', /content/],
    ['a.png', '<!doctype html><script>alert(1)</script>', 'image/png', /content/],
    ['a.txt', '<html><script>alert(1)</script></html>', 'text/plain', /content/],
    ['a.csv', '\uFEFF <!DOCTYPE html>', 'text/csv', /content/],
    ['a.pdf', PNG, 'application/pdf', /content/],
    ['a.docx', 'MZ program', 'application/octet-stream', /content/],
    ['a.html', '<p>text</p>', 'text/html', /no type/],
    ['a.exe', 'MZ program', 'application/octet-stream', /no type/],
    ['a.js', 'alert(1)', 'image/png', /no type/],
    ['a', PNG, 'image/png', /no type/],
  ])('is not %s of %j as %s', (name, content, type, words) =>
    refuse([[name, content, type]], words)
  );

  it('is all of a form or nothing of it', () =>
    refuse(
      [
        ['gut.png', PNG, 'image/png'],
        ['schlecht.svg', SVG, 'image/svg+xml'],
      ],
      /schlecht\.svg/
    ));

  it.each(['no JSON', '7', '[1]', 'null'])('is not told of as %j', async (information) => {
    for (const [path, bearer] of [...addresses(), ['/upload/files', token] as const]) {
      const { status, message } = await send(path, bearer, [['a.png', PNG, 'image/png']], {
        information,
      });
      expect([path, status]).toEqual([path, 400]);
      expect(message).toMatch(/fileInfo/);
    }
  });

  it('is no larger than fifty megabytes, and leaves nothing behind', async () => {
    const film = Buffer.alloc(60 * MEGABYTE);
    film.write('ftypisom', 4, 'latin1');
    const left = async () => (await readdir(os.tmpdir())).length;
    const before = await left();
    await refuse([['a.mp4', film, 'video/mp4']], /50 MB/);
    expect(await left()).toBeLessThanOrEqual(before + 2);
  });

  it('is not more at once than two hundred megabytes, and leaves nothing behind', async () => {
    const part = (name: string): string =>
      `--edge\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\n\r\n`;
    const films = function* (): Generator<Buffer> {
      for (const name of ['a.mp4', 'b.mp4']) {
        yield Buffer.from(part(name));
        for (let sent = 0; sent < 110; sent += 1) yield Buffer.alloc(MEGABYTE);
        yield Buffer.from('\r\n');
      }
      yield Buffer.from('--edge--\r\n');
    };
    const left = async () => (await readdir(os.tmpdir())).length;
    const [before, files] = [await left(), await stored()];
    const response = await fetch(new URL('/upload', app.url), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'accept-language': 'zh-Hans',
        'content-type': 'multipart/form-data; boundary=edge',
      },
      body: Readable.toWeb(Readable.from(films())),
      duplex: 'half',
    } as unknown as RequestInit);
    const { error } = (await response.json()) as { error: { message: string } };
    expect([response.status, error.message]).toEqual([
      413,
      expect.stringContaining('一次上传的文件合计最多 200 MB'),
    ]);
    expect(await stored()).toBe(files);
    expect(await left()).toBeLessThanOrEqual(before + 2);
  });

  it('comes in no form whose fields are more than a megabyte', async () => {
    const client = await app.api.as('super-admin');
    const path = '/content-manager/collection-types/api::article.article';
    const before = await app.strapi.db.query('api::article.article').count();
    for (const [language, words] of [
      ['zh-Hans', /表单内容最多 1 MB/],
      ['en', /a form 1 MB/],
    ] as const) {
      const answer = await client.post(path, { title: 'x'.repeat(1_200_000) }, { language });
      expect(answer.status).toBe(413);
      expect(errorOf(answer).message).toMatch(words);
    }
    expect(await app.strapi.db.query('api::article.article').count()).toBe(before);
  });

  it('is refused in the sender’s language', async () => {
    const { message } = await send('/upload', token, [['a.svg', SVG, 'image/svg+xml']], {
      language: 'zh-Hans',
    });
    expect(message).toBe(
      '文件“a.svg”（files）是 SVG 图片，其中可能含有程序代码，不能上传。请另存为 PNG 后再上传。'
    );
  });
});
