import { startApp, type Account, type TestApp } from '../support';

const LIMITS = {
  RATE_LIMITS: 'true',
  LIMIT_LOGIN_ACCOUNT: '3/600',
  LIMIT_LOGIN_ACCOUNT_ANYWHERE: '6/600',
  LIMIT_LOGIN_ADDRESS: '8/600',
  LIMIT_RESET_ACCOUNT: '2/600',
  LIMIT_RESET_ADDRESS: '4/600',
  LIMIT_REFRESH: '5/600',
  LIMIT_SEARCH: '3/600',
  LIMIT_UPLOAD: '3/600',
  LIMIT_API: '10/600',
};

describe('how often who may ask', () => {
  let app: TestApp;
  let account: Account;
  let host = 0;

  beforeAll(async () => {
    app = await startApp({ environment: LIMITS });
    // As behind a proxy that is trusted to say for whom it asks.
    app.strapi.server.app.proxy = true;
    account = await app.api.accountOf('editor');
  });
  afterAll(() => app.stop());

  /** An address that nobody has asked from yet. */
  const stranger = (): string => {
    host += 1;
    return `198.51.100.${host}`;
  };

  const ask = async (
    from: string,
    method: string,
    path: string,
    body?: unknown,
    language = 'en'
  ) => {
    const response = await fetch(new URL(path, app.url), {
      method,
      headers: {
        'x-forwarded-for': from,
        'accept-language': language,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, wait: response.headers.get('retry-after'), text };
  };
  const login = (from: string, email: string, password = 'wrong', language = 'en') =>
    ask(from, 'POST', '/admin/login', { email, password }, language);
  const statuses = async (times: number, run: (index: number) => Promise<{ status: number }>) => {
    const found: number[] = [];
    for (let index = 0; index < times; index += 1) found.push((await run(index)).status);
    return found;
  };

  it('keeps one address from guessing at one account, and says how long', async () => {
    const from = stranger();
    expect(await statuses(3, () => login(from, 'a@suite.test'))).toEqual([400, 400, 400]);
    for (const [language, words] of [
      ['en', /try again in 10 minutes/],
      ['zh-Hans', /请在 10 分钟后再试/],
    ] as const) {
      const { status, wait, text } = await login(from, 'a@suite.test', 'wrong', language);
      expect([status, text]).toEqual([429, expect.stringMatching(words)]);
      expect(Number(wait)).toBeGreaterThan(500);
      expect(Number(wait)).toBeLessThanOrEqual(600);
    }
  });

  it('knows an account and an address however they are written', async () => {
    const from = stranger();
    await login(from, 'b@suite.test');
    await login(from, ' B@SUITE.test ');
    await ask(from, 'POST', '/Admin/LOGIN/', { email: 'ｂ@suite.test', password: 'wrong' });
    expect((await login(from, 'b@suite.test')).status).toBe(429);
  });

  it('keeps many addresses from guessing at one account', async () => {
    const found = await statuses(7, () => login(stranger(), 'c@suite.test'));
    expect(found).toEqual([400, 400, 400, 400, 400, 400, 429]);
  });

  it('keeps one address from guessing at many accounts', async () => {
    const from = stranger();
    const found = await statuses(9, (index) => login(from, `d${index}@suite.test`));
    expect(found).toEqual([400, 400, 400, 400, 400, 400, 400, 400, 429]);
  });

  it('counts attempts at once as attempts one after the other', async () => {
    const from = stranger();
    const found = await Promise.all(Array.from({ length: 10 }, () => login(from, 'e@suite.test')));
    expect(found.filter(({ status }) => status === 400)).toHaveLength(3);
    expect(found.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  it('lets an office behind one address log in all morning', async () => {
    const from = stranger();
    const found = await statuses(12, () => login(from, account.email, account.password));
    expect(new Set(found)).toEqual(new Set([200]));
    await login(from, account.email);
    await login(from, account.email);
    expect((await login(from, account.email, account.password)).status).toBe(200);
    expect(await statuses(3, () => login(from, account.email))).toEqual([400, 400, 400]);
  });

  it('tells subscribers of IPv6 by their network', async () => {
    const at = (index: number) => login(`2001:db8:7::${index + 1}`, `f${index}@suite.test`);
    expect((await statuses(9, at)).at(-1)).toBe(429);
    expect((await login('2001:db8:8::1', 'f0@suite.test')).status).toBe(400);
  });

  it.each(['/admin/forgot-password', '/api/auth/forgot-password'])(
    'bounds mails for a password: %s',
    async (path) => {
      const from = stranger();
      const same = await statuses(3, () =>
        ask(from, 'POST', path, { email: `g${path}@suite.test` })
      );
      expect(same.slice(0, 2)).not.toContain(429);
      expect(same[2]).toBe(429);
      const other = await statuses(2, (index) =>
        ask(from, 'POST', path, { email: `h${index}${path}@suite.test` })
      );
      expect(other.at(-1)).toBe(429);
    }
  );

  it.each([
    ['POST', '/admin/reset-password'],
    ['GET', '/admin/registration-info?registrationToken=x'],
    ['POST', '/admin/register'],
    ['POST', '/api/auth/reset-password'],
    ['POST', '/api/auth/local/register'],
  ])('bounds trying tokens: %s %s', async (method, path) => {
    const from = stranger();
    const body = method === 'POST' ? { resetPasswordToken: 'x' } : undefined;
    const found = await statuses(5, () => ask(from, method, path, body));
    expect(found.slice(0, 4)).not.toContain(429);
    expect(found[4]).toBe(429);
  });

  it('bounds a login of the site’s accounts by the account that it names', async () => {
    const from = stranger();
    const body = { identifier: 'i@suite.test', password: 'wrong' };
    const found = await statuses(4, (index) =>
      ask(from, 'POST', '/api/auth/local', { ...body, email: `${index}@suite.test` })
    );
    expect(found.slice(0, 3)).not.toContain(429);
    expect(found[3]).toBe(429);
  });

  it.each([
    [5, 'POST', '/admin/access-token'],
    [3, 'GET', '/api/search?q=x'],
    [3, 'GET', '/search/?q=x'],
    [3, 'GET', '/disclosure/?year=2026'],
    [10, 'GET', '/news/'],
    [3, 'GET', '/api/articles?_q=x'],
    [3, 'GET', '/api/articles?%5Fq=x'],
    [3, 'POST', '/upload'],
    [3, 'POST', '/api/upload'],
    [10, 'GET', '/api/articles'],
    [10, 'GET', '/API/home'],
  ])('lets an address ask %i times: %s %s', async (times, method, path) => {
    const from = stranger();
    const found = await statuses(times, () => ask(from, method, path));
    expect(found).not.toContain(429);
    for (const [language, words] of [
      ['en', /Too many requests/],
      ['zh-Hans', /访问过于频繁/],
    ] as const) {
      const { status, wait, text } = await ask(from, method, path, undefined, language);
      expect([status, text]).toEqual([429, expect.stringMatching(words)]);
      expect(Number(wait)).toBeGreaterThan(0);
    }
    expect((await ask(stranger(), method, path)).status).not.toBe(429);
  });

  it('does not count what visitors do not ask the API for', async () => {
    const from = stranger();
    const found = await statuses(30, () => ask(from, 'GET', '/admin/init'));
    expect(new Set(found)).toEqual(new Set([200]));
  });
});

it('counts logins together with the other instances on one PostgreSQL', async () => {
  const app = await startApp({ environment: LIMITS });
  try {
    await app.api.public.post('/admin/login', { email: 'x@suite.test', password: 'wrong' });
    const isShared = app.strapi.db.dialect.client === 'postgres';
    const { connection } = app.strapi.db;
    expect(await connection.schema.hasTable('rate_limits')).toBe(isShared);
    if (!isShared) return;
    const rows =
      await connection('rate_limits').select<Array<{ key: string; points: number }>>('*');
    expect(rows.map(({ points }) => points)).toEqual([1, 1, 1]);
    expect(JSON.stringify(rows)).not.toContain('suite.test');
  } finally {
    await app.stop();
  }
});
