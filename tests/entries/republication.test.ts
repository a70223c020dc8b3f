import {
  bodyOf,
  exactOf,
  postingsOf,
  reconcileOf,
  startApp,
  type Document,
  type Documents,
  type TestApp,
} from '../support';
import { submissionLedgerRepository } from '../../src/plugins/points/server/src/ledger/submission-ledgers';
import { inTransaction } from '../../src/common/database/transaction';

const OCTOBER = new Date('2026-10-05T10:00:00+08:00');
const NOVEMBER = new Date('2026-11-05T10:00:00+08:00');
const DECEMBER = new Date('2026-12-05T10:00:00+08:00');

describe('taking down and putting up again', () => {
  let app: TestApp;
  let articles: Documents;
  let unit: Document;
  let submission: Document;

  beforeAll(async () => {
    app = await startApp();
    articles = app.make.documents('api::article.article');
    await app.make.ruleSet();
  });
  afterAll(() => app.stop());

  beforeEach(async () => {
    unit = await app.make.unit();
    submission = await app.make.submission({ units: [unit] });
  });
  afterEach(async () => {
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });

  const at = <T>(moment: Date, work: () => Promise<T>): Promise<T> =>
    app.points.clock.at(moment, work);
  const publish = (moment: Date, { documentId }: Document) =>
    at(moment, () => articles.publish({ documentId }));
  const unpublish = (moment: Date, { documentId }: Document) =>
    at(moment, () => articles.unpublish({ documentId }));
  const months = async (who = unit): Promise<string[]> =>
    Promise.all(['2026-10', '2026-11', '2026-12'].map((month) => exactOf(app, who, month)));
  const place = ({ documentId }: Document, placement: string) =>
    articles.update({ documentId, data: { placement } });
  const tie = ({ documentId }: Document, to: Document) =>
    articles.update({ documentId, data: { submission: to.documentId } });

  it('gives the adoption back with its first date, as the site keeps its own', async () => {
    const entry = await app.make.article({ placement: 'headline', submission });
    await publish(OCTOBER, entry);
    await unpublish(NOVEMBER, entry);
    expect(await months()).toEqual(['0', '0', '0']);
    await publish(NOVEMBER, entry);
    expect(await months()).toEqual(['3', '0', '0']);
    await unpublish(DECEMBER, entry);
    await publish(DECEMBER, entry);
    expect(await months()).toEqual(['3', '0', '0']);

    const lines = await postingsOf(app, { submission: submission.documentId });
    expect(lines.map(({ month, adoptedOn }) => [month, adoptedOn])).toEqual(
      Array.from({ length: 5 }, () => ['2026-10', '2026-10-05'])
    );
    expect(new Set(lines.map(({ key }) => key)).size).toBe(5);
  });

  it('gives each placement its own first date back', async () => {
    const entry = await app.make.article({ placement: 'headline', submission });
    await publish(OCTOBER, entry);
    await place(entry, 'picture');
    await publish(NOVEMBER, entry);
    expect(await months()).toEqual(['0', '2', '0']);
    await place(entry, 'headline');
    await publish(DECEMBER, entry);
    expect(await months()).toEqual(['3', '0', '0']);
    await place(entry, 'picture');
    await publish(DECEMBER, entry);
    expect(await months()).toEqual(['0', '2', '0']);
  });

  it('gives each submission its own first date back, and dates what is new', async () => {
    const other = await app.make.unit();
    const another = await app.make.submission({ units: [other] });
    const entry = await app.make.article({ placement: 'headline', submission });
    await publish(OCTOBER, entry);
    await tie(entry, another);
    await publish(NOVEMBER, entry);
    expect([await months(), await months(other)]).toEqual([
      ['0', '0', '0'],
      ['0', '3', '0'],
    ]);
    await tie(entry, submission);
    await publish(DECEMBER, entry);
    expect([await months(), await months(other)]).toEqual([
      ['3', '0', '0'],
      ['0', '0', '0'],
    ]);
  });

  it('knows contributors that changed in between', async () => {
    const other = await app.make.unit();
    const entry = await app.make.article({ placement: 'headline', submission });
    await publish(OCTOBER, entry);
    await unpublish(NOVEMBER, entry);
    await app.make.documents('plugin::points.submission').update({
      documentId: submission.documentId,
      data: { units: [unit.documentId, other.documentId] },
    });
    await publish(NOVEMBER, entry);
    expect([await months(), await months(other)]).toEqual([
      ['3/2', '0', '0'],
      ['3/2', '0', '0'],
    ]);
  });

  it('takes an entry made anew after a deletion for a new one', async () => {
    const entry = await app.make.article({ placement: 'headline', submission });
    await publish(OCTOBER, entry);
    await at(NOVEMBER, () => articles.delete({ documentId: entry.documentId }));
    const anew = await app.make.article({ placement: 'headline', submission });
    await publish(NOVEMBER, anew);
    expect(await months()).toEqual(['0', '3', '0']);
  });

  it('keeps the first date through a merge and out of it', async () => {
    const whole = await app.make.submission({ units: [await app.make.unit()] });
    const office = await app.api.as('office');
    const entry = await app.make.article({ placement: 'headline', submission });
    await publish(OCTOBER, entry);
    await unpublish(NOVEMBER, entry);
    const actions = `/points/submissions/${whole.documentId}/actions`;
    bodyOf(await office.post(`${actions}/merge`, { sources: [submission.documentId] }));
    await publish(NOVEMBER, entry);
    expect(await months()).toEqual(['3/2', '0', '0']);
    await unpublish(DECEMBER, entry);
    bodyOf(await office.post(`${actions}/unmerge`, {}));
    await publish(DECEMBER, entry);
    expect(await months()).toEqual(['3', '0', '0']);
  });

  it('is dated otherwise by the office alone, with a reason and a trail', async () => {
    const office = await app.api.as('office');
    const entry = await app.make.article({ placement: 'headline', submission });
    await publish(NOVEMBER, entry);
    const path = `/site/publication-dates/api::article.article/${entry.documentId}`;
    const body = {
      publicationDate: OCTOBER.toISOString(),
      reason: '系统维护后重新上传',
      adoptions: true,
    };
    const editor = await app.api.as('editor');
    expect((await editor.post(path, body)).status).toBe(403);
    expect((await office.post(path, { ...body, reason: '' })).status).toBe(400);
    expect((await office.post(path, { ...body, adoptions: 'x' })).status).toBe(400);
    expect(await months()).toEqual(['0', '3', '0']);

    const corrected = await office.post<{ data: object[] }>(path, body);
    expect(bodyOf(corrected).data).toEqual([
      expect.objectContaining({ reason: body.reason, adoptions: true }),
    ]);
    expect(await months()).toEqual(['3', '0', '0']);
    const lines = await postingsOf(app, { submission: submission.documentId });
    expect(lines.map(({ cause, month }) => [cause, month]).sort()).toEqual([
      ['correct', '2026-10'],
      ['correct', '2026-11'],
      ['publish', '2026-11'],
    ]);
    expect((await office.post(path, body)).status).toBe(400);

    await unpublish(DECEMBER, entry);
    await publish(DECEMBER, entry);
    expect(await months()).toEqual(['3', '0', '0']);
  });

  it('reads what stands, not all that ever was', async () => {
    const entry = await app.make.article({ placement: 'headline', submission });
    await publish(OCTOBER, entry);
    const read = async (): Promise<number> => {
      const { ledgers } = await inTransaction(app.strapi, (trx) =>
        submissionLedgerRepository(app.strapi).ofEntry(
          trx,
          'api::article.article',
          entry.documentId
        )
      );
      return ledgers.reduce(
        (sum, { adoptions, lines, recorded }) =>
          sum +
          adoptions.length +
          lines.length +
          recorded.standingAwards.length +
          recorded.awardCounts.size,
        0
      );
    };
    const first = await read();
    expect(first).toBeGreaterThan(0);
    for (let count = 0; count < 12; count += 1) {
      await unpublish(NOVEMBER, entry);
      await publish(NOVEMBER, entry);
    }
    expect(await postingsOf(app, { submission: submission.documentId })).toHaveLength(25);
    expect(await read()).toBe(first);
  });
});
