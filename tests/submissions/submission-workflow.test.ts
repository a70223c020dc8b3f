import type { Knex } from 'knex';
import { up } from '../../database/migrations/2026.11.27T00.00.00.fill-what-came-later';
import { ACTIONS } from '../../src/plugins/points/domain/submission-workflow';
import type {
  PrecheckResponse,
  SubmissionDetail,
  SubmissionResponse,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  connect,
  errorOf,
  reconcileOf,
  refusalOf,
  rowOf,
  startApp,
  type ApiResponse,
  type Client,
  type Document,
  type Person,
  type Reference,
  type TestApp,
  today,
  uploadText,
} from '../support';

const SUBMISSIONS = '/content-manager/collection-types/plugin::points.submission';
const HISTORY = 'plugin::points.history-line';
const MOVES = ACTIONS.filter((action) => action !== 'merge' && action !== 'unmerge');

type Moved = ApiResponse<SubmissionResponse>;

describe('the workflow of a submission', () => {
  let app: TestApp;
  let raw: Knex;
  let unit: Document;
  let foreign: Document;
  let officer: Person;
  let leader: Person;
  let stranger: Person;
  let office: Client;

  beforeAll(async () => {
    app = await startApp();
    raw = connect(app.database);
    await app.make.ruleSet();
    [unit, foreign] = await app.make.units(2);
    officer = await app.make.person('officer', unit);
    leader = await app.make.person('leader', unit);
    stranger = await app.make.person('officer', foreign);
    office = await app.api.as('office');
  });
  afterAll(async () => {
    await raw.destroy();
    await app.stop();
  });

  const act = (
    client: Client,
    { documentId }: Reference,
    action: string,
    body: object = {},
    language = 'zh-Hans'
  ): Promise<Moved> =>
    client.post(`/points/submissions/${documentId}/actions/${action}`, body, { language });

  const detail = async (client: Client, { documentId }: Reference): Promise<SubmissionDetail> =>
    bodyOf(await client.get<SubmissionResponse>(`/points/submissions/${documentId}`)).data;

  const linkTo = (references: Reference[]): object => ({
    connect: references.map(({ documentId }) => ({ documentId })),
  });

  const draft = async (units: Reference[] = [unit], values: object = {}): Promise<Reference> =>
    bodyOf(
      await officer.client.post<{ data: Reference }>(SUBMISSIONS, {
        title: '市博物馆举办新春特展',
        category: 'culture-news',
        text: '二月一日，市博物馆新春特展开幕，展出文物一百余件，观众踊跃。',
        eventDate: '2026-02-01',
        units: linkTo(units),
        officers: linkTo([officer.record]),
        ...values,
      })
    ).data;

  const submitted = async (): Promise<Reference> => {
    const made = await draft();
    bodyOf(await act(officer.client, made, 'submit'));
    return made;
  };

  const stateOf = async ({ documentId }: Reference): Promise<string> => {
    const row = (await raw('points_submissions')
      .select('state')
      .where('document_id', documentId)
      .first()) as { state: string };
    return row.state;
  };

  const linesOf = ({ documentId }: Reference): Promise<unknown[]> =>
    raw('points_history_lines').where('submission_document_id', documentId).orderBy('id');

  it('begins as the draft of the unit, which nobody has received', async () => {
    const made = await draft();
    const seen = await detail(officer.client, made);
    expect(seen).toMatchObject({
      state: 'draft',
      receivedAt: null,
      editable: true,
      actions: ['submit'],
      points: { points: '0.00' },
      difference: null,
    });
    expect(seen.history).toMatchObject([
      { action: 'create', from: null, to: 'draft', person: officer.name, unit: unit.name },
    ]);
  });

  it('goes through its states, and says who did what, when and with which words', async () => {
    const made = await draft();
    expect(bodyOf(await act(officer.client, made, 'submit')).data).toMatchObject({
      state: 'submitted',
      editable: false,
      actions: ['withdraw'],
    });
    bodyOf(await act(office, made, 'return', { reason: 'unclear-facts', comment: '请核实人数' }));
    bodyOf(await act(officer.client, made, 'submit'));
    bodyOf(await act(officer.client, made, 'withdraw'));
    expect((await detail(officer.client, made)).receivedAt).toBeNull();
    bodyOf(await act(officer.client, made, 'submit'));
    bodyOf(await act(office, made, 'decline', { reason: 'outdated' }));
    bodyOf(await act(office, made, 'reopen'));
    const last = bodyOf(await act(office, made, 'accept')).data;
    expect(last.state).toBe('accepted');
    expect(last.history.map(({ action, from, to }) => [action, from, to])).toEqual([
      ['create', null, 'draft'],
      ['submit', 'draft', 'submitted'],
      ['return', 'submitted', 'returned'],
      ['submit', 'returned', 'submitted'],
      ['withdraw', 'submitted', 'draft'],
      ['submit', 'draft', 'submitted'],
      ['decline', 'submitted', 'declined'],
      ['reopen', 'declined', 'submitted'],
      ['accept', 'submitted', 'accepted'],
    ]);
    expect(last.history[2]).toMatchObject({
      reason: 'unclear-facts',
      comment: '请核实人数',
      unit: null,
    });
    expect(last.receivedAt).not.toBeNull();
  });

  it('lets only the moves of the table happen, whoever asks', async () => {
    const clients: Record<string, Client> = {
      officer: officer.client,
      leader: leader.client,
      stranger: stranger.client,
      office,
      editor: await app.api.as('editor'),
      visitor: app.api.public,
    };
    const POSSIBLE: Record<string, string[]> = {
      'officer draft': ['submit'],
      'officer returned': ['submit'],
      'officer submitted': ['withdraw'],
      'leader submitted': ['withdraw'],
      'office submitted': ['accept', 'return', 'decline'],
      'office accepted': ['reopen'],
      'office declined': ['reopen'],
    };
    const ways: Record<string, string[]> = {
      draft: [],
      submitted: ['submit'],
      accepted: ['submit', 'accept'],
      returned: ['submit', 'return'],
      declined: ['submit', 'decline'],
    };
    for (const [state, way] of Object.entries(ways)) {
      const made = await draft();
      for (const action of way) {
        const by = action === 'submit' ? officer.client : office;
        bodyOf(await act(by, made, action, { reason: 'duplicate' }));
      }
      const before = await linesOf(made);
      for (const [who, client] of Object.entries(clients)) {
        for (const action of MOVES) {
          if (POSSIBLE[`${who} ${state}`]?.includes(action)) continue;
          const response = await act(client, made, action, { reason: 'duplicate' });
          const isRefused = [400, 401, 403, 404].includes(response.status);
          expect([who, state, action, isRefused]).toEqual([who, state, action, true]);
          if (who !== 'visitor') expect(errorOf(response).message).toMatch(/[一-鿿]/u);
        }
      }
      expect(await stateOf(made)).toBe(state);
      expect(await linesOf(made)).toEqual(before);
    }
  });

  it('does not say that another unit’s submission exists', async () => {
    const made = await draft();
    for (const response of [
      await stranger.client.get(`/points/submissions/${made.documentId}`),
      await act(stranger.client, made, 'submit'),
      await stranger.client.get('/points/submissions/nothing'),
    ]) {
      expect(response.status).toBe(404);
      expect(errorOf(response).message).toMatch(
        /没有编号为|There is no submission|Nothing has the number/
      );
    }
  });

  it('shows a joint submission to both units', async () => {
    const made = await draft([unit, foreign]);
    expect((await detail(stranger.client, made)).actions).toContain('submit');
  });

  it.each([
    ['no reason', 'return', {}, 'reason'],
    ['no reason to decline', 'decline', { comment: '不用' }, 'reason'],
    ['an unknown reason', 'return', { reason: 'tired' }, 'outdated（过时）'],
    ['a reason that is no text', 'return', { reason: { $ne: 1 } }, 'reason'],
    ['another reason without words', 'decline', { reason: 'other' }, 'comment'],
    [
      'a comment without an end',
      'return',
      { reason: 'outdated', comment: '长'.repeat(501) },
      '500',
    ],
  ])('refuses %s', async (_what, action, body, words) => {
    const made = await submitted();
    const response = await act(office, made, action, body);
    expect([response.status, errorOf(response).message]).toEqual([
      400,
      expect.stringContaining(words) as unknown,
    ]);
    expect(await stateOf(made)).toBe('submitted');
  });

  it('keeps script as text', async () => {
    const comment = '<script>alert(1)</script>';
    const made = await submitted();
    bodyOf(await act(office, made, 'return', { reason: 'other', comment }));
    expect((await detail(officer.client, made)).history.at(-1)?.comment).toBe(comment);
  });

  it('moves once when two ask at once', async () => {
    for (const [first, second] of [
      ['accept', 'decline'],
      ['accept', 'accept'],
      ['return', 'decline'],
    ] as const) {
      const made = await submitted();
      const before = (await linesOf(made)).length;
      const responses = await Promise.all(
        [first, second, first, second].map((action) =>
          act(office, made, action, { reason: 'duplicate' })
        )
      );
      const statuses = responses.map(({ status }) => status).sort();
      expect(statuses).toEqual([200, 400, 400, 400]);
      expect((await linesOf(made)).length).toBe(before + 1);
    }
  });

  describe('a state', () => {
    it.each(['accepted', 'draft', 'nonsense'])('cannot be written: %s', async (state) => {
      const made = await submitted();
      const written = await office.put(`${SUBMISSIONS}/${made.documentId}`, { state });
      if (written.status < 400) expect(await stateOf(made)).toBe('submitted');
      const admin = await app.api.as('super-admin');
      const response = await admin.put(`${SUBMISSIONS}/${made.documentId}`, { state });
      expect([response.status, errorOf(response).message]).toEqual([
        400,
        expect.stringContaining('state') as unknown,
      ]);
      const documents = app.make.documents('plugin::points.submission');
      expect(
        await refusalOf(documents.update({ documentId: made.documentId, data: { state } }))
      ).toContain('state');
      expect(
        await refusalOf(
          documents.create({
            data: { title: '直接采纳', category: 'research', units: [unit.documentId], state },
          })
        )
      ).toContain('state');
      expect(await stateOf(made)).toBe('submitted');
    });

    it('is left as it is by a form that sends it back unchanged', async () => {
      const made = await submitted();
      const admin = await app.api.as('super-admin');
      const path = `${SUBMISSIONS}/${made.documentId}`;
      const { data } = bodyOf(await admin.get<{ data: Record<string, unknown> }>(path));
      bodyOf(await admin.put(path, { ...data, remark: '已核', units: {}, officers: {} }));
      expect(await stateOf(made)).toBe('submitted');
    });

    it('is that of something received where the office writes it', async () => {
      const made = bodyOf(
        await office.post<{ data: Reference }>(SUBMISSIONS, {
          title: '纸质报送',
          category: 'research',
          units: linkTo([unit]),
        })
      ).data;
      expect(await detail(office, made)).toMatchObject({
        state: 'submitted',
        receivedAt: expect.any(String) as unknown,
      });
    });

    it('of what was there before states was filled in', async () => {
      const adopted = await app.make.submission({ units: [unit] });
      await app.make.adoption({
        submission: adopted,
        channel: 'newsletter',
        adoptedOn: '2026-03-02',
      });
      const tied = await app.make.submission({ units: [unit] });
      await app.make.article({ submission: tied });
      const waiting = await app.make.submission({ units: [unit] });
      const all = [adopted, tied, waiting];
      await raw('points_submissions')
        .whereIn(
          'document_id',
          all.map(({ documentId }) => documentId)
        )
        .update({ state: null, state_since: null });
      await raw.transaction(up);
      expect(await Promise.all(all.map(stateOf))).toEqual(['accepted', 'accepted', 'submitted']);
    });
  });

  describe('is locked for its unit while it is with the office', () => {
    it.each(['submitted', 'accepted', 'declined'])('%s', async (state) => {
      const made = await submitted();
      if (state === 'accepted') bodyOf(await act(office, made, 'accept'));
      if (state === 'declined') bodyOf(await act(office, made, 'decline', { reason: 'outdated' }));
      const response = await officer.client.put(
        `${SUBMISSIONS}/${made.documentId}`,
        { text: '改过' },
        { language: 'zh-Hans' }
      );
      expect([response.status, errorOf(response).message]).toEqual([
        400,
        expect.stringContaining('报送单位不能修改') as unknown,
      ]);
      expect((await detail(officer.client, made)).text).toContain('观众踊跃');
    });

    it('not while it is a draft, nor when it came back', async () => {
      const made = await draft();
      bodyOf(await officer.client.put(`${SUBMISSIONS}/${made.documentId}`, { text: '草稿改' }));
      bodyOf(await act(officer.client, made, 'submit'));
      bodyOf(await act(office, made, 'return', { reason: 'unclear-facts' }));
      bodyOf(await officer.client.put(`${SUBMISSIONS}/${made.documentId}`, { text: '退回后改' }));
      expect(await detail(officer.client, made)).toMatchObject({ text: '退回后改' });
    });

    it('and the unit sees what the office corrected', async () => {
      const made = await draft([unit], { title: '市博物馆举办展览', text: '观众一千人。' });
      bodyOf(await act(officer.client, made, 'submit'));
      bodyOf(
        await office.put(`${SUBMISSIONS}/${made.documentId}`, {
          title: '市博物馆举办特展',
          text: '观众一千人。',
        })
      );
      const { difference, history } = await detail(officer.client, made);
      const changes = difference?.title ?? [];
      const without = (kind: string): string =>
        changes
          .filter((change) => change.kind !== kind)
          .map(({ text }) => text)
          .join('');
      expect([without('added'), without('removed')]).toEqual([
        '市博物馆举办展览',
        '市博物馆举办特展',
      ]);
      expect(changes[0]).toMatchObject({
        kind: 'same',
        text: expect.stringMatching(/^市博物馆举办/) as unknown,
      });
      expect(changes.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['removed', 'added']));
      expect(history.at(-1)).toMatchObject({ action: 'edit', difference });
    });
  });

  describe('with sign-off', () => {
    let signing: Document;
    let clerk: Person;
    let chief: Person;

    beforeAll(async () => {
      signing = await app.make.unit({ code: 'signing', signOff: true });
      clerk = await app.make.person('officer', signing);
      chief = await app.make.person('leader', signing);
    });

    const begun = async (): Promise<Reference> =>
      bodyOf(
        await clerk.client.post<{ data: Reference }>(SUBMISSIONS, {
          title: '关于基层文化站的调研',
          category: 'research',
          text: '基层文化站的人员、场地与经费情况。',
          units: linkTo([signing]),
          officers: linkTo([clerk.record]),
        })
      ).data;

    /** Signs what the leader reads now. */
    const sign = async (made: Reference): Promise<Moved> => {
      const { version } = await detail(chief.client, made);
      return act(chief.client, made, 'sign', { version });
    };

    const precheckOf = async (client: Client, { documentId }: Reference): Promise<string[]> => {
      const { data } = bodyOf(
        await client.get<PrecheckResponse>(`/points/submissions/${documentId}/precheck`)
      );
      return [...data.errors, ...data.warnings].map(({ code }) => code);
    };

    it('asks the officer to send it for signature until that is done, and never the leader', async () => {
      const made = await begun();
      expect(await precheckOf(clerk.client, made)).toContain('no-signer');
      expect(await precheckOf(chief.client, made)).not.toContain('no-signer');
      bodyOf(await act(clerk.client, made, 'request-signature'));
      expect(await precheckOf(clerk.client, made)).not.toContain('no-signer');
      bodyOf(await act(clerk.client, made, 'withdraw'));
      expect(await precheckOf(clerk.client, made)).toContain('no-signer');
    });

    it('is sent back by the leader with a reason, and is the officer’s again', async () => {
      const made = await begun();
      expect(errorOf(await act(chief.client, made, 'send-back', { reason: 'other' })).message).toBe(
        '这条报送信息没有在等您签发，不用退回修改。'
      );
      bodyOf(await act(clerk.client, made, 'request-signature'));
      expect((await act(clerk.client, made, 'send-back', { reason: 'outdated' })).status).toBe(403);
      expect((await act(office, made, 'send-back', { reason: 'outdated' })).status).toBe(403);
      for (const note of [{}, { reason: 'other' }, { reason: 'nonsense' }]) {
        const refused = await act(chief.client, made, 'send-back', note);
        expect([refused.status, (await linesOf(made)).length]).toEqual([400, 2]);
      }
      const note = { reason: 'unclear-facts', comment: '请写明统计口径。' };
      const back = bodyOf(await act(chief.client, made, 'send-back', note)).data;
      expect(back).toMatchObject({
        state: 'draft',
        signature: { requestedAt: null, given: [] },
        verdict: { action: 'send-back', person: chief.name, ...note },
      });
      expect(back.history.at(-1)).toMatchObject({
        ...{ action: 'send-back', from: 'draft', to: 'draft', unit: signing.name },
        ...note,
      });
      const seen = await detail(clerk.client, made);
      expect(seen).toMatchObject({ editable: true, verdict: { comment: note.comment } });
      bodyOf(await clerk.client.put(`${SUBMISSIONS}/${made.documentId}`, { text: '按统计口径。' }));
      bodyOf(await act(clerk.client, made, 'request-signature'));
      expect((await detail(clerk.client, made)).verdict).toBeNull();
      expect(bodyOf(await sign(made)).data.state).toBe('submitted');
    });

    it('keeps what the office returned returned when the leader sends it back', async () => {
      const made = await begun();
      bodyOf(await act(clerk.client, made, 'request-signature'));
      bodyOf(await sign(made));
      bodyOf(await act(office, made, 'return', { reason: 'outdated' }));
      expect((await detail(clerk.client, made)).verdict).toMatchObject({ reason: 'outdated' });
      bodyOf(await act(clerk.client, made, 'request-signature'));
      bodyOf(await act(chief.client, made, 'send-back', { reason: 'little-news' }));
      expect(await detail(clerk.client, made)).toMatchObject({
        state: 'returned',
        verdict: { action: 'send-back', reason: 'little-news' },
      });
    });

    it.each<[what: string, change: (made: Reference) => Promise<unknown>]>([
      [
        'its text',
        (made) =>
          clerk.client.put(`${SUBMISSIONS}/${made.documentId}`, { text: '换了一段没有看过的话。' }),
      ],
      [
        'its category',
        (made) =>
          clerk.client.put(`${SUBMISSIONS}/${made.documentId}`, { category: 'work-result' }),
      ],
      [
        'its day',
        (made) =>
          clerk.client.put(`${SUBMISSIONS}/${made.documentId}`, { eventDate: '2026-02-02' }),
      ],
      [
        'its files',
        async (made) => {
          const file = await uploadText(clerk.client, '附件.txt');
          return clerk.client.put(`${SUBMISSIONS}/${made.documentId}`, { attachments: [file] });
        },
      ],
      [
        'its units',
        (made) =>
          clerk.client.put(`${SUBMISSIONS}/${made.documentId}`, { units: linkTo([foreign]) }),
      ],
    ])('is signed only as it was read: not after %s was changed', async (_, change) => {
      const made = await begun();
      bodyOf(await act(clerk.client, made, 'request-signature'));
      const { version } = await detail(chief.client, made);
      bodyOf(await act(clerk.client, made, 'withdraw'));
      bodyOf((await change(made)) as Moved);
      bodyOf(await act(clerk.client, made, 'request-signature'));
      const before = await linesOf(made);
      const refused = await act(chief.client, made, 'sign', { version });
      expect([refused.status, errorOf(refused).message]).toEqual([
        400,
        expect.stringContaining('又有改动') as unknown,
      ]);
      expect([await stateOf(made), await linesOf(made)]).toEqual(['draft', before]);
      expect(bodyOf(await sign(made)).data.state).toBe('submitted');
    });

    it('is signed as it was read though it was taken back and sent again meanwhile', async () => {
      const made = await begun();
      bodyOf(await act(clerk.client, made, 'request-signature'));
      const { version } = await detail(chief.client, made);
      bodyOf(await act(clerk.client, made, 'withdraw'));
      bodyOf(await act(clerk.client, made, 'request-signature'));
      expect(bodyOf(await act(chief.client, made, 'sign', { version })).data.state).toBe(
        'submitted'
      );
    });

    it('is signed by nobody who does not say which words they read', async () => {
      const made = await begun();
      bodyOf(await act(clerk.client, made, 'request-signature'));
      for (const body of [{}, { version: '' }, { version: 7 }, { version: 'x'.repeat(101) }]) {
        const refused = await act(chief.client, made, 'sign', body);
        expect([refused.status, errorOf(refused).message]).toEqual([
          400,
          expect.stringContaining('version') as unknown,
        ]);
      }
      expect(await stateOf(made)).toBe('draft');
    });

    it('is not sent without the leader’s signature', async () => {
      const made = await begun();
      expect((await detail(clerk.client, made)).signature.missing).toMatchObject([
        { documentId: signing.documentId },
      ]);
      const refused = await act(clerk.client, made, 'submit');
      expect([refused.status, errorOf(refused).message]).toEqual([
        400,
        expect.stringContaining('签发') as unknown,
      ]);
      expect((await act(clerk.client, made, 'sign', { version: 'x' })).status).toBe(403);
      bodyOf(await sign(made));
      expect(await stateOf(made)).toBe('draft');
      expect(bodyOf(await act(clerk.client, made, 'submit')).data).toMatchObject({
        state: 'submitted',
        signer: chief.name,
        signature: { missing: [], given: [{ by: chief.name }] },
      });
    });

    it('is sent by the signature that was asked for, and stands still until then', async () => {
      const made = await begun();
      bodyOf(await act(clerk.client, made, 'request-signature'));
      const locked = await clerk.client.put(`${SUBMISSIONS}/${made.documentId}`, { text: '又改' });
      expect(locked.status).toBe(400);
      expect((await detail(chief.client, made)).actions).toEqual(['sign', 'send-back', 'withdraw']);
      expect(bodyOf(await sign(made)).data.state).toBe('submitted');
    });

    it('has to be signed again after a change', async () => {
      const made = await begun();
      bodyOf(await sign(made));
      bodyOf(await clerk.client.put(`${SUBMISSIONS}/${made.documentId}`, { text: '签后改动' }));
      expect((await act(clerk.client, made, 'submit')).status).toBe(400);
    });
  });

  describe('adopting', () => {
    it('accepts what waits, with a line of history', async () => {
      const made = await submitted();
      const article = await app.make.article({ placement: 'headline', submission: made });
      bodyOf(
        await office.post(
          `/content-manager/collection-types/api::article.article/${article.documentId}/actions/publish`,
          {}
        )
      );
      const seen = await detail(officer.client, made);
      expect(seen).toMatchObject({ state: 'accepted', points: { points: '3.00' }, actions: [] });
      expect(seen.history.at(-1)).toMatchObject({ action: 'adopt', to: 'accepted' });
      expect(seen.entries).toMatchObject([{ documentId: article.documentId, published: true }]);
      expect((await detail(office, made)).actions).toEqual(['merge']);
      expect((await act(office, made, 'reopen')).status).toBe(400);
    });

    it('by hand accepts as well', async () => {
      const made = await submitted();
      bodyOf(
        await office.post('/points/adoptions', {
          submission: made.documentId,
          channel: 'newsletter',
          adoptedOn: '2026-03-02',
        })
      );
      expect(await stateOf(made)).toBe('accepted');
    });

    it.each(['draft', 'returned', 'declined'])('is refused for what is %s', async (state) => {
      const made = await draft();
      if (state !== 'draft') {
        bodyOf(await act(officer.client, made, 'submit'));
        const action = state === 'returned' ? 'return' : 'decline';
        bodyOf(await act(office, made, action, { reason: 'outdated' }));
      }
      const article = await app.make.article({ placement: 'picture', submission: made });
      for (const response of [
        await office.post(
          `/content-manager/collection-types/api::article.article/${article.documentId}/actions/publish`,
          {},
          { language: 'zh-Hans' }
        ),
        await office.post(
          '/points/adoptions',
          { submission: made.documentId, channel: 'newsletter', adoptedOn: '2026-03-02' },
          { language: 'zh-Hans' }
        ),
      ]) {
        expect([response.status, errorOf(response).message]).toEqual([
          400,
          expect.stringContaining('不能录用或发布') as unknown,
        ]);
      }
      expect(await stateOf(made)).toBe(state);
      expect(await detail(office, made)).toMatchObject({ points: { points: '0.00' } });
    });
  });

  describe('its history', () => {
    it('bears a person’s name as far as there is room for it', async () => {
      const reviewer = await app.api.accountOf('office');
      await app.strapi.db.query('admin::user').update({
        where: { id: reviewer.id },
        data: { firstname: 'M'.repeat(150), lastname: 'S'.repeat(150) },
      });
      const made = await submitted();
      bodyOf(await act(await app.api.login(reviewer), made, 'accept'));
      const { history } = await detail(office, made);
      expect(history.at(-1)?.person).toBe(`${'M'.repeat(150)} ${'S'.repeat(49)}`);
    });

    it.each([
      ['update', 'update points_history_lines set comment = null'],
      ['delete', 'delete from points_history_lines'],
    ])('is never changed: %s', async (_what, statement) => {
      await submitted();
      expect(await refusalOf(raw.raw(statement))).toMatch(/history is never changed/);
      const documents = app.make.documents(HISTORY);
      for (const write of [documents.create({ data: {} }), documents.delete({ documentId: 'x' })]) {
        expect(await refusalOf(write)).toContain('办理记录');
      }
    });
  });

  it('counts in the report as received when it is sent, and not when it is taken back', async () => {
    const month = today().slice(0, 7);
    const count = async (): Promise<number> => (await rowOf(app, unit, month)).submitted;
    const before = await count();
    const made = await draft();
    expect(await count()).toBe(before);
    bodyOf(await act(officer.client, made, 'submit'));
    expect(await count()).toBe(before + 1);
    bodyOf(await act(leader.client, made, 'withdraw'));
    expect(await count()).toBe(before);
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });
});
