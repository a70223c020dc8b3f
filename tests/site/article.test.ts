import { startApp, type Document, type Documents, type TestApp } from '../support';

const ARTICLE = 'api::article.article';

describe('publication date', () => {
  let app: TestApp;
  let articles: Documents;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    articles = app.make.documents(ARTICLE);
  });
  afterAll(() => app.stop());

  const first = new Date('2026-03-31T15:59:59.000Z');
  const later = new Date('2026-05-01T00:00:00.000Z');
  const at = <T>(moment: Date, work: () => Promise<T>): Promise<T> =>
    app.points.clock.at(moment, work);

  const dateOf = (entry: Document | null | undefined): string | null => {
    const value = entry?.publicationDate ?? null;
    return value === null ? null : new Date(value as string).toISOString();
  };
  const stored = async (documentId: string, status: 'draft' | 'published') =>
    dateOf(await articles.findOne({ documentId, status }));

  it('is the moment of the first publication, in draft and published version', async () => {
    const { documentId } = await articles.create({ data: { title: '初次发布' } });
    expect(await stored(documentId, 'draft')).toBeNull();
    await at(first, () => articles.publish({ documentId }));
    expect(await stored(documentId, 'published')).toBe(first.toISOString());
    expect(await stored(documentId, 'draft')).toBe(first.toISOString());
  });

  it('stays when the entry is published again, also after it was taken off', async () => {
    const { documentId } = await articles.create({ data: { title: '再次发布' } });
    await at(first, () => articles.publish({ documentId }));
    await at(later, () => articles.publish({ documentId }));
    expect(await stored(documentId, 'published')).toBe(first.toISOString());
    await articles.unpublish({ documentId });
    await at(later, () => articles.publish({ documentId }));
    expect(await stored(documentId, 'published')).toBe(first.toISOString());
  });

  it('is set when create or update publish', async () => {
    const created = await at(first, () =>
      articles.create({ data: { title: '建立即发布' }, status: 'published' })
    );
    expect(dateOf(created)).toBe(first.toISOString());

    const { documentId } = await articles.create({ data: { title: '修改即发布' } });
    const publish = (title: string) =>
      articles.update({ documentId, data: { title }, status: 'published' });
    expect(dateOf(await at(first, () => publish('一')))).toBe(first.toISOString());
    expect(dateOf(await at(later, () => publish('二')))).toBe(first.toISOString());
  });

  it('cannot be made up by whoever writes the entry', async () => {
    const made = '2001-01-01T00:00:00.000Z';
    const { documentId } = await articles.create({
      data: { title: '伪造日期', publicationDate: made },
    });
    expect(await stored(documentId, 'draft')).toBeNull();
    await at(first, () => articles.publish({ documentId }));
    await articles.update({ documentId, data: { publicationDate: made }, status: 'published' });
    expect(await stored(documentId, 'published')).toBe(first.toISOString());

    const admin = await app.api.as('super-admin');
    await admin.put(`/content-manager/collection-types/${ARTICLE}/${documentId}`, {
      publicationDate: made,
    });
    expect(await stored(documentId, 'draft')).toBe(first.toISOString());
  });

  it('is not taken over by a clone', async () => {
    const { documentId } = await articles.create({ data: { title: '被复制' } });
    await at(first, () => articles.publish({ documentId }));
    const clone = await app.strapi.documents(ARTICLE).clone({ documentId, data: {} });
    expect(dateOf(clone?.entries[0] as unknown as Document)).toBeNull();
  });

  it('is undone together with a publication that fails', async () => {
    const { documentId } = await articles.create({ data: {} });
    await expect(articles.publish({ documentId })).rejects.toThrow('title');
    expect(await stored(documentId, 'draft')).toBeNull();
    expect(await stored(documentId, 'published')).toBeNull();
  });
});
