import type {
  DuplicatesResponse,
  PrecheckResponse,
  SubmissionDetail,
  SubmissionResponse,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  errorOf,
  startApp,
  type Client,
  type Document,
  type Person,
  type Reference,
  type TestApp,
  today,
} from '../support';

const ARTICLES = '/content-manager/collection-types/api::article.article';
const SUBMISSIONS = '/content-manager/collection-types/plugin::points.submission';
const WORDS = '/content-manager/collection-types/plugin::points.word-rule';

interface Made {
  data: Reference;
}

describe('what a unit writes', () => {
  let app: TestApp;
  let unit: Document;
  let officer: Person;
  let office: Client;
  let editor: Client;

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    [unit] = await app.make.units(1);
    officer = await app.make.person('officer', unit);
    office = await app.api.as('office');
    editor = await app.api.as('editor');
  });
  afterAll(() => app.stop());

  const detail = async (client: Client, documentId: string): Promise<SubmissionDetail> =>
    bodyOf(await client.get<SubmissionResponse>(`/points/submissions/${documentId}`)).data;

  const act = (client: Client, documentId: string, action: string, body: object = {}) =>
    client.post<SubmissionResponse>(`/points/submissions/${documentId}/actions/${action}`, body);

  const paragraph = (text: string): object[] => [
    { type: 'paragraph', children: [{ type: 'text', text }] },
  ];

  const submissionOf = async ({ documentId }: Reference): Promise<Document> => {
    const entry = await app.make
      .documents('api::article.article')
      .findOne({ documentId, populate: ['submission'] });
    return entry?.submission as Document;
  };

  const draft = async (values: object = {}): Promise<Reference> =>
    bodyOf(
      await officer.client.post<Made>(ARTICLES, {
        title: '市博物馆举办新春特展',
        body: paragraph('新春特展二月一日开幕。'),
        ...values,
      })
    ).data;

  describe('an entry', () => {
    it('comes with its submission, of the own unit and by the own name', async () => {
      const entry = await draft();
      const { documentId } = await submissionOf(entry);
      expect(await detail(officer.client, documentId)).toMatchObject({
        title: '市博物馆举办新春特展',
        state: 'draft',
        category: null,
        receivedAt: null,
        contributors: [
          {
            unit: { documentId: unit.documentId },
            officers: [{ documentId: officer.record.documentId }],
          },
        ],
        entries: [{ documentId: entry.documentId, published: false }],
      });
    });

    it('is made with its submission, or neither is', async () => {
      const count = () => app.make.documents('plugin::points.submission').findMany();
      const before = (await count()).length;
      const response = await officer.client.post(ARTICLES, { title: '长'.repeat(201) });
      expect(response.status).toBe(400);
      expect((await count()).length).toBe(before);
    });

    it('is not sent before its unit has said what it is', async () => {
      const { documentId } = await submissionOf(await draft());
      const refused = await act(officer.client, documentId, 'submit');
      expect([refused.status, errorOf(refused).message]).toEqual([
        400,
        expect.stringContaining('category') as unknown,
      ]);
      const choose = (category: unknown) =>
        officer.client.put(`${SUBMISSIONS}/${documentId}`, { category });
      for (const none of [null, '', 'poem']) expect((await choose(none)).status).toBe(400);
      bodyOf(await choose('work-result'));
      bodyOf(await act(officer.client, documentId, 'submit'));
    });

    it('of which the category can be changed, and whose title the submission bears', async () => {
      const entry = await draft();
      const { documentId } = await submissionOf(entry);
      bodyOf(await officer.client.put(`${ARTICLES}/${entry.documentId}`, { title: '特展延期' }));
      bodyOf(await officer.client.put(`${SUBMISSIONS}/${documentId}`, { category: 'work-result' }));
      expect(await detail(officer.client, documentId)).toMatchObject({
        title: '特展延期',
        category: 'work-result',
      });
    });

    it('is sent with its words, locked then, and the unit sees what the editor changed', async () => {
      const entry = await draft();
      const { documentId } = await submissionOf(entry);
      bodyOf(
        await officer.client.put(`${SUBMISSIONS}/${documentId}`, { category: 'culture-news' })
      );
      bodyOf(await act(officer.client, documentId, 'submit'));
      expect(await detail(officer.client, documentId)).toMatchObject({
        text: '新春特展二月一日开幕。',
        difference: null,
      });
      const locked = await officer.client.put(
        `${ARTICLES}/${entry.documentId}`,
        { title: '又改' },
        { language: 'zh-Hans' }
      );
      expect([locked.status, errorOf(locked).message]).toEqual([
        400,
        expect.stringContaining('报送单位不能修改') as unknown,
      ]);
      bodyOf(
        await editor.put(`${ARTICLES}/${entry.documentId}`, {
          body: paragraph('新春特展二月二日开幕。'),
        })
      );
      const { difference } = await detail(officer.client, documentId);
      expect(difference?.text).toEqual([
        { kind: 'same', text: '新春特展二月' },
        { kind: 'removed', text: '一' },
        { kind: 'added', text: '二' },
        { kind: 'same', text: '日开幕。' },
      ]);
      bodyOf(await act(office, documentId, 'return', { reason: 'unclear-facts' }));
      bodyOf(await officer.client.put(`${ARTICLES}/${entry.documentId}`, { title: '可以改' }));
    });

    it('that lost its submission is its unit’s while its author was of the unit, and no other’s', async () => {
      const entry = await draft();
      const path = `${ARTICLES}/${entry.documentId}`;
      bodyOf(await editor.put(path, { submission: { set: [] } }));
      expect(await submissionOf(entry)).toBeNull();
      const [foreign] = await app.make.units(1);
      const colleagues = [
        await app.make.person('leader', unit),
        await app.make.person('officer', unit),
      ];
      for (const { client } of colleagues) {
        expect((await client.get(path)).status).toBe(200);
        bodyOf(await client.put(path, { title: '分管领导改过' }));
        const { results } = bodyOf(await client.get<{ results: Reference[] }>(ARTICLES));
        expect(results.map(({ documentId }) => documentId)).toContain(entry.documentId);
      }
      const stranger = await app.make.person('leader', foreign);
      expect((await stranger.client.get(path)).status).toBe(404);
      // Its author was of the unit on other days, or was not: then it is the author's alone.
      const officers = app.make.documents('plugin::points.officer');
      const between = (activeFrom: string | null, activeTo: string | null) =>
        officers.update({
          documentId: officer.record.documentId,
          data: { activeFrom, activeTo },
        });
      const [leader] = colleagues;
      await between('2020-01-01', '2020-12-31');
      expect((await leader?.client.get(path))?.status).toBe(404);
      await between(null, today());
      expect((await leader?.client.get(path))?.status).toBe(200);
      await between(null, null);
    });

    it('of the editor comes without one', async () => {
      const entry = bodyOf(await editor.post<Made>(ARTICLES, { title: '编辑自采' })).data;
      expect(await submissionOf(entry)).toBeNull();
    });
  });

  it('a submission of its own is the own unit’s, unless it says otherwise', async () => {
    const made = bodyOf(
      await officer.client.post<Made>(SUBMISSIONS, {
        title: '基层文化站调研报告',
        category: 'research',
        text: '报告全文',
      })
    ).data;
    expect(await detail(officer.client, made.documentId)).toMatchObject({
      state: 'draft',
      contributors: [
        {
          unit: { documentId: unit.documentId },
          officers: [{ documentId: officer.record.documentId }],
        },
      ],
    });
  });

  it('is by its officers: the form offers none who leads, left or comes, and keeps who is named', async () => {
    const [own] = await app.make.units(1);
    const writer = await app.make.person('officer', own);
    const leader = await app.make.person('leader', own);
    const left = await app.make.officer(own, { activeTo: '2026-01-31' });
    const toCome = await app.make.officer(own, { activeFrom: '2999-01-01' });
    const lastDay = await app.make.officer(own, { activeTo: today() });
    const piece = await app.make.submission({ units: [own], officers: [leader.record, left] });
    const picker = '/content-manager/relations/plugin::points.submission';
    const offered = async (client: Client, query: Record<string, string>): Promise<string[]> => {
      const found = await client.get<{ results: Reference[] }>(
        `${picker}/officers?${new URLSearchParams(query)}`
      );
      return bodyOf(found).results.map(({ documentId }) => documentId);
    };
    for (const client of [writer.client, leader.client, editor, office]) {
      expect(await offered(client, { _q: writer.name })).toContain(writer.record.documentId);
      const omitted = { _q: writer.name, 'idsToOmit[0]': String(writer.record.id) };
      expect(await offered(client, omitted)).not.toContain(writer.record.documentId);
      const all = await offered(client, { pageSize: '100' });
      expect(all).toContain(lastDay.documentId);
      for (const { documentId } of [leader.record, left, toCome]) {
        expect(all).not.toContain(documentId);
      }
    }
    const named = await office.get<{ results: Reference[] }>(
      `${picker}/${piece.documentId}/officers`
    );
    expect(new Set(bodyOf(named).results.map(({ documentId }) => documentId))).toEqual(
      new Set([leader.record.documentId, left.documentId])
    );
    expect((await office.get(`${picker}/officers?idsToOmit=none`)).status).toBe(400);
  });

  it('is of units in use: its form offers no other, the office’s does, and both keep who is named', async () => {
    const [own] = await app.make.units(1);
    const [closed, toCome, lastDay] = [
      await app.make.unit({ activeTo: '2026-01-31' }),
      await app.make.unit({ activeFrom: '2999-01-01' }),
      await app.make.unit({ activeTo: today() }),
    ];
    const writer = await app.make.person('officer', own);
    const leader = await app.make.person('leader', own);
    const piece = await app.make.submission({ units: [own, closed] });
    const picker = '/content-manager/relations/plugin::points.submission';
    const documentIdsOf = async (client: Client, address: string): Promise<Set<string>> =>
      new Set(
        bodyOf(await client.get<{ results: Reference[] }>(`${picker}/${address}`)).results.map(
          ({ documentId }) => documentId
        )
      );
    for (const { client } of [writer, leader]) {
      const offered = await documentIdsOf(client, 'units?pageSize=100');
      expect(offered).toContain(own.documentId);
      expect(offered).toContain(lastDay.documentId);
      expect(offered).not.toContain(closed.documentId);
      expect(offered).not.toContain(toCome.documentId);
    }
    for (const client of [editor, office]) {
      const offered = await documentIdsOf(client, 'units?pageSize=100');
      for (const unitOfAnyTime of [own, closed, toCome, lastDay]) {
        expect(offered).toContain(unitOfAnyTime.documentId);
      }
    }
    for (const client of [writer.client, office]) {
      expect(await documentIdsOf(client, `${piece.documentId}/units`)).toEqual(
        new Set([own.documentId, closed.documentId])
      );
    }
  });

  describe('the pre-check', () => {
    const precheck = async (documentId: string, language = 'zh-Hans') =>
      bodyOf(
        await officer.client.get<PrecheckResponse>(`/points/submissions/${documentId}/precheck`, {
          language,
        })
      ).data;

    const begun = async (values: object): Promise<string> =>
      bodyOf(
        await officer.client.post<Made>(SUBMISSIONS, {
          title: '群众文化活动',
          category: 'culture-news',
          eventDate: today(),
          ...values,
        })
      ).data.documentId;

    beforeAll(async () => {
      bodyOf(
        await office.post(WORDS, {
          word: '暨',
          kind: 'wrong',
          suggestion: '和',
          severity: 'warning',
        })
      );
      bodyOf(await office.post(WORDS, { word: '钓鱼台', kind: 'sensitive', severity: 'error' }));
    });

    it('tells errors from warnings, with the place of a word', async () => {
      const documentId = await begun({ text: '开幕式暨演出在钓鱼台广场举行。' });
      const { errors, warnings } = await precheck(documentId);
      expect(errors).toMatchObject([
        { field: 'text', code: 'sensitive-word', word: '钓鱼台', place: { start: 7, length: 3 } },
      ]);
      expect(warnings).toMatchObject([
        { field: 'text', code: 'wrong-word', suggestion: '和', place: { start: 3 } },
      ]);
      expect(warnings[0]?.message).toContain('建议改为“和”');
      expect((await precheck(documentId, 'en')).errors[0]?.message).toContain('Sensitive word');
      const refused = await act(officer.client, documentId, 'submit');
      expect([refused.status, errorOf(refused).message]).toEqual([
        400,
        expect.stringContaining('钓鱼台') as unknown,
      ]);
      expect((await detail(officer.client, documentId)).state).toBe('draft');
      bodyOf(await officer.client.put(`${SUBMISSIONS}/${documentId}`, { text: '开幕式暨演出。' }));
      expect((await act(officer.client, documentId, 'submit')).status).toBe(200);
    });

    it('lets a word stand within its exceptions, and finds it behind blanks', async () => {
      bodyOf(
        await office.post(WORDS, {
          word: '一带',
          kind: 'wrong',
          severity: 'warning',
          exceptions: '第一带头人\n统一带队',
        })
      );
      const right = await begun({ text: '第一带头人统一带队。' });
      expect((await precheck(right)).warnings).toEqual([]);
      const wrong = await begun({ text: '一\u200b 带沿线。' });
      expect((await precheck(wrong)).warnings).toMatchObject([
        { word: '一带', place: { start: 0, length: 4 } },
      ]);
    });

    it('asks for a text or an attachment', async () => {
      const documentId = await begun({ text: '' });
      expect((await precheck(documentId)).errors).toMatchObject([{ code: 'no-text' }]);
      expect((await act(officer.client, documentId, 'submit')).status).toBe(400);
    });

    it('is for the own unit only', async () => {
      const [foreign] = await app.make.units(1);
      const stranger = await app.make.person('officer', foreign);
      const documentId = await begun({ text: '正文' });
      for (const path of ['precheck', 'duplicates']) {
        const response = await stranger.client.get(`/points/submissions/${documentId}/${path}`);
        expect(response.status).toBe(404);
      }
    });

    it('refuses a word twice, and one without a kind', async () => {
      const twice = await office.post(WORDS, { word: ' 暨 ', kind: 'wrong', severity: 'error' });
      expect(twice.status).toBe(400);
      const none = await office.post(WORDS, { word: '某词', severity: 'error' });
      expect([none.status, errorOf(none).message]).toEqual([
        400,
        expect.stringContaining('kind') as unknown,
      ]);
    });
  });

  describe('likely duplicates', () => {
    const duplicates = async (client: Client, { documentId }: Reference) =>
      bodyOf(await client.get<DuplicatesResponse>(`/points/submissions/${documentId}/duplicates`))
        .data;

    const received = new Date(Date.now() - 5 * 86_400_000).toISOString();

    it('are told with a likeness and the reason', async () => {
      const [other] = await app.make.units(1);
      const title = '2026年锡剧进校园活动启动仪式举行';
      const same = await app.make.submission({
        units: [other],
        title: '锡剧进校园活动启动仪式2026年举行',
        receivedAt: received,
      });
      await app.make.submission({
        units: [other],
        title: '2025年锡剧进校园活动启动仪式举行',
        receivedAt: received,
      });
      await app.make.submission({
        units: [other],
        title,
        receivedAt: new Date(Date.now() - 61 * 86_400_000).toISOString(),
      });
      const own = await app.make.submission({ units: [unit], title, receivedAt: received });
      expect(await duplicates(office, own)).toMatchObject([
        {
          documentId: same.documentId,
          reason: 'title',
          state: 'submitted',
          units: [{ documentId: other.documentId }],
          likeness: expect.any(Number) as unknown,
        },
      ]);
      // Another unit's piece is not the officer's to see.
      expect(await duplicates(officer.client, own)).toEqual([]);
    });

    it('are found anew when a title changes, and not when they are merged', async () => {
      const one = await app.make.submission({
        units: [unit],
        title: '古籍修复展开放',
        receivedAt: received,
      });
      const two = await app.make.submission({
        units: [unit],
        title: '与之无关',
        receivedAt: received,
      });
      expect(await duplicates(office, one)).toEqual([]);
      bodyOf(await office.put(`${SUBMISSIONS}/${two.documentId}`, { title: '古籍修复展开放' }));
      expect(await duplicates(office, one)).toMatchObject([
        { documentId: two.documentId, likeness: 1 },
      ]);
      bodyOf(
        await office.post(`/points/submissions/${one.documentId}/actions/merge`, {
          sources: [two.documentId],
        })
      );
      expect(await duplicates(office, one)).toEqual([]);
    });
  });
});
