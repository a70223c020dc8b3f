import { startApp, type Document, type Documents, type TestApp } from '../support';
import { valuesOf } from '../support/site-refusals';

const TYPE = 'disclosure-document';

describe('disclosed documents', () => {
  let app: TestApp;
  let documents: Documents;

  beforeAll(async () => {
    app = await startApp({ environment: { SITE_ORGAN_CODE: '014109520' } });
    documents = app.make.documents(`api::${TYPE}.${TYPE}`);
  });
  afterAll(() => app.stop());

  const make = async (more: Record<string, unknown> = {}): Promise<Document> =>
    documents.create({ data: await valuesOf(app, TYPE, more) });
  const publish = (document: Document) => documents.publish({ documentId: document.documentId });
  const validityOf = async (document: Document, status = 'published') =>
    (await documents.findOne({ documentId: document.documentId, status }))?.validity;

  it('are numbered in the series of their year', async () => {
    const one = await make({ issuedOn: '2021-12-31' });
    const other = await make({ issuedOn: '2021-01-01' });
    expect([one.indexNumber, other.indexNumber]).toEqual([
      '014109520/2021-00001',
      '014109520/2021-00002',
    ]);
    await documents.delete({ documentId: other.documentId });
    expect((await make({ issuedOn: '2021-05-01' })).indexNumber).toBe('014109520/2021-00003');
  });

  it('keep their number when its field is cleared, and through publication', async () => {
    const made = await make();
    await documents.update({ documentId: made.documentId, data: { indexNumber: '' } });
    await publish(made);
    const published = await documents.findOne({ documentId: made.documentId, status: 'published' });
    expect(published?.indexNumber).toBe(made.indexNumber);
  });

  it('are numbered apart when many are written at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 12 }, () => make({ issuedOn: '2022-03-01' }))
    );
    const numbers = made.map(({ indexNumber }) => indexNumber);
    expect(new Set(numbers).size).toBe(12);
  });

  it('take a number that is given, once, and pass it over themselves', async () => {
    await make({ indexNumber: '014109520/2019-00001', issuedOn: '2019-01-01' });
    await expect(make({ indexNumber: '014109520/2019-00001' })).rejects.toThrow('indexNumber');
    expect((await make({ issuedOn: '2019-02-01' })).indexNumber).toBe('014109520/2019-00002');
    for (const indexNumber of [
      '2019-1',
      '014109520/2019-1',
      '014109520/19-00001',
      'x'.repeat(30),
    ]) {
      await expect(make({ indexNumber })).rejects.toThrow('indexNumber');
    }
  });

  const cloned = async ({ documentId }: Document, data: object = {}): Promise<Document> => {
    const copy = await app.strapi
      .documents(`api::${TYPE}.${TYPE}` as never)
      .clone({ documentId, data } as never);
    return copy?.entries[0] as unknown as Document;
  };

  it('number a copy in the year that it is dated', async () => {
    const made = await make({ issuedOn: '2018-06-01', documentNumber: '常文〔2018〕9号' });
    const copy = await cloned(made);
    expect(copy.indexNumber).toBe('014109520/2018-00002');
    expect(copy.documentNumber).toBeNull();
    expect((await cloned(made, { issuedOn: '2017-02-01' })).indexNumber).toBe(
      '014109520/2017-00001'
    );
  });

  it('bear a document number that no other published one bears', async () => {
    const documentNumber = '常文〔2026〕77号';
    const [one, other] = [
      await make({ documentNumber: ' 常文[２０２６]77号 ', title: '甲办法' }),
      await make({ documentNumber }),
    ];
    expect(one.documentNumber).toBe(documentNumber);
    const results = await Promise.allSettled([publish(one), publish(other)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const isFirst = results[0].status === 'fulfilled';
    const [standing, refused] = isFirst ? [one, other] : [other, one];
    await publish(standing);
    await expect(publish(refused)).rejects.toThrow(documentNumber);
    await expect(make({ documentNumber })).rejects.toThrow(documentNumber);
    await expect(
      documents.update({ documentId: refused.documentId, data: { title: '草稿可改' } })
    ).resolves.toBeTruthy();
    await expect(
      make({ documentNumber: `${documentNumber}、常财〔2026〕1号` })
    ).resolves.toBeTruthy();
  });

  it('give a copy a number of its own', async () => {
    const made = await make();
    const copy = await app.strapi
      .documents(`api::${TYPE}.${TYPE}` as never)
      .clone({ documentId: made.documentId, data: {} } as never);
    const [entry] = (copy?.entries ?? []) as unknown as Document[];
    expect(entry?.indexNumber).toMatch(/^014109520\/\d{4}-\d{5}$/);
    expect(entry?.indexNumber).not.toBe(made.indexNumber);
  });

  it('name the bureau as issuer unless told', async () => {
    expect((await make()).issuer).toBe('市文化局');
    expect((await make({ issuer: '市图书馆' })).issuer).toBe('市图书馆');
  });

  it('replace neither themselves nor in a circle', async () => {
    const one = await make({ title: '甲' });
    const two = await make({ title: '乙', replaces: [one.documentId] });
    const three = await make({ title: '丙', replaces: [two.documentId] });
    const replace = (document: Document, other: Document) =>
      documents.update({
        documentId: document.documentId,
        data: { replaces: { connect: [{ documentId: other.documentId }] } },
      });
    await expect(replace(one, one)).rejects.toThrow('replaces');
    await expect(replace(one, three)).rejects.toThrow('replaces');
    await expect(replace(three, one)).resolves.toBeTruthy();
    const found = await documents.findOne({
      documentId: one.documentId,
      populate: { replaces: true },
    });
    expect(found?.replaces).toEqual([]);
  });

  it('close no circle when two are written at once', async () => {
    const one = await make();
    const two = await make();
    const set = (document: Document, other: Document) =>
      documents.update({
        documentId: document.documentId,
        data: { replaces: [other.documentId] },
      });
    const results = await Promise.allSettled([set(one, two), set(two, one)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('are superseded exactly as long as a published one replaces them', async () => {
    const old = await make({ title: '旧办法' });
    await publish(old);
    const fresh = await make({ title: '新办法', replaces: [old.documentId] });
    expect(await validityOf(old)).toBe('in-force');
    await publish(fresh);
    expect([await validityOf(old), await validityOf(old, 'draft')]).toEqual([
      'superseded',
      'superseded',
    ]);

    await documents.update({ documentId: old.documentId, data: { validity: 'in-force' } });
    expect(await validityOf(old, 'draft')).toBe('superseded');
    await publish(old);
    expect(await validityOf(old)).toBe('superseded');
    const found = await documents.findOne({
      documentId: old.documentId,
      status: 'published',
      populate: { replacedBy: true },
    });
    expect(found?.replacedBy).toMatchObject([{ title: '新办法' }]);

    await documents.unpublish({ documentId: fresh.documentId });
    expect([await validityOf(old), await validityOf(old, 'draft')]).toEqual([
      'in-force',
      'in-force',
    ]);
    await publish(fresh);
    expect(await validityOf(old)).toBe('superseded');
    await documents.update({
      documentId: fresh.documentId,
      data: { replaces: [] },
      status: 'published',
    });
    expect(await validityOf(old)).toBe('in-force');
  });

  it('are superseded by nothing but a replacement, and stay repealed', async () => {
    expect((await make({ validity: 'superseded' })).documentId).toBeTruthy();
    const made = await make({ validity: 'superseded' });
    expect(await validityOf(made, 'draft')).toBe('in-force');
    const repealed = await make({ validity: 'repealed' });
    await publish(repealed);
    await publish(await make({ replaces: [repealed.documentId] }));
    expect(await validityOf(repealed)).toBe('repealed');
  });

  it('let go of what they replaced when they are deleted', async () => {
    const old = await make();
    await publish(old);
    const fresh = await make({ replaces: [old.documentId] });
    await publish(fresh);
    expect(await validityOf(old)).toBe('superseded');
    await documents.delete({ documentId: fresh.documentId });
    expect(await validityOf(old)).toBe('in-force');
  });
});
