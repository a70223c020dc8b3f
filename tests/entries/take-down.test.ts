import type { LedgerResponse, SubmissionResponse } from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  errorOf,
  reconcileOf,
  sealThrough,
  startApp,
  type ApiResponse,
  type Client,
  type TestApp,
} from '../support';

const ARTICLE = '/content-manager/collection-types/api::article.article';

describe('taking an entry down', () => {
  let app: TestApp;
  let editor: Client;
  let office: Client;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    editor = await app.api.as('editor');
    office = await app.api.as('office');
  });
  afterAll(async () => {
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
    await app.stop();
  });

  const published = async (title: string): Promise<{ entry: string; submission: string }> => {
    const submission = await app.make.submission({ units: await app.make.units(2), title });
    const entry = await app.make.article({ placement: 'headline', submission, publish: true });
    return { entry: entry.documentId, submission: submission.documentId };
  };

  const because = (reason: string) => ({
    headers: { 'points-reason': encodeURIComponent(reason) },
  });

  const unpublish = (entry: string, options = {}): Promise<ApiResponse<unknown>> =>
    editor.post(`${ARTICLE}/${entry}/actions/unpublish`, {}, options);

  const reversalsOf = async (submission: string) => {
    const { data } = bodyOf(
      await office.get<LedgerResponse>(`/points/ledger?submission=${submission}`)
    );
    return data.filter(({ kind }) => kind === 'reversal');
  };

  const linesOf = async (submission: string, action: string) => {
    const { data } = bodyOf(
      await office.get<SubmissionResponse>(`/points/submissions/${submission}`)
    );
    return data.history.filter((line) => line.action === action);
  };

  it('keeps its reason in the history of the piece and beside each reversal', async () => {
    const { entry, submission } = await published('图片有误的稿件');
    expect((await unpublish(entry, because('图片有误，待更换'))).status).toBe(200);
    const reversals = await reversalsOf(submission);
    expect(reversals).toHaveLength(2);
    for (const reversal of reversals) {
      expect(reversal).toMatchObject({ takenDown: { reason: '图片有误，待更换' } });
    }
    expect(await linesOf(submission, 'entry-unpublish')).toEqual([
      expect.objectContaining({ comment: '图片有误，待更换' }),
    ]);
  });

  it('keeps of each time its own', async () => {
    const { entry, submission } = await published('两次下线的稿件');
    await unpublish(entry, because('第一次'));
    bodyOf(await editor.post(`${ARTICLE}/${entry}/actions/publish`, {}));
    await unpublish(entry, because('第二次'));
    const said = (await reversalsOf(submission)).map((posting) =>
      'takenDown' in posting ? posting.takenDown?.reason : null
    );
    expect(new Set(said)).toEqual(new Set(['第一次', '第二次']));
  });

  it('goes without a reason, and says so in the history', async () => {
    const { entry, submission } = await published('没有理由的稿件');
    expect((await unpublish(entry)).status).toBe(200);
    expect(await reversalsOf(submission)).toMatchObject([{ takenDown: null }, { takenDown: null }]);
    expect(await linesOf(submission, 'entry-unpublish')).toMatchObject([{ comment: null }]);
  });

  it('takes the reason for a deletion, and for many at once', async () => {
    const one = await published('要删除的稿件');
    bodyOf(await editor.delete(`${ARTICLE}/${one.entry}`, because('重复发布')));
    expect(await linesOf(one.submission, 'entry-delete')).toMatchObject([{ comment: '重复发布' }]);
    const [first, second] = [await published('批量之一'), await published('批量之二')];
    bodyOf(
      await editor.post(
        `${ARTICLE}/actions/bulkUnpublish`,
        { documentIds: [first.entry, second.entry] },
        because('栏目调整')
      )
    );
    for (const { submission } of [first, second]) {
      expect(await reversalsOf(submission)).toMatchObject([
        { takenDown: { reason: '栏目调整' } },
        { takenDown: { reason: '栏目调整' } },
      ]);
    }
  });

  it('refuses a reason that is too long or cannot be read, and takes nothing down', async () => {
    const { entry, submission } = await published('仍在网站的稿件');
    for (const headers of [because('长'.repeat(501)).headers, { 'points-reason': '%E4%BD' }]) {
      const refused = await unpublish(entry, { headers });
      expect(refused.status).toBe(400);
      expect(errorOf(refused).message).toContain('500');
    }
    expect(await reversalsOf(submission)).toEqual([]);
  });

  it('notes it also where the month is sealed and the award stands', async () => {
    const { entry, submission } = await app.points.clock.at(new Date('2026-03-10T02:00:00Z'), () =>
      published('封存以后下线的稿件')
    );
    await sealThrough(app, '2026-03');
    await unpublish(entry, because('内容过时'));
    expect(await reversalsOf(submission)).toEqual([]);
    expect(await linesOf(submission, 'entry-unpublish')).toMatchObject([{ comment: '内容过时' }]);
  });
});
