import Fraction from 'fraction.js';
import { createRandom } from '../../src/seeds/demo/random';
import type {
  PutInForceResponse,
  ReportResponse,
  RuleSetDraftResponse,
  RuleSetJson,
  RuleSetTrialResponse,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  reconcileOf,
  startApp,
  type Client,
  type Document,
  type TestApp,
} from '../support';

/**
 * What a trial foretells is what the reports say once the draft is in force: points of pieces, and what rules over weeks,
 * months, quarters and half-years make of them.
 */

const DRAFTS = '/points/rule-set-drafts';
const CHANNELS = ['newsletter', 'city.forwarded', 'province.adopted'] as const;
const PIECES = 40;

/** The twelve months until October 2026, as the report can tell them. */
const REPORTS = ['2025-11', '2025-12', '2026-H1', '2026-Q3', '2026-10'];
const MONTHS = ['2025-11', '2025-12', '2026-01', '2026-03', '2026-06', '2026-08', '2026-10'];

const says = (clause: string) => ({ clause, sentence: { zh: clause, en: clause } });

const EXTENSIONS = {
  submitting: { points: 0.5, ...says('报送') },
  caps: [
    { period: 'month', most: 60, ...says('封顶') },
    { period: 'half', most: 30, channels: ['city.forwarded'], ...says('转报封顶') },
  ],
  quotas: [
    {
      period: 'week',
      counts: { kind: 'adopted' },
      effect: { kind: 'beyond', target: 0, points: 1.5 },
      ...says('每周'),
    },
    {
      period: 'quarter',
      counts: { kind: 'adoptions', channels: ['newsletter'] },
      effect: { kind: 'per-missing', target: 6, points: 2 },
      units: 'institution',
      ...says('每季'),
    },
    {
      period: 'half',
      counts: { kind: 'points' },
      effect: { kind: 'proportion', target: 90, points: 25 },
      ...says('半年'),
    },
  ],
  deductions: [
    {
      ...{ code: 'late', name: { zh: '迟报', en: 'Late' }, points: 3 },
      ...says('迟报'),
    },
  ],
  floors: [{ period: 'month', least: 0, ...says('保底') }],
};

describe('a trial under rules over periods', () => {
  let app: TestApp;
  let office: Client;

  beforeAll(async () => {
    app = await startApp();
    office = await app.api.as('office');
  });
  afterAll(() => app.stop());

  const live = async (): Promise<void> => {
    const random = createRandom(20261128);
    const units: Document[] = [
      ...(await app.make.units(3)),
      await app.make.unit({ kind: 'department' }),
    ];
    for (let index = 0; index < PIECES; index += 1) {
      const day = `${random.pick(MONTHS)}-${String(random.integer(1, 28)).padStart(2, '0')}`;
      const submission = await app.make.submission({
        units: random.sample(units, random.integer(1, 3)),
        receivedAt: `${day}T09:00:00+08:00`,
      });
      for (const channel of random.sample(CHANNELS, random.integer(1, 2))) {
        const reference = `第${index}号`;
        await app.make.adoption({ submission, channel, adoptedOn: day, reference });
      }
    }
  };

  const begin = async (ruleSet: string, change: (content: RuleSetJson) => object) => {
    const { content, documentId, name, revision } = bodyOf(
      await office.post<RuleSetDraftResponse>(DRAFTS, { ruleSet })
    ).data;
    const body = { name, revision, content: change(content as RuleSetJson) };
    return bodyOf(await office.put<RuleSetDraftResponse>(`${DRAFTS}/${documentId}`, body)).data;
  };

  const foretold = async (draft: string) =>
    bodyOf(await office.post<RuleSetTrialResponse>(`${DRAFTS}/${draft}/try`, { until: '2026-10' }))
      .data;

  const put = async (draft: { documentId: string; revision: number }, from: string) =>
    bodyOf(
      await office.post<PutInForceResponse>(`${DRAFTS}/${draft.documentId}/put-in-force`, {
        ...{ revision: draft.revision, from },
      })
    ).data;

  /** What the reports of the twelve months come to, unit by unit. */
  const happened = async (): Promise<Record<string, string>> => {
    const sums = new Map<string, Fraction>();
    for (const period of REPORTS) {
      const { data } = bodyOf(await office.get<ReportResponse>(`/points/report?period=${period}`));
      for (const { exact, unit } of data) {
        sums.set(unit.code, (sums.get(unit.code) ?? new Fraction(0)).add(exact));
      }
    }
    return Object.fromEntries([...sums].map(([code, points]) => [code, points.toFraction()]));
  };

  it('is what then happens, twice, and what was before it is what was', async () => {
    const first = await app.make.ruleSet({ effectiveFrom: '2025-01-01' });
    await live();
    const plain = await happened();
    const laden = await begin(first.documentId, (content) => ({
      ...content,
      channels: content.channels.map((each) =>
        each.channel === 'newsletter' ? { ...each, points: 15.5 } : each
      ),
      extensions: EXTENSIONS,
    }));
    const trial = await foretold(laden.documentId);
    expect(trial.hasPeriods).toBe(true);
    const pointsOf = (side: 'before' | 'after', { units }: typeof trial) =>
      Object.fromEntries(units.map((each) => [each.unit.code, each[side].exact]));
    expect(pointsOf('before', trial)).toEqual(plain);
    const { documentId } = await put(laden, '2025-11-01');
    const then = await happened();
    expect(then).not.toEqual(plain);
    expect(then).toEqual(pointsOf('after', trial));

    const stricter = await begin(documentId, (content) => ({
      ...content,
      channels: content.channels.map((each) =>
        each.channel === 'province.adopted' ? { ...each, points: 33 } : each
      ),
      extensions: { ...EXTENSIONS, caps: [{ period: 'month', most: 45, ...says('封顶') }] },
    }));
    const again = await foretold(stricter.documentId);
    expect(pointsOf('before', again)).toEqual(then);
    await put(stricter, '2026-01-01');
    const { data } = bodyOf(await office.get<ReportResponse>('/points/report?period=2026-Q3'));
    expect(data.some(({ effects = [] }) => effects.some(({ step }) => step === 'cap'))).toBe(true);
    // November and December of 2025 stay under their own version.
    const months = await Promise.all(
      ['2025-11', '2025-12'].map((period) =>
        office.get<ReportResponse>(`/points/report?period=${period}`)
      )
    );
    const capped = months.flatMap((month) =>
      bodyOf(month).data.flatMap(({ effects = [] }) =>
        effects.filter(({ step }) => step === 'cap').map(({ why }) => why.most)
      )
    );
    expect(capped.every((most) => most === '60')).toBe(true);
    expect(await reconcileOf(app)).toMatchObject({ ok: true });
  }, 120_000);
});
