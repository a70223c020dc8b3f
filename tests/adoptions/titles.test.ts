import type { Knex } from 'knex';
import {
  bodyOf,
  connect,
  reconcileOf,
  regulation,
  startApp,
  today,
  verificationOf,
  type Client,
  type Document,
  type TestApp,
} from '../support';

const FORM = '/content-manager/collection-types/plugin::points.adoption';
const SUBMISSIONS = '/content-manager/collection-types/plugin::points.submission';

describe('what adoptions are called', () => {
  let app: TestApp;
  let raw: Knex;
  let office: Client;
  let unit: Document;
  let piece: Document;
  let count = 0;

  beforeAll(async () => {
    app = await startApp();
    raw = connect(app.database);
    office = await app.api.as('office');
    const { channels } = (await regulation()) as { channels: Array<{ channel: string }> };
    await app.make.ruleSet({
      effectiveTo: '2025-12-31',
      channels: channels.map((each) =>
        each.channel === 'newsletter' ? { ...each, name: { zh: '旧简报', en: 'Old' } } : each
      ),
    });
    await app.make.ruleSet({ effectiveFrom: '2026-01-01' });
    unit = await app.make.unit();
  });
  afterAll(async () => {
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
    const { chain, unchained } = await verificationOf(app);
    expect([chain, unchained]).toEqual([null, []]);
    await raw.destroy();
    await app.stop();
  });
  beforeEach(async () => {
    piece = await app.make.submission({ units: [unit], title: `夜场开放 ${(count += 1)}` });
  });

  const titles = (): Promise<string[]> =>
    raw({ a: 'points_adoptions' })
      .join({ l: 'points_adoptions_submission_lnk' }, 'l.adoption_id', 'a.id')
      .where('l.submission_id', piece.id)
      .whereNull('a.withdrawn_at')
      .orderBy('a.id')
      .pluck<string[]>('a.title');

  it('says channel, day and piece, whatever is sent for it', async () => {
    const submission = { connect: [{ documentId: piece.documentId }] };
    const values = { channel: 'newsletter', adoptedOn: '2026-03-05', reference: '第3期' };
    const made = bodyOf(
      await office.post<{ data: Document }>(FORM, { ...values, submission, title: '假的' })
    ).data;
    const title = `《文化常州》简报 · 2026-03-05 · 夜场开放 ${count}`;
    expect(await titles()).toEqual([title]);
    const path = `${FORM}/${made.documentId}`;
    expect(bodyOf(await office.get<{ data: Document }>(path)).data.title).toBe(title);
    bodyOf(await office.put(path, { title: '假的', words: '更正' }));
    expect(await titles()).toEqual([title]);
    const { settings } = bodyOf(
      await office.get<{ data: { contentType: { settings: { mainField: string } } } }>(
        '/content-manager/content-types/plugin::points.adoption/configuration'
      )
    ).data.contentType;
    expect(settings.mainField).toBe('title');
  });

  it('follows day, channel and piece', async () => {
    const adoption = await app.make.adoption({
      ...{ submission: piece, channel: 'newsletter', adoptedOn: '2025-12-30' },
      reference: '第12期',
    });
    const path = `${FORM}/${adoption.documentId}`;
    expect(await titles()).toEqual([`旧简报 · 2025-12-30 · 夜场开放 ${count}`]);
    bodyOf(await office.put(path, { adoptedOn: '2026-01-02' }));
    expect(await titles()).toEqual([`《文化常州》简报 · 2026-01-02 · 夜场开放 ${count}`]);
    const changed = (): Promise<unknown[]> =>
      raw('points_adoptions').where({ id: adoption.id }).pluck<unknown[]>('updated_at');
    const before = await changed();
    bodyOf(await office.put(`${SUBMISSIONS}/${piece.documentId}`, { title: '夜场延时' }));
    expect(await titles()).toEqual(['《文化常州》简报 · 2026-01-02 · 夜场延时']);
    expect(await changed()).toEqual(before);
  });

  it('follows a merge, and back', async () => {
    await app.make.adoption({ submission: piece, channel: 'newsletter', adoptedOn: '2026-03-05' });
    const own = await titles();
    const whole = await app.make.submission({ units: [unit], title: '合并件' });
    const path = `/points/submissions/${whole.documentId}/actions`;
    bodyOf(await office.post(`${path}/merge`, { sources: [piece.documentId] }));
    expect(await raw('points_adoptions').orderBy('id', 'desc').first('title')).toEqual({
      title: '《文化常州》简报 · 2026-03-05 · 合并件',
    });
    bodyOf(await office.post(`${path}/unmerge`, {}));
    expect(await titles()).toEqual(own);
  });

  it('is there of what publishing adopts', async () => {
    await app.make.article({ placement: 'headline', submission: piece, publish: true });
    expect(await titles()).toEqual([`网站头条资讯 · ${today()} · 夜场开放 ${count}`]);
  });
});
