import fc from 'fast-check';
import Fraction from 'fraction.js';
import { periodsIn } from './period';
import { periodEffects } from './period-effects';
import { pointsOf, type Deduction, type PeriodFacts, type Receipt } from './period-facts';
import { ledgerOf, type PeriodLine } from './period-ledger';
import { quotaPoints } from './quotas';
import type { Extensions } from './rule-set-content';
import { standings, withOutcomes } from './standings';
import type { Category } from './vocabulary';
import { regulation } from './__fixtures__/regulation';

const GROUND = { clause: '四', sentence: { zh: '一', en: 'one' } };
const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const LATER = '2027-01-01';

const NOTHING: PeriodFacts = { ledger: ledgerOf([]), received: [], deductions: [], classes: [] };

const under = (extensions: Extensions) => [regulation({ extensions })];

const line = (day: string, points: number, id = 1): PeriodLine => ({
  day,
  amount: points * 100,
  divisor: 1,
  source: 'newsletter',
  adoption: id,
  submission: id,
});

const sent = (...days: string[]): Receipt[] =>
  days.map((day) => ({ day, category: 'culture-news', pieces: 1 }));

const held = (code: string, day: string): Deduction => ({
  code,
  day,
  amount: null,
  reason: '通报',
  by: '办公室',
});

type Given = Partial<PeriodFacts> & { lines?: readonly PeriodLine[] };

const stepsOf = ({ lines = [], ...facts }: Given, extensions: Extensions, today = LATER) =>
  periodEffects(
    { ...NOTHING, ledger: ledgerOf(lines), ...facts },
    under(extensions),
    YEAR,
    today
  ).map(({ period, points, step }) => [step, period.code, points.toFraction()]);

const QUOTAS: Array<
  [what: string, effect: Parameters<typeof quotaPoints>[0], done: string, points: string]
> = [
  ['below the first step', { kind: 'steps', steps: [{ from: 500, points: 100 }] }, '4', '0'],
  [
    'on a step',
    {
      kind: 'steps',
      steps: [
        { from: 0, points: -300 },
        { from: 500, points: 100 },
      ],
    },
    '5',
    '1',
  ],
  [
    'between steps',
    {
      kind: 'steps',
      steps: [
        { from: 0, points: -300 },
        { from: 500, points: 100 },
      ],
    },
    '9/2',
    '-3',
  ],
  ['a third of the proportion', { kind: 'proportion', target: 300, points: 2000 }, '1', '20/3'],
  ['no more than the whole', { kind: 'proportion', target: 300, points: 2000 }, '7', '20'],
  ['two missing', { kind: 'per-missing', target: 500, points: 50 }, '3', '-1'],
  [
    'a part of a piece missing is a piece',
    { kind: 'per-missing', target: 500, points: 50 },
    '9/2',
    '-1/2',
  ],
  [
    'missing, but no more than',
    { kind: 'per-missing', target: 500, points: 200, most: 300 },
    '0',
    '-3',
  ],
  ['twice what is missing', { kind: 'shortfall', target: 1000, times: 200 }, '15/2', '-5'],
  ['nothing missing', { kind: 'shortfall', target: 1000, times: 200 }, '11', '0'],
  ['three beyond', { kind: 'beyond', target: 200, points: 100 }, '5', '3'],
  ['beyond, but no more than', { kind: 'beyond', target: 200, points: 100, most: 200 }, '9', '2'],
  ['not beyond', { kind: 'beyond', target: 200, points: 100 }, '1', '0'],
];

describe('a quota', () => {
  it.each(QUOTAS)('%s', (_what, effect, done, points) => {
    expect(quotaPoints(effect, new Fraction(done)).toFraction()).toBe(points);
  });
});

describe('the periods in a span', () => {
  it.each([
    ['month', 12],
    ['quarter', 4],
    ['half', 2],
    ['year', 1],
    ['week', 52],
  ] as const)('of a year, each %s', (kind, number) => {
    const found = periodsIn(YEAR, kind);
    expect(found).toHaveLength(number);
    expect(found.every(({ to }) => YEAR.from <= to && to <= YEAR.to)).toBe(true);
  });

  it('are none where a longer one does not fit', () => {
    expect(periodsIn({ from: '2026-03-01', to: '2026-03-31' }, 'quarter')).toEqual([]);
  });
});

describe('the effects of a period', () => {
  it('come in the order of the reckoning, each seeing those before it', () => {
    const effects = stepsOf(
      {
        lines: [line('2026-03-05', 20)],
        received: sent('2026-03-05'),
        deductions: [held('late', '2026-03-20')],
      },
      {
        submitting: { points: 100, ...GROUND },
        caps: [{ period: 'month', most: 1500, ...GROUND }],
        quotas: [
          {
            period: 'month',
            counts: { kind: 'points' },
            effect: { kind: 'shortfall', target: 1600, times: 100 },
            ...GROUND,
          },
        ],
        deductions: [{ code: 'late', name: { zh: '迟报', en: 'late' }, points: 3000, ...GROUND }],
        floors: [{ period: 'month', least: 0, ...GROUND }],
      }
    ).filter(([, code]) => code === '2026-03');
    expect(effects).toEqual([
      ['submitting', '2026-03', '1'],
      ['cap', '2026-03', '-6'],
      ['quota', '2026-03', '-1'],
      ['deduction', '2026-03', '-30'],
      ['floor', '2026-03', '16'],
    ]);
  });

  it('miss no quota before its period is over', () => {
    const extensions: Extensions = {
      quotas: [
        {
          period: 'half',
          counts: { kind: 'submitted' },
          effect: { kind: 'per-missing', target: 100, points: 100 },
          ...GROUND,
        },
      ],
    };
    expect(stepsOf({}, extensions, '2026-06-30')).toEqual([]);
    expect(stepsOf({}, extensions, '2026-07-01')).toEqual([['quota', '2026-H1', '-1']]);
    expect(stepsOf({}, extensions)).toHaveLength(2);
  });

  it('set a year to zero from the second time on', () => {
    const deductions: Extensions['deductions'] = [
      { code: 'missed', name: { zh: '约稿', en: 'missed' }, zeroes: 'year', from: 2, ...GROUND },
    ];
    const once = { lines: [line('2026-03-05', 20)], deductions: [held('missed', '2026-02-01')] };
    expect(stepsOf(once, { deductions })).toEqual([]);
    const twice = { ...once, deductions: [...once.deductions, held('missed', '2026-05-01')] };
    expect(stepsOf(twice, { deductions })).toEqual([['deduction', '2026', '-20']]);
  });

  it('are those of the rule set in force when their period ends', () => {
    const submitting = { points: 100, ...GROUND };
    const old = regulation({ effectiveTo: '2026-06-30', extensions: { submitting } });
    const current = regulation({ id: 2, effectiveFrom: '2026-07-01' });
    const facts = { ...NOTHING, received: sent('2026-06-05', '2026-07-05') };
    expect(periodEffects(facts, [old, current], YEAR, LATER)).toHaveLength(1);
  });

  const LINES = fc.array(
    fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      points: fc.integer({ min: 1, max: 50 }),
      id: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 12 }
  );

  const factsOf = (lines: Array<{ month: number; points: number; id: number }>): PeriodFacts => {
    const dayOf = (month: number) => `2026-${String(month).padStart(2, '0')}-15`;
    return {
      ...NOTHING,
      ledger: ledgerOf(lines.map(({ id, month, points }) => line(dayOf(month), points, id))),
      received: sent(...lines.map(({ month }) => dayOf(month))),
    };
  };

  it('count what was sent in of the categories that a task names', () => {
    const research: Receipt = { day: '2026-03-05', category: 'research', pieces: 1 };
    const task = (categories: Category[]) => ({
      quotas: [
        {
          period: 'quarter' as const,
          counts: { kind: 'submitted' as const, categories },
          effect: { kind: 'per-missing' as const, target: 100, points: 300 },
          ...GROUND,
        },
      ],
    });
    const owed = (received: Receipt[], categories: Category[]) =>
      stepsOf({ received }, task(categories), '2026-04-01');
    expect(owed([research], ['research'])).toEqual([]);
    expect(owed(sent('2026-03-05'), ['research'])).toEqual([['quota', '2026-Q1', '-3']]);
    expect(owed(sent('2026-03-05'), ['research', 'culture-news'])).toEqual([]);
  });

  it('are none under the regulation', () => {
    fc.assert(
      fc.property(LINES, (lines) => {
        expect(periodEffects(factsOf(lines), [regulation()], YEAR, LATER)).toEqual([]);
      })
    );
  });

  const ALL: Extensions = {
    submitting: { points: 50, ...GROUND },
    caps: [{ period: 'quarter', most: 6000, ...GROUND }],
    quotas: [
      {
        period: 'month',
        counts: { kind: 'adopted' },
        effect: { kind: 'proportion', target: 300, points: 1000 },
        ...GROUND,
      },
      {
        period: 'half',
        counts: { kind: 'points' },
        effect: { kind: 'shortfall', target: 9000, times: 200 },
        ...GROUND,
      },
    ],
    floors: [{ period: 'year', least: 0, ...GROUND }],
  };

  it('do not ask in which order things came about, and keep caps and floors', () => {
    fc.assert(
      fc.property(LINES, LINES, (lines, shuffle) => {
        const facts = factsOf(lines);
        const turned = factsOf([...lines].reverse());
        const [one, other] = [facts, turned].map((each) =>
          periodEffects(each, under(ALL), YEAR, LATER)
        );
        expect(other).toEqual(one);
        const whole = periodEffects(factsOf([...lines, ...shuffle]), under(ALL), YEAR, LATER);
        const points = [...lines, ...shuffle].reduce(
          (sum, each) => sum.add(each.points),
          pointsOf(whole)
        );
        expect(points.compare(0)).toBeGreaterThanOrEqual(0);
      })
    );
  });
});

describe('the standings with the rules of the period', () => {
  it('are ranked anew', () => {
    const rows = standings(['a', 'b'], () => [], 'unit');
    const facts = { ...NOTHING, received: sent('2026-03-05') };
    const rules = under({ submitting: { points: 50, ...GROUND } });
    const [first, second] = withOutcomes(rows, (subject) => {
      const effects = subject === 'b' ? periodEffects(facts, rules, YEAR, LATER) : [];
      return { effects, sum: pointsOf(effects), failedGates: [] };
    });
    expect([first?.subject, first?.rank, first?.points.toFraction()]).toEqual(['b', 1, '1/2']);
    expect([second?.subject, second?.rank]).toEqual(['a', 2]);
  });
});
