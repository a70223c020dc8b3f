import fc from 'fast-check';
import type { Adoption } from './adoption';
import { regulation } from './__fixtures__/regulation';
import { replay, type ReplayedSubmission } from './replay';
import { sumOf } from './points';
import type { RuleSet } from './rule-set';
import { score } from './score';
import { CHANNELS } from './vocabulary';

const IN_FORCE = regulation({ effectiveFrom: '2025-01-01' });
const WINDOW = { from: '2026-01-01', to: '2026-12-31' };

const withPoints = (base: RuleSet, channel: string, amount: number): RuleSet => ({
  ...base,
  id: 0,
  rules: new Map(
    [...base.rules].map(([name, rule]) => [name, name === channel ? { ...rule, amount } : rule])
  ),
});

const adoption = (values: Partial<Adoption>): Adoption => ({
  id: 1,
  channel: 'site.dynamics',
  adoptedOn: '2026-03-05',
  adoptedAt: 0,
  organ: null,
  contributors: null,
  ...values,
});

const piece = (id: number, adoptions: Adoption[], units = [1]): ReplayedSubmission => ({
  id,
  contributors: units.map((unit) => ({ unit, officers: [] })),
  adoptions,
});

const exact = (pieces: ReplayedSubmission[], draft: RuleSet) =>
  replay(pieces, [IN_FORCE], draft, WINDOW).map(({ unit, before, after, changed }) => ({
    unit,
    before: before.toFraction(),
    after: after.toFraction(),
    changed,
  }));

describe('a replay', () => {
  it('gives the numbers in force beside those of the draft, split as they would be', () => {
    const joint = piece(
      1,
      [adoption({}), adoption({ id: 2, channel: 'province.adopted' })],
      [1, 2, 3]
    );
    expect(exact([joint], withPoints(IN_FORCE, 'province.adopted', 5000))).toEqual(
      [1, 2, 3].map((unit) => ({ unit, before: '101/3', after: '17', changed: 1 }))
    );
  });

  it('leaves what lies outside the window as it is', () => {
    const early = piece(1, [adoption({ adoptedOn: '2025-12-31' })]);
    const both = piece(2, [
      adoption({ id: 2, adoptedOn: '2025-12-31' }),
      adoption({ id: 3, channel: 'newsletter' }),
    ]);
    expect(exact([early, both], withPoints(IN_FORCE, 'site.dynamics', 500))).toEqual([
      { unit: 1, before: '20', after: '20', changed: 0 },
    ]);
  });

  it('takes an adoption in a channel that the draft lacks as worth nothing', () => {
    const rules = new Map([...IN_FORCE.rules].filter(([channel]) => channel !== 'newsletter'));
    expect(
      exact([piece(1, [adoption({ channel: 'newsletter' })])], { ...IN_FORCE, rules })
    ).toEqual([{ unit: 1, before: '20', after: '0', changed: 1 }]);
  });

  it('names the pieces of the greatest difference first, and counts the others', () => {
    const small = Array.from({ length: 30 }, (_, index) =>
      piece(index + 2, [adoption({ id: index + 2 })], [1, 2])
    );
    const large = piece(1, [adoption({ channel: 'site.dynamics' })]);
    const [unit] = replay(
      [...small, large],
      [IN_FORCE],
      withPoints(IN_FORCE, 'site.dynamics', 300),
      WINDOW
    );
    expect(unit?.changed).toBe(31);
    expect(unit?.pieces).toHaveLength(20);
    expect(unit?.pieces.map(({ submission }) => submission).slice(0, 3)).toEqual([1, 2, 3]);
  });

  const histories = fc.array(
    fc.record({
      channels: fc.array(fc.constantFrom(...CHANNELS), { minLength: 1, maxLength: 5 }),
      units: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
      day: fc.constantFrom('2025-06-01', '2026-02-28', '2026-12-31', '2027-01-01'),
    }),
    { maxLength: 12 }
  );

  it('of what is in force is what is, whatever the history and its order', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const pieces = history.map(({ channels, day, units }, index) =>
          piece(
            index + 1,
            channels.map((channel, at) =>
              adoption({ id: index * 10 + at, channel, adoptedOn: day })
            ),
            units
          )
        );
        const awards = pieces
          .flatMap((each) => score(each, [IN_FORCE]))
          .filter(({ adoptedOn }) => adoptedOn >= WINDOW.from && adoptedOn <= WINDOW.to);
        const forwards = replay(pieces, [IN_FORCE], { ...IN_FORCE, id: 0 }, WINDOW);
        for (const { unit, before, after, changed } of forwards) {
          const is = sumOf(awards.filter((award) => award.unit === unit)).toFraction();
          expect([before.toFraction(), after.toFraction(), changed]).toEqual([is, is, 0]);
        }
        expect(replay([...pieces].reverse(), [IN_FORCE], IN_FORCE, WINDOW)).toEqual(forwards);
      })
    );
  });
});
