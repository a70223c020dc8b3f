import { errorOf, startApp, type Client, type TestApp } from '../support';

jest.setTimeout(240_000);

const UNITS = '/content-manager/collection-types/plugin::points.unit';
const GUIDES = '/content-manager/collection-types/api::service-guide.service-guide';
const ARTICLES = '/content-manager/collection-types/api::article.article';
const HAN = /\p{Script=Han}/u;

interface Row {
  id: number;
  documentId: string;
  createdAt: string;
  locale: string | null;
}

interface Answer {
  data: Row;
}

const FORGED = {
  id: 2_000_000_000,
  documentId: 'chosenbytheclient0000000',
  createdAt: '2001-01-01T00:00:00.000Z',
  updatedAt: '2001-01-01T00:00:00.000Z',
  publishedAt: '2001-01-01T00:00:00.000Z',
  createdBy: { id: 9999 },
  updatedBy: { id: 9999 },
  locale: 'xx',
};

describe('what the client sends', () => {
  let app: TestApp;
  let admin: Client;
  let office: Client;

  beforeAll(async () => {
    app = await startApp({ logLevel: 'silent' });
    admin = await app.api.as('super-admin');
    office = await app.api.as('office');
  });
  afterAll(() => app.stop());

  const unit = (code: string) => ({ code, name: code, kind: 'institution' });

  it('chooses neither the numbers, the dates nor the author of a new row', async () => {
    const { status, body } = await office.post<Answer>(UNITS, { ...unit('u1'), ...FORGED });
    expect(status).toBe(201);
    expect(body.data.id).toBeLessThan(1000);
    expect(body.data.documentId).not.toBe(FORGED.documentId);
    expect(body.data.createdAt.slice(0, 4)).not.toBe('2001');
    const row: unknown = await app.strapi.db
      .query('plugin::points.unit')
      .findOne({ where: { id: body.data.id }, populate: ['createdBy'] });
    expect(row).toMatchObject({ locale: null, createdBy: { firstname: 'Suite' } });
  });

  it('moves no row to another number by a later save, nor by a clone', async () => {
    const { body } = await office.post<Answer>(UNITS, unit('u2'));
    const { documentId, id } = body.data;
    const saved = await office.put<Answer>(`${UNITS}/${documentId}`, {
      ...unit('u2'),
      ...FORGED,
      // Of another version than the one that stands it would be refused (409).
      updatedAt: undefined,
    });
    expect([saved.status, saved.body.data.documentId]).toEqual([200, documentId]);
    expect(saved.body.data.id).toBe(id);
    const cloned = await office.post<Answer>(`${UNITS}/clone/${documentId}`, {
      ...unit('u3'),
      ...FORGED,
    });
    expect(cloned.body.data.id).toBeLessThan(1000);
    expect(cloned.body.data.documentId).not.toBe(FORGED.documentId);
  });

  it('chooses no numbers of components either', async () => {
    const attributes = app.strapi.contentType('api::service-guide.service-guide').attributes;
    const part = Object.entries(attributes).find(([, { type }]) => type === 'component');
    const [name = '', attribute] = part ?? [];
    const { component = '', repeatable } = attribute as {
      component?: string;
      repeatable?: boolean;
    };
    const inner = { id: 2_000_000_000, createdAt: '2001-01-01' };
    const { status } = await admin.post(GUIDES, {
      title: '办事',
      [name]: repeatable ? [inner] : inner,
    });
    expect(status).toBeLessThan(500);
    const far = await app.strapi.db.query(component).count({ where: { id: { $gt: 1_000_000 } } });
    expect(far).toBe(0);
  });

  it('keeps rich text as it was written, and takes no other', async () => {
    const text = [
      { type: 'paragraph', children: [{ type: 'text', text: '一段正文', bold: true }] },
      {
        type: 'list',
        format: 'unordered',
        children: [{ type: 'list-item', children: [{ type: 'text', text: '一项' }] }],
      },
    ];
    const made = await admin.post<{ data: Row & { body: unknown } }>(ARTICLES, {
      title: '正文',
      body: text,
    });
    expect([made.status, made.body.data.body]).toEqual([201, text]);
    const { documentId } = made.body.data;
    const later = [{ type: 'paragraph', children: [{ type: 'text', text: '改后' }] }];
    const saved = await admin.put<{ data: { body: unknown } }>(`${ARTICLES}/${documentId}`, {
      body: later,
    });
    expect([saved.status, saved.body.data.body]).toEqual([200, later]);
    for (const body of [[{ type: 'nonsense' }], [7], [null], ['text'], 'text', {}]) {
      const refused = await admin.put(`${ARTICLES}/${documentId}`, { body });
      expect([body, refused.status]).toEqual([body, 400]);
    }
    const kept = await admin.get<{ data: { body: unknown } }>(`${ARTICLES}/${documentId}`);
    expect(kept.body.data.body).toEqual(later);
  });

  it.each(['known', 'weak'])('takes no %s password, however it is set', async (kind) => {
    const password = kind === 'known' ? 'Password123!' : 'abcdefgh1';
    const words = { language: 'zh-Hans' };
    const base = { firstname: 'A', email: `${kind}@example.test`, roles: [1] };
    const sent: Array<[string, string, unknown]> = [
      ['POST', '/admin/users', { ...base, password }],
      ['PUT', '/admin/users/1', { password }],
      ['PUT', '/admin/users/me', { password, currentPassword: 'x' }],
      ['POST', '/admin/register-admin', { ...base, password }],
      ['POST', '/admin/reset-password', { resetPasswordToken: 'x', password }],
      [
        'POST',
        '/admin/register',
        { registrationToken: 'x', userInfo: { firstname: 'A', password } },
      ],
    ];
    for (const [method, path, body] of sent) {
      const response = await admin.send(method, path, JSON.stringify(body), words);
      expect([path, response.status]).toEqual([path, 400]);
      expect(errorOf(response).message).toMatch(HAN);
    }
    const service = app.strapi.service('admin::user') as unknown as {
      create(user: object): Promise<unknown>;
    };
    await expect(service.create({ ...base, isActive: true, password })).rejects.toThrow();
  });

  it('says that no mail is sent, instead of promising one', async () => {
    const body = { email: 'a@example.test' };
    const response = await app.api.public.post('/admin/forgot-password', body, {
      language: 'zh-Hans',
    });
    expect(response.status).toBe(400);
    expect(errorOf(response).message).toContain('邮件');
  });

  it('leaves no roles of Strapi beside ours', async () => {
    const roles = (await app.strapi.db.query('admin::role').findMany({})) as Array<{
      code: string;
    }>;
    expect(roles.map(({ code }) => code).sort()).toEqual([
      ...['editor', 'leader', 'office', 'officer', 'strapi-super-admin'],
    ]);
  });

  it.each([
    ['POST', '/upload/actions/bulk-delete', { fileIds: ['x'] }],
    ['POST', '/upload/actions/bulk-move', { folderIds: ['x'], destinationFolderId: 'y' }],
    ['POST', '/upload/folders', { name: 'a', parent: 'x' }],
    ['PUT', '/upload/folders/x', { name: 'a' }],
    ['POST', '/admin/permissions/check', {}],
    ['POST', '/admin/webhooks/99/trigger', {}],
    ['PUT', '/admin/homepage/layout', {}],
    ['PUT', '/admin/homepage/layout', { widgets: 'x' }],
  ])('answers %s %s with %j without an error of the server', async (method, path, body) => {
    const { status } = await admin.send(method, path, JSON.stringify(body));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});
