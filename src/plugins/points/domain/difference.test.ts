import fc from 'fast-check';
import type { Adoption, Facts } from './adoption';
import type { Award } from './award';
import { difference, recordedOf } from './difference';
import { sumOf } from './points';
import { standingAwards, type AdoptionPosting } from './posting';
import { score } from './score';
import { regulation } from './__fixtures__/regulation';
import { SITE_CHANNELS } from './vocabulary';

const dynamics: Adoption = {
  id: 7,
  channel: 'site.dynamics',
  adoptedOn: '2026-03-05',
  adoptedAt: 0,
  organ: null,
  contributors: null,
};

const awardsOf = (facts: Partial<Facts>): Award[] =>
  score({ contributors: [{ unit: 1, officers: [] }], adoptions: [dynamics], ...facts }, [
    regulation(),
  ]);

/** Appends what is missing, and gives the whole ledger. */
const settle = (
  ledger: AdoptionPosting[],
  desired: Award[],
  firstOpen: string | null = null
): AdoptionPosting[] => [...ledger, ...difference(desired, recordedOf(ledger), firstOpen, 9)];

describe('difference', () => {
  it('awards what is missing, in the month of its adoption', () => {
    expect(difference(awardsOf({}), recordedOf([]), null, 9)).toEqual([
      {
        key: '7.1.0.9.1',
        kind: 'award',
        reverses: null,
        bonus: null,
        objection: null,
        corrects: null,
        month: '2026-03',
        belongsTo: '2026-03',
        adoption: 7,
        channel: 'site.dynamics',
        adoptedOn: '2026-03-05',
        clause: '七.7',
        ruleSet: 1,
        unit: 1,
        officer: null,
        amount: 100,
        divisor: 1,
        unitCount: 1,
        officerCount: 1,
      },
    ]);
  });

  it('appends nothing the second time', () => {
    const ledger = settle([], awardsOf({}));
    expect(difference(awardsOf({}), recordedOf(ledger), null, 9)).toEqual([]);
  });

  it('takes back by a reversal that names its award, and gives again under a new key', () => {
    const published = settle([], awardsOf({}));
    const unpublished = settle(published, []);
    expect(unpublished).toHaveLength(2);
    expect(unpublished[1]).toMatchObject({
      key: '7.1.0.9.1.reversed',
      kind: 'reversal',
      reverses: '7.1.0.9.1',
      amount: -100,
      month: '2026-03',
    });
    const again = settle(unpublished, awardsOf({}));
    expect(again[2]).toMatchObject({ key: '7.1.0.9.2', kind: 'award', amount: 100 });
    expect(standingAwards(again)).toEqual([again[2]]);
  });

  it('moves every share when a contributor joins', () => {
    const alone = settle([], awardsOf({}));
    const contributors = [1, 2].map((unit) => ({ unit, officers: [] }));
    const joint = settle(alone, awardsOf({ contributors }));
    expect(joint.map(({ kind, unit, divisor }) => [kind, unit, divisor])).toEqual([
      ['award', 1, 1],
      ['reversal', 1, 1],
      ['award', 1, 2],
      ['award', 2, 2],
    ]);
    expect(sumOf(joint).toFraction()).toBe('1');
  });

  it('tells the same share of another split apart', () => {
    const one = awardsOf({ contributors: [{ unit: 1, officers: [5, 6] }] });
    const [first] = settle([], one);
    expect(first).toMatchObject({ divisor: 2, unitCount: 1, officerCount: 2 });
    const two = awardsOf({
      contributors: [
        { unit: 1, officers: [5] },
        { unit: 2, officers: [] },
      ],
    });
    expect(
      difference(two, recordedOf(settle([], one)), null, 9).filter(({ unit }) => unit === 1)
    ).toMatchObject([
      { kind: 'reversal', officer: 5 },
      { kind: 'reversal', officer: 6 },
      { kind: 'award', officer: 5, unitCount: 2, officerCount: 1 },
    ]);
  });

  it('posts what comes late into the first open month, and names the month it belongs to', () => {
    const ledger = settle([], awardsOf({}), '2026-05');
    expect(ledger[0]).toMatchObject({ month: '2026-05', belongsTo: '2026-03' });
    const reversed = settle(ledger, [], '2026-06');
    expect(reversed[1]).toMatchObject({ month: '2026-06', belongsTo: '2026-03' });
  });

  it('reverses in the open month in which the award counts', () => {
    const ledger = settle([], awardsOf({}), '2026-02');
    expect(settle(ledger, [], '2026-03')[1]).toMatchObject({ month: '2026-03' });
  });

  it('whatever happened: brings the ledger to what is desired, in unique keys, and then rests', () => {
    const facts = fc.record({
      contributors: fc
        .uniqueArray(fc.integer({ min: 1, max: 4 }))
        .chain((units) =>
          fc.tuple(
            ...units.map((unit) =>
              fc
                .uniqueArray(fc.integer({ min: 1, max: 3 }))
                .map((officers) => ({ unit, officers: officers.map((n) => unit * 10 + n) }))
            )
          )
        ),
      adoptions: fc
        .uniqueArray(fc.integer({ min: 1, max: 5 }))
        .map((ids) =>
          ids.map((id): Adoption => ({ ...dynamics, id, channel: SITE_CHANNELS[id % 4]! }))
        ),
    });
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 8 }), (history) => {
        let ledger: AdoptionPosting[] = [];
        for (const each of history) ledger = settle(ledger, awardsOf(each));
        const desired = awardsOf(history.at(-1)!);
        expect(sumOf(ledger).equals(sumOf(desired))).toBe(true);
        expect(difference(desired, recordedOf(ledger), null, 9)).toEqual([]);
        expect(new Set(ledger.map(({ key }) => key)).size).toBe(ledger.length);
        expect(sumOf(settle(ledger, [])).toFraction()).toBe('0');
      })
    );
  });
});
