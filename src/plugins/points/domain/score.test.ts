import fc from 'fast-check';
import { sumOf } from './points';
import type { Adoption, Facts } from './adoption';
import { NoRuleSetError, score } from './score';
import { regulation } from './__fixtures__/regulation';
import { CHANNELS, type Channel } from './vocabulary';

const adoption = (id: number, channel: Channel, values: Partial<Adoption> = {}): Adoption => ({
  id,
  channel,
  adoptedOn: '2026-03-05',
  adoptedAt: 0,
  organ: null,
  contributors: null,
  ...values,
});

const units = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ unit: index + 1, officers: [] }));

const total = (facts: Partial<Facts>, ruleSets = [regulation()]): string =>
  sumOf(score({ contributors: units(1), adoptions: [], ...facts }, ruleSets)).toFraction();

const LADDER = [
  adoption(1, 'site.dynamics'),
  adoption(2, 'newsletter'),
  adoption(3, 'city.forwarded'),
  adoption(4, 'city.adopted'),
  adoption(5, 'province.adopted'),
  adoption(6, 'instruction', { organ: '张市长' }),
];

describe('score', () => {
  it('adds up the levels (逐级上报，可重复计分)', () => {
    expect(total({ adoptions: LADDER })).toBe('245');
  });

  it('divides what has contributors of its own among these', () => {
    const kept = adoption(1, 'newsletter', { contributors: [{ unit: 9, officers: [91, 92] }] });
    const facts = { contributors: units(2), adoptions: [kept, adoption(2, 'site.dynamics')] };
    expect(
      score(facts, [regulation()]).map(({ adoption: of, unit, officer, divisor }) => [
        of,
        unit,
        officer,
        divisor,
      ])
    ).toEqual([
      [1, 9, 91, 2],
      [1, 9, 92, 2],
      [2, 1, null, 2],
      [2, 2, null, 2],
    ]);
  });

  it('divides a joint item equally', () => {
    const awards = score({ contributors: units(3), adoptions: LADDER }, [regulation()]);
    const first = awards.filter(({ unit }) => unit === 1);
    expect(sumOf(first).toFraction()).toBe('245/3');
    expect(sumOf(awards).toFraction()).toBe('245');
  });

  it.each<[Channel, string]>([
    ['site.headline', '3'],
    ['site.video', '3'],
    ['site.picture', '2'],
    ['site.dynamics', '1'],
    ['newsletter', '20'],
    ['city.forwarded', '4'],
    ['city.adopted', '20'],
    ['province.adopted', '100'],
    ['central.adopted', '100'],
    ['instruction', '100'],
    ['commission.info', '4'],
    ['commission.research', '20'],
    ['commission.feature', '30'],
  ])('gives for %s %s points', (channel, points) => {
    expect(total({ adoptions: [adoption(1, channel)] })).toBe(points);
  });

  it('counts one placement once, and each placement', () => {
    const dynamics = [adoption(1, 'site.dynamics'), adoption(2, 'site.dynamics')];
    expect(total({ adoptions: dynamics })).toBe('1');
    expect(total({ adoptions: [...dynamics, adoption(3, 'site.headline')] })).toBe('4');
  });

  it('lets the first of two equal site adoptions count, by day, moment, then record', () => {
    const late = adoption(1, 'site.dynamics', { adoptedOn: '2026-03-06' });
    const early = adoption(2, 'site.dynamics', { adoptedAt: 5 });
    const earliest = adoption(3, 'site.dynamics', { adoptedAt: 4 });
    const awards = score({ contributors: units(1), adoptions: [late, early, earliest] }, [
      regulation(),
    ]);
    expect(awards.map((award) => award.adoption)).toEqual([3]);
  });

  it('counts one leader on one item once, however the name is typed', () => {
    const by = (id: number, organ: string) => adoption(id, 'instruction', { organ });
    expect(total({ adoptions: [by(1, '张市长'), by(2, ' 张 市长 ')] })).toBe('100');
    expect(total({ adoptions: [by(1, '张市长'), by(2, '李书记')] })).toBe('200');
  });

  it('counts every other adoption on its own', () => {
    const adoptions = [adoption(1, 'province.adopted'), adoption(2, 'province.adopted')];
    expect(total({ adoptions })).toBe('200');
  });

  it('counts the best level alone where the policy says so, and instructions on top', () => {
    const highest = regulation({ policies: { combine: 'highest' } });
    expect(total({ adoptions: LADDER }, [highest])).toBe('200');
    // Both steps of the city level belong to it.
    expect(total({ adoptions: LADDER.slice(0, 4) }, [highest])).toBe('24');
  });

  it('rates each adoption by the rule set of its day', () => {
    const old = regulation({ id: 1, effectiveTo: '2026-06-30' });
    const rules = new Map(old.rules);
    rules.set('newsletter', { ...old.rules.get('newsletter')!, amount: 1000 });
    const current = regulation({ id: 2, effectiveFrom: '2026-07-01', rules });
    const adoptions = [
      adoption(1, 'newsletter', { adoptedOn: '2026-06-30' }),
      adoption(2, 'newsletter', { adoptedOn: '2026-07-01' }),
    ];
    const awards = score({ contributors: units(1), adoptions }, [old, current]);
    expect(awards.map(({ ruleSet, amount }) => [ruleSet, amount])).toEqual([
      [1, 2000],
      [2, 1000],
    ]);
  });

  it('refuses a day without a rule set, and names the day', () => {
    const adoptions = [adoption(1, 'newsletter', { adoptedOn: '2024-12-31' })];
    expect(() => total({ adoptions })).toThrow(NoRuleSetError);
    expect(() => total({ adoptions })).toThrow('2024-12-31');
  });

  it('gives nobody anything when nobody contributed', () => {
    expect(score({ contributors: [], adoptions: LADDER }, [regulation()])).toEqual([]);
  });

  it('gives the same awards in whatever order the adoptions came', () => {
    const some = fc
      .array(
        fc.tuple(fc.constantFrom(...CHANNELS), fc.constantFrom('甲', '乙'), fc.nat({ max: 3 }))
      )
      .map((list) =>
        list.map(([channel, organ, adoptedAt], id) => adoption(id, channel, { organ, adoptedAt }))
      )
      .chain((list) =>
        fc.tuple(
          fc.constant(list),
          fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })
        )
      );
    fc.assert(
      fc.property(some, fc.constantFrom('sum', 'highest'), ([one, other], combine) => {
        const ruleSets = [regulation({ policies: { combine } })];
        const awards = (adoptions: Adoption[]) =>
          score({ contributors: units(3), adoptions }, ruleSets)
            .map((award) => JSON.stringify(award))
            .sort();
        expect(awards(other)).toEqual(awards(one));
      })
    );
  });
});
