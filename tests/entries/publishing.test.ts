import {
  bodyOf,
  exactOf,
  panelOf,
  postingsOf,
  reconcileOf,
  startApp,
  type Document,
  type Documents,
  type Reference,
  type TestApp,
} from '../support';

const ARTICLE = 'api::article.article';
const CONTENT_MANAGER = `/content-manager/collection-types/${ARTICLE}`;

describe('publishing', () => {
  let app: TestApp;
  let articles: Documents;
  let unit: Document;
  let submission: Document;

  beforeAll(async () => {
    app = await startApp();
    articles = app.make.documents(ARTICLE);
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

  /** A unit's points in the year that it is in the bureau's time zone. */
  const pointsOf = (who: Document): Promise<string> => {
    const { clock } = app.points;
    const year = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric' });
    return exactOf(app, who, year.format(clock.now()));
  };
  const points = (): Promise<string> => pointsOf(unit);
  const lines = async (): Promise<string[]> =>
    (await postingsOf(app, { submission: submission.documentId })).map(({ exact }) => exact);

  it('awards nothing for a draft and once for a publication', async () => {
    const { documentId } = await app.make.article({ placement: 'headline', submission });
    expect(await points()).toBe('0');
    await articles.publish({ documentId });
    expect(await points()).toBe('3');
    await articles.publish({ documentId });
    expect(await lines()).toEqual(['3']);
  });

  it('awards what is made published at once, by create and by update', async () => {
    await articles.create({
      status: 'published',
      data: {
        ...(await app.make.publishable()),
        title: '一',
        placement: 'video',
        submission: submission.documentId,
      },
    });
    expect(await points()).toBe('3');
    const { documentId } = await app.make.article({ placement: 'picture', submission });
    await articles.update({ documentId, status: 'published', data: { title: '二' } });
    expect(await points()).toBe('5');
  });

  it('awards what the Content Manager publishes, one by one and in bulk', async () => {
    const editor = await app.api.as('editor');
    const made = bodyOf(
      await editor.post<{ data: Document }>(CONTENT_MANAGER, {
        title: '内容管理',
        placement: 'dynamics',
        submission: { connect: [{ id: submission.id, documentId: submission.documentId }] },
      })
    ).data;
    bodyOf(await editor.post(`${CONTENT_MANAGER}/${made.documentId}/actions/publish`, {}));
    expect(await points()).toBe('1');

    const others = [
      await app.make.article({ placement: 'headline', submission }),
      await app.make.article({ placement: 'picture', submission }),
    ];
    const documentIds = others.map(({ documentId }) => documentId);
    bodyOf(await editor.post(`${CONTENT_MANAGER}/actions/bulkPublish`, { documentIds }));
    expect(await points()).toBe('6');
    bodyOf(await editor.post(`${CONTENT_MANAGER}/actions/bulkUnpublish`, { documentIds }));
    expect(await points()).toBe('1');
    bodyOf(
      await editor.post(`${CONTENT_MANAGER}/actions/bulkDelete`, { documentIds: [made.documentId] })
    );
    expect(await points()).toBe('0');
  });

  it('counts one placement once, whatever the number of entries, and each placement', async () => {
    await app.make.article({ placement: 'dynamics', submission, publish: true });
    const second = await app.make.article({ placement: 'dynamics', submission, publish: true });
    expect(await points()).toBe('1');
    await app.make.article({ placement: 'picture', submission, publish: true });
    expect(await points()).toBe('3');
    await articles.unpublish({ documentId: second.documentId });
    expect(await points()).toBe('3');
  });

  it('keeps the award while another entry runs in the placement', async () => {
    const first = await app.make.article({ placement: 'dynamics', submission, publish: true });
    const second = await app.make.article({ placement: 'dynamics', submission, publish: true });
    await articles.unpublish({ documentId: first.documentId });
    expect(await points()).toBe('1');
    await articles.delete({ documentId: second.documentId });
    expect(await points()).toBe('0');
  });

  it('moves the award with the placement, when published again', async () => {
    const { documentId } = await app.make.article({
      placement: 'dynamics',
      submission,
      publish: true,
    });
    await articles.update({ documentId, data: { placement: 'headline' } });
    expect(await points()).toBe('1');
    await articles.publish({ documentId });
    expect(await lines()).toEqual(['1', '-1', '3']);
    await articles.update({ documentId, data: { placement: null } });
    await articles.publish({ documentId });
    expect(await points()).toBe('0');
  });

  it('moves the award with the submission, when published again', async () => {
    const otherUnit = await app.make.unit();
    const other = await app.make.submission({ units: [otherUnit] });
    const { documentId } = await app.make.article({
      placement: 'headline',
      submission,
      publish: true,
    });
    await articles.update({ documentId, data: { submission: other.documentId } });
    await articles.publish({ documentId });
    expect(await points()).toBe('0');
    expect(await pointsOf(otherUnit)).toBe('3');
  });

  it('reverses on unpublishing, awards again on publishing, reverses on deleting', async () => {
    const { documentId } = await app.make.article({
      placement: 'video',
      submission,
      publish: true,
    });
    await articles.unpublish({ documentId });
    expect(await points()).toBe('0');
    await articles.publish({ documentId });
    expect(await points()).toBe('3');
    await articles.delete({ documentId });
    expect(await lines()).toEqual(['3', '-3', '3', '-3']);
  });

  it('leaves the award alone when a draft is discarded or edited', async () => {
    const { documentId } = await app.make.article({
      placement: 'video',
      submission,
      publish: true,
    });
    await articles.update({ documentId, data: { placement: 'dynamics', title: '改' } });
    await articles.discardDraft({ documentId });
    expect(await lines()).toEqual(['3']);
  });

  it('publishes freely without a submission or a placement, and scores nothing', async () => {
    const noSubmission = await app.make.article({ placement: 'headline', publish: true });
    expect(await panelOf(app, noSubmission)).toMatchObject({
      published: true,
      submission: null,
      notices: ['no-submission'],
      total: { exact: '0' },
    });
    const noPlacement = await app.make.article({ submission, publish: true });
    const panel = await panelOf(app, noPlacement);
    expect(panel.notices).toContain('no-placement');
    expect(await points()).toBe('0');
  });

  it('tells before what publishing would award, and after what it awarded', async () => {
    const officer = await app.make.officer(unit);
    const other = await app.make.unit();
    const joint = await app.make.submission({ units: [unit, other], officers: [officer] });
    const article = await app.make.article({ placement: 'headline', submission: joint });

    const before = await panelOf(app, article);
    expect(before).toMatchObject({ published: false, placement: 'headline', awarded: [] });
    expect(before.preview).toHaveLength(2);
    expect(before.preview.map(({ exact }) => exact)).toEqual(['3/2', '3/2']);
    expect(before.preview.find((each) => each.officer)).toMatchObject({
      officer: { documentId: officer.documentId },
      clause: { number: '七.7' },
      full: { exact: '3' },
      split: { units: 2, officers: 1 },
    });
    const unsaved = await panelOf(app, article, { placement: 'picture' });
    expect(unsaved.preview.map(({ exact }) => exact)).toEqual(['1', '1']);

    await articles.publish({ documentId: article.documentId });
    const after = await panelOf(app, article);
    expect(after).toMatchObject({ published: true, preview: [], total: { exact: '3' } });
    expect(after.awarded.map(({ exact }) => exact)).toEqual(['3/2', '3/2']);
  });

  it('makes the submission from the entry', async () => {
    const article = await app.make.article({ title: '非遗展演', placement: 'dynamics' });
    const editor = await app.api.as('editor');
    const path = `/points/entries/${ARTICLE}/${article.documentId}/submission`;
    const response = await editor.post(path, { category: 'work-result', units: [unit.documentId] });
    expect(response.status).toBeLessThan(300);
    await articles.publish({ documentId: article.documentId });
    expect(await points()).toBe('1');
    const panel = await panelOf(app, article);
    expect(panel.submission).toMatchObject({
      title: '非遗展演',
      category: 'work-result',
      contributors: [{ unit: { documentId: unit.documentId }, officers: [] }],
    });
  });

  it('publishes neither entry nor award when no rule set says what it earns', async () => {
    const article = await app.make.article({ placement: 'headline', submission });
    const moment = new Date('2024-06-01T10:00:00+08:00');
    await expect(
      app.points.clock.at(moment, () => articles.publish({ documentId: article.documentId }))
    ).rejects.toThrow('2024-06-01');
    const published: Reference | null = await articles.findOne({
      documentId: article.documentId,
      status: 'published',
    });
    expect(published).toBeNull();
    expect(await lines()).toEqual([]);
  });
});
