import { effectsText, gatesText, reportEffectsOf, type EffectLanguage } from './report-effects';

const LANGUAGE: EffectLanguage = {
  translate: (key, values = {}) => [key, ...Object.values(values)].join(' '),
  periodName: (code) => code,
  nameOf: ({ zh }) => zh,
};

const GROUND = { clause: '四', sentence: { zh: '每月两篇', en: 'Two a month' } };
const MARCH = { code: '2026-03', from: '2026-03-01', to: '2026-03-31' };

const GATE = {
  ...GROUND,
  effect: 'no-commendation',
  period: MARCH,
  why: { done: '0', least: '1' },
} as const;

describe('what the rules of a period did', () => {
  const lines = reportEffectsOf(
    {
      effects: [
        {
          ...GROUND,
          step: 'deduction',
          period: MARCH,
          points: '-2.00',
          exact: '-2',
          why: { code: 'late', day: '2026-03-05', reason: '迟报' },
        },
      ],
      failedGates: [GATE],
    },
    LANGUAGE
  );

  it('stands line by line with figure, clause and facts, gates without a figure', () => {
    expect(lines).toEqual([
      {
        period: '2026-03',
        what: 'report.step.deduction',
        points: { points: '-2.00', exact: '-2' },
        ground: 'report.clause 四 每月两篇',
        facts: 'report.fact report.fact.day 2026-03-05；report.fact report.fact.reason 迟报',
      },
      {
        period: '2026-03',
        what: 'report.gate.no-commendation',
        points: null,
        ground: 'report.clause 四 每月两篇',
        facts: 'report.fact report.fact.least 1；report.fact report.fact.done 0',
      },
    ]);
    expect(effectsText(lines, ({ points }) => points).split('\n')).toHaveLength(2);
  });

  it('says each gate once beside the rank, and nothing where there is none', () => {
    expect(gatesText({ failedGates: [GATE, GATE] }, LANGUAGE)).toBe('report.gate.no-commendation');
    expect(gatesText({}, LANGUAGE)).toBeNull();
  });
});
