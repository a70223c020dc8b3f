import type { Knex } from 'knex';
import type {
  SubmissionDetail,
  SubmissionResponse,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  connect,
  errorOf,
  exactOf,
  postingsOf,
  reconcileOf,
  reportOf,
  startApp,
  type ApiResponse,
  type Client,
  type Document,
  type Reference,
  type TestApp,
} from '../support';

const ARTICLES = '/content-manager/collection-types/api::article.article';
const SUBMISSIONS = '/content-manager/collection-types/plugin::points.submission';

describe('same news of several units', () => {
  let app: TestApp;
  let raw: Knex;
  let client: Client;
  let one: Document;
  let two: Document;
  let three: Document;

  beforeAll(async () => {
    app = await startApp();
    raw = connect(app.database);
    await app.make.ruleSet();
    client = await app.api.as('super-admin');
  });
  beforeEach(async () => {
    [one, two, three] = await app.make.units(3);
  });
  afterAll(async () => {
    await raw.destroy();
    await app.stop();
  });

  const merge = (
    target: Reference,
    sources: Reference[],
    language = 'en'
  ): Promise<ApiResponse<SubmissionResponse>> =>
    client.post(
      `/points/submissions/${target.documentId}/actions/merge`,
      { sources: sources.map(({ documentId }) => documentId) },
      { language }
    );

  const unmerge = (
    { documentId }: Reference,
    sources?: Reference[]
  ): Promise<ApiResponse<SubmissionResponse>> =>
    client.post(`/points/submissions/${documentId}/actions/unmerge`, {
      ...(sources && { sources: sources.map((source) => source.documentId) }),
    });

  const detail = async ({ documentId }: Reference): Promise<SubmissionDetail> =>
    bodyOf(await client.get<SubmissionResponse>(`/points/submissions/${documentId}`)).data;

  const publish = async ({ documentId }: Reference, action = 'publish'): Promise<void> => {
    bodyOf(await client.post(`${ARTICLES}/${documentId}/actions/${action}`, {}));
  };

  const adopt = async (
    submission: Reference,
    channel: string,
    reference: string
  ): Promise<void> => {
    bodyOf(
      await client.post('/points/adoptions', {
        submission: submission.documentId,
        channel,
        adoptedOn: '2026-03-02',
        reference,
      })
    );
  };

  /** What an entry is published with whatever its placement, as the form sends it. */
  const fitForAnyPlacement = async (): Promise<Record<string, unknown>> => {
    const { column, ...values } = await app.make.publishable();
    return { ...values, column: { connect: [{ documentId: column }] } };
  };

  const upload = async (name: string): Promise<number> => {
    const form = new FormData();
    form.append('files', new Blob(['x'], { type: 'text/plain' }), name);
    const admin = await app.api.tokenOf('super-admin');
    const response = await fetch(new URL('/upload', app.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${admin}` },
      body: form,
    });
    const [file] = (await response.json()) as Array<{ id: number }>;
    return file!.id;
  };

  /** All of two submissions that merging touches, past the application. */
  const snapshot = async (): Promise<unknown> => {
    const tables = {
      points_submissions: [
        'merged_into_id',
        'merge_memory',
        'state',
        'received_at',
        'title',
        'text',
      ],
      points_submissions_units_lnk: ['submission_id', 'unit_id', 'unit_ord'],
      points_submissions_officers_lnk: ['submission_id', 'officer_id', 'officer_ord'],
      points_adoptions_submission_lnk: ['adoption_id', 'submission_id'],
      articles_submission_lnk: ['article_id', 'submission_id'],
      files_related_mph: ['file_id', 'related_id', 'related_type', 'field', 'order'],
      points_totals: [
        ...['period', 'unit_key', 'officer_key', 'measure', 'divisor', 'officer_count'],
        ...['amount', 'lines'],
      ],
    };
    const found: Record<string, unknown> = {};
    for (const [table, columns] of Object.entries(tables)) {
      const rows =
        await raw<Record<string, unknown>>(table).select<Array<Record<string, unknown>>>(columns);
      found[table] = rows
        .filter(({ lines, amount }) => lines === undefined || Number(lines) + Number(amount) !== 0)
        .map((row) => JSON.stringify(row))
        .sort();
    }
    return found;
  };

  it('becomes one submission with all units, officers, attachments, entries and adoptions', async () => {
    const author = await app.make.officer(two);
    const target = await app.make.submission({ units: [one], title: '新春特展开幕' });
    const source = await app.make.submission({
      units: [two, one],
      officers: [author],
      title: '新春特展今天开幕',
      attachments: [await upload('two.txt')],
    });
    const article = await app.make.article({ placement: 'headline', submission: source });
    await publish(article);
    await adopt(target, 'newsletter', '第1期');
    expect(await exactOf(app, one)).toBe('43/2');

    bodyOf(await merge(target, [source]));
    const seen = await detail(target);
    expect(seen.contributors.map(({ unit }) => unit.documentId).sort()).toEqual(
      [one.documentId, two.documentId].sort()
    );
    expect(seen.contributors.flatMap(({ officers }) => officers)).toMatchObject([
      { documentId: author.documentId },
    ]);
    expect(seen.attachments).toMatchObject([{ name: 'two.txt' }]);
    expect(seen.entries).toMatchObject([{ documentId: article.documentId, published: true }]);
    expect(seen.merged).toMatchObject([{ documentId: source.documentId }]);
    expect(seen.history.at(-1)).toMatchObject({
      action: 'merge',
      others: [{ documentId: source.documentId, title: '新春特展今天开幕' }],
    });
    expect(await detail(source)).toMatchObject({
      mergedInto: { documentId: target.documentId },
      actions: ['unmerge'],
      editable: false,
      points: { points: '0.00' },
    });
    expect([await exactOf(app, one), await exactOf(app, two)]).toEqual(['23/2', '23/2']);
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });

  it('is undone exactly', async () => {
    const author = await app.make.officer(two);
    const target = await app.make.submission({
      units: [one],
      attachments: [await upload('one.txt')],
    });
    const sources = [
      await app.make.submission({
        units: [two],
        officers: [author],
        attachments: [await upload('two.txt')],
      }),
      await app.make.submission({ units: [three, two], officers: [author] }),
    ];
    await publish(await app.make.article({ placement: 'headline', submission: sources[0] }));
    await app.make.article({ placement: 'picture', submission: sources[1] });
    await adopt(sources[0]!, 'city.forwarded', '1');
    await adopt(target, 'newsletter', '2');
    const before = await snapshot();
    const points = await reportOf(app, { period: '2026' });

    bodyOf(await merge(target, sources));
    expect(await exactOf(app, three)).toBe('9');
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
    bodyOf(await unmerge(target));
    expect(await snapshot()).toEqual(before);
    expect(await reportOf(app, { period: '2026' })).toEqual(points);
    expect(await reconcileOf(app)).toMatchObject({ ok: true });

    // One after the other, the first that came leaving first.
    bodyOf(await merge(target, sources));
    bodyOf(await unmerge(sources[0]!));
    expect((await detail(target)).contributors).toHaveLength(3);
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
    bodyOf(await unmerge(sources[1]!));
    expect(await snapshot()).toEqual(before);
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
    const net = (await postingsOf(app, { submission: target.documentId })).reduce(
      (sum, { amount, divisor }) => sum + amount / divisor,
      0
    );
    expect(net).toBeCloseTo(2000);
  });

  it('lets wait again what only the merge had accepted', async () => {
    const target = await app.make.submission({ units: [one] });
    const source = await app.make.submission({ units: [two] });
    await adopt(source, 'newsletter', '3');
    bodyOf(await merge(target, [source]));
    expect((await detail(target)).state).toBe('accepted');
    bodyOf(await unmerge(source));
    expect([(await detail(target)).state, (await detail(source)).state]).toEqual([
      'submitted',
      'accepted',
    ]);
  });

  it('takes what is tied or adopted to a part of it', async () => {
    const target = await app.make.submission({ units: [one] });
    const source = await app.make.submission({ units: [two] });
    bodyOf(await merge(target, [source]));
    const article = await app.make.article({ placement: 'dynamics', submission: source });
    await publish(article);
    await adopt(source, 'newsletter', '4');
    expect([await exactOf(app, one), await exactOf(app, two)]).toEqual(['21/2', '21/2']);
    bodyOf(await unmerge(source));
    expect([await exactOf(app, one), await exactOf(app, two)]).toEqual(['21', '0']);
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });

  it('is not edited, moved or deleted in parts', async () => {
    const target = await app.make.submission({ units: [one] });
    const source = await app.make.submission({ units: [two] });
    bodyOf(await merge(target, [source]));
    for (const response of [
      await client.put(`${SUBMISSIONS}/${source.documentId}`, { title: '改' }),
      await client.delete(`${SUBMISSIONS}/${source.documentId}`),
      await client.delete(`${SUBMISSIONS}/${target.documentId}`),
      await client.post(`/points/submissions/${source.documentId}/actions/accept`, {}),
    ]) {
      expect([response.status, errorOf(response).message]).toEqual([
        400,
        expect.stringMatching(/part of/) as unknown,
      ]);
    }
  });

  it('refuses what makes no sense, and changes nothing', async () => {
    const [target, source, other, whole, part, declined] = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(() => app.make.submission({ units: [one] }))
    );
    bodyOf(await merge(whole!, [part!]));
    bodyOf(
      await client.post(`/points/submissions/${declined!.documentId}/actions/decline`, {
        reason: 'duplicate',
      })
    );
    const before = await snapshot();
    const nothing = { documentId: 'nothing' };
    for (const [response, words] of [
      [await merge(target!, [target!]), 'with itself'],
      [await merge(target!, [source!, target!]), 'with itself'],
      [await merge(target!, [part!]), 'already'],
      [await merge(target!, [whole!]), 'Merge into that one'],
      [await merge(part!, [source!]), 'part of another'],
      [await merge(target!, [declined!]), 'declined'],
      [await merge(declined!, [target!]), 'declined'],
      [await merge(target!, [nothing]), 'no submission "nothing"'],
      [await merge(target!, []), '1 to 50'],
      [
        await client.post<never>(`/points/submissions/${target!.documentId}/actions/merge`, {}),
        'sources',
      ],
      [await unmerge(source!), 'not merged'],
      [await unmerge(whole!, [other!]), 'not part of'],
    ] as const) {
      expect([response.status, errorOf(response).message]).toEqual([
        400,
        expect.stringContaining(words) as unknown,
      ]);
    }
    expect((await merge(nothing, [source!])).status).toBe(404);
    expect(await snapshot()).toEqual(before);
  });

  it('is not taken apart when one would be nobody’s', async () => {
    const target = await app.make.submission({ units: [one], title: '原件' });
    const source = await app.make.submission({ units: [two] });
    const put = (units: Document[]) =>
      client.put(`${SUBMISSIONS}/${target.documentId}`, {
        units: { set: units.map(({ documentId }) => ({ documentId })) },
      });
    bodyOf(await merge(target, [source]));
    bodyOf(await put([two]));
    await adopt(target, 'newsletter', '6');
    const before = await snapshot();
    const refused = await unmerge(target);
    expect([refused.status, errorOf(refused).message]).toEqual([
      400,
      expect.stringContaining('"原件" would have no unit') as unknown,
    ]);
    expect((await put([])).status).toBe(400);
    expect(await snapshot()).toEqual(before);
    expect([await exactOf(app, one), await exactOf(app, two)]).toEqual(['0', '20']);

    bodyOf(await put([one, two]));
    bodyOf(await unmerge(target));
    expect([await exactOf(app, one), await exactOf(app, two)]).toEqual(['20', '0']);
    expect(await reconcileOf(app)).toMatchObject({ ok: true, withoutUnit: [] });
  });

  it('is named by reconcile when it counts and has no unit', async () => {
    const submission = await app.make.submission({ units: [one] });
    await adopt(submission, 'newsletter', '7');
    const links = raw('points_submissions_units_lnk').where('submission_id', submission.id);
    const [link] = (await links.clone()) as object[];
    await links.clone().delete();
    expect(await reconcileOf(app)).toMatchObject({
      ok: false,
      withoutUnit: [submission.documentId],
    });
    const again = await client.post('/points/adoptions', {
      submission: submission.documentId,
      channel: 'newsletter',
      adoptedOn: '2026-03-03',
    });
    expect(again.status).toBe(400);
    await raw('points_submissions_units_lnk').insert(link);
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  });

  it('is merged once when two ask at once', async () => {
    const target = await app.make.submission({ units: [one] });
    const rival = await app.make.submission({ units: [three] });
    const source = await app.make.submission({ units: [two] });
    await adopt(source, 'newsletter', '5');
    const responses = await Promise.all([
      merge(target, [source]),
      merge(rival, [source]),
      merge(source, [target]),
    ]);
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
    expect(await exactOf(app, two)).toBe('10');
  });

  it('is the office’s to merge', async () => {
    const target = await app.make.submission({ units: [one] });
    const source = await app.make.submission({ units: [two] });
    const path = `/points/submissions/${target.documentId}/actions/merge`;
    const officer = await app.make.person('officer', one);
    for (const by of [officer.client, await app.api.as('editor')]) {
      expect((await by.post(path, { sources: [source.documentId] })).status).toBe(403);
    }
    const office = await app.api.as('office');
    expect((await office.post(path, { sources: [source.documentId] })).status).toBe(200);
  });

  it.each([11, 20261124])(
    'comes to what was reckoned by hand whatever happens (seed %i)',
    async (seed) => {
      let state = seed;
      const below = (limit: number): number => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return Math.floor((state / 2 ** 32) * limit);
      };
      const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
      const POINTS: Record<string, number> = { headline: 3, picture: 2, dynamics: 1 };
      const units = await app.make.units(4);

      interface Piece {
        reference: Reference;
        own: number[];
        into: Piece | null;
      }
      interface Counted {
        at: Piece;
        cameFrom: Piece | null;
        points: number;
      }
      interface Entry {
        reference: Reference;
        draft: Counted;
        live: (Counted & { placement: string }) | null;
        placement: string;
      }
      const pieces: Piece[] = [];
      const adoptions: Counted[] = [];
      const entries: Entry[] = [];
      const wholeOf = (piece: Piece): Piece => piece.into ?? piece;
      const ties = (): Counted[] => [
        ...adoptions,
        ...entries.flatMap(({ draft, live }) => (live ? [draft, live] : [draft])),
      ];

      const steps: Array<() => Promise<void>> = [
        async () => {
          const chosen = [0, 1, 2, 3].filter(() => below(2) === 0);
          const own = chosen.length > 0 ? chosen : [below(4)];
          const reference = await app.make.submission({ units: own.map((index) => units[index]!) });
          pieces.push({ reference, own, into: null });
        },
        async () => {
          const piece = pick(pieces);
          await adopt(piece.reference, 'newsletter', `${seed}-${adoptions.length}`);
          adoptions.push({ at: wholeOf(piece), cameFrom: null, points: 20 });
        },
        async () => {
          const piece = pick(pieces);
          const placement = pick(Object.keys(POINTS));
          const made = bodyOf(
            await client.post<{ data: Reference }>(ARTICLES, {
              title: `合并资讯${entries.length}`,
              ...(await fitForAnyPlacement()),
              placement,
              submission: { connect: [{ documentId: piece.reference.documentId }] },
            })
          ).data;
          const draft = { at: wholeOf(piece), cameFrom: null, points: 0 };
          entries.push({ reference: made, draft, live: null, placement });
        },
        async () => {
          if (entries.length === 0) return;
          const entry = pick(entries);
          await publish(entry.reference);
          entry.live = {
            ...entry.draft,
            cameFrom: entry.draft.cameFrom,
            points: POINTS[entry.placement]!,
            placement: entry.placement,
          };
        },
        async () => {
          const published = entries.filter(({ live }) => live !== null);
          if (published.length === 0) return;
          const entry = pick(published);
          await publish(entry.reference, 'unpublish');
          entry.live = null;
        },
        async () => {
          const free = pieces.filter(
            (piece) => !piece.into && !pieces.some(({ into }) => into === piece)
          );
          const targets = pieces.filter((piece) => !piece.into);
          if (free.length === 0 || targets.length < 2) return;
          const source = pick(free);
          const target = pick(targets.filter((piece) => piece !== source));
          bodyOf(await merge(target.reference, [source.reference]));
          source.into = target;
          for (const tie of ties().filter(({ at }) => at === source)) {
            Object.assign(tie, { at: target, cameFrom: source });
          }
        },
        async () => {
          const parts = pieces.filter(({ into }) => into !== null);
          if (parts.length === 0) return;
          const part = pick(parts);
          bodyOf(await unmerge(part.reference));
          for (const tie of ties().filter(({ cameFrom }) => cameFrom === part)) {
            Object.assign(tie, { at: part, cameFrom: null });
          }
          part.into = null;
        },
      ];
      for (let count = 0; count < 5; count += 1) await steps[0]!();
      const likely = [0, 1, 1, 2, 2, 3, 3, 3, 4, 5, 5, 5, 6, 6];
      for (let count = 0; count < 90; count += 1) await steps[pick(likely)]!();

      const { data } = await reportOf(app, { period: '2026' });
      for (const [index, unit] of units.entries()) {
        let expected = 0;
        for (const piece of pieces.filter(({ into }) => into === null)) {
          const joint = new Set(
            pieces.filter((each) => wholeOf(each) === piece).flatMap(({ own }) => own)
          );
          if (!joint.has(index)) continue;
          const placements = new Set(
            entries.flatMap(({ live }) => (live?.at === piece ? live.placement : []))
          );
          const site = [...placements].reduce((sum, name) => sum + POINTS[name]!, 0);
          const byHand = adoptions.filter(({ at }) => at === piece).length * 20;
          expected += (site + byHand) / joint.size;
        }
        const row = data.find((each) => each.unit.documentId === unit.documentId);
        const [numerator = 0, denominator = 1] = (row?.exact ?? '').split('/').map(Number);
        expect(numerator / denominator).toBeCloseTo(expected, 9);
      }
      expect(await reconcileOf(app)).toMatchObject({ ok: true });
    },
    300_000
  );
});
