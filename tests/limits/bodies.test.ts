import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startApp, type TestApp } from '../support';

const PLACES = ['/admin/login', '/api/nowhere', '/points/adoptions', '/api/search'];

const deep = (open: string, close: string, times: number): string =>
  open.repeat(times) + close.repeat(times);

/** Two hundred kilobytes each, that take seconds to look at. */
const HEAVY: ReadonlyArray<readonly [what: string, body: string]> = [
  ['lists in lists', deep('[', ']', 100_000)],
  ['lists in lists in a field', `{"email":${deep('[', ']', 100_000)},"password":"x"}`],
  ['objects in objects', `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`],
  ['lists beside lists', `[${'[],'.repeat(66_000)}[]]`],
  ['lists beside lists in a field', `{"email":"a@b.cc","password":[${'[],'.repeat(66_000)}[]]}`],
  ['numbers', `{"email":[${'1,'.repeat(100_000)}1]}`],
];

const FORMS: ReadonlyArray<readonly [what: string, body: string]> = [
  ['brackets', `a${'[]'.repeat(25_000)}=1`],
  ['encoded brackets', `a${'%5B%5D'.repeat(25_000)}=1`],
  ['dots', `a${'.b'.repeat(25_000)}=1`],
  ['parameters', 'a[b]=1&'.repeat(3_000)],
];

describe('what one request asks for', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  const send = async (
    place: string,
    body: string,
    { type = 'application/json', language = 'en', headers = {} } = {}
  ) => {
    const started = performance.now();
    const response = await fetch(new URL(place, app.url), {
      method: 'POST',
      headers: { 'content-type': type, 'accept-language': language, ...headers },
      body,
    });
    const text = await response.text();
    return { status: response.status, text, took: performance.now() - started };
  };

  it.each(HEAVY)('is refused before it is parsed: %s', async (_what, body) => {
    for (const place of PLACES) {
      for (const [language, words] of [
        ['en', /nested too deep/],
        ['zh-Hans', /层级过深/],
      ] as const) {
        const { status, text } = await send(place, body, { language });
        expect([place, status, text]).toEqual([place, 400, expect.stringMatching(words)]);
      }
    }
  });

  it.each(FORMS)('is refused as a plain form, too: %s', async (_what, body) => {
    for (const place of PLACES) {
      const { status, text } = await send(place, body, {
        type: 'application/x-www-form-urlencoded',
      });
      expect([place, status, text]).toEqual([place, 400, expect.stringMatching(/nested too deep/)]);
    }
  });

  it('is refused in a fraction of what it took to look at it', async () => {
    const [, body = ''] = HEAVY[1] ?? [];
    await send('/admin/login', body);
    const times: number[] = [];
    for (let run = 0; run < 5; run += 1) times.push((await send('/admin/login', body)).took);
    expect(Math.min(...times)).toBeLessThan(200);
  });

  it('is still read where it is of a sensible size', async () => {
    const account = await app.api.accountOf('editor');
    const text = JSON.stringify({ ...account, more: Array(20_000).fill('x') });
    expect((await send('/admin/login', text)).status).not.toBe(500);
    const { email, password } = account;
    expect((await send('/admin/login', JSON.stringify({ email, password }))).status).toBe(200);
    const form = new URLSearchParams({ email, password }).toString();
    const answer = await send('/admin/login', form, { type: 'application/x-www-form-urlencoded' });
    expect(answer.status).toBe(200);
  });

  it.each(['{', '1', '"text"', 'null', '{"__proto__":{"a":1}}'])(
    'is refused in words when it is no JSON: %s',
    async (body) => {
      const { status, text } = await send('/admin/login', body);
      expect([status, text]).toEqual([400, expect.stringMatching(/cannot be read/)]);
    }
  );

  it.each([
    ['letters', 'a'.repeat(8_001)],
    ['parameters', 'a=1&'.repeat(600)],
    ['brackets', `filters${'[$and][0]'.repeat(30)}[title]=1`],
  ])('has no query of too many %s', async (_what, query) => {
    for (const [language, words] of [
      ['en', /The query of the address/],
      ['zh-Hans', /查询条件过长/],
    ] as const) {
      const response = await fetch(new URL(`/api/articles?${query}`, app.url), {
        headers: { 'accept-language': language },
      });
      expect([response.status, await response.text()]).toEqual([400, expect.stringMatching(words)]);
    }
  });

  const part = (disposition: string): string =>
    `--edge\r\ncontent-disposition: form-data; ${disposition}\r\n\r\nx\r\n`;
  const MULTIPART = 'multipart/form-data; boundary=edge';
  const file = `${part('name="anything"; filename="a.png"')}--edge--\r\n`;

  it('brings files only to the media library, and leaves none on the disk', async () => {
    const directory = await mkdtemp(path.join(os.tmpdir(), 'forms-'));
    const before = (await readdir(os.tmpdir())).length;
    for (const place of PLACES) {
      const { status, text } = await send(place, file, { type: MULTIPART });
      expect([place, status, text]).toEqual([
        place,
        400,
        expect.stringMatching(/no form of files/),
      ]);
    }
    expect((await readdir(os.tmpdir())).length).toBeLessThanOrEqual(before + 1);
    await rm(directory, { recursive: true });
  });

  it('brings files of nobody nowhere', async () => {
    for (const place of ['/upload', '/UPLOAD/', '/upload/files', '/api/upload']) {
      const { status, text } = await send(place, file, { type: MULTIPART });
      expect([place, status, text]).toEqual([place, 401, expect.stringMatching(/Log in first/)]);
    }
  });

  it('has no more fields than a form of ours', async () => {
    const token = await app.api.tokenOf('editor');
    const fields = Array.from({ length: 500 }, (_, index) => part(`name="a${index}"`)).join('');
    const { status, text } = await send('/upload', `${fields}--edge--\r\n`, {
      type: MULTIPART,
      headers: { authorization: `Bearer ${token}` },
    });
    expect([status, text]).toEqual([413, expect.stringMatching(/too large/)]);
  });
});
