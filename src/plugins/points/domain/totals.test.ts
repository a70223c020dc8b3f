import fc from 'fast-check';
import { regulation } from './__fixtures__/regulation';
import type { Adoption } from './adoption';
import { difference, recordedOf } from './difference';
import { sumOf } from './points';
import type { AdoptionPosting } from './posting';
import { score } from './score';
import {
  addPostings,
  addUp,
  changeByIntake,
  changeByPostings,
  linesOf,
  startSum,
  type Intake,
  type Total,
} from './totals';
import { CHANNELS } from './vocabulary';

const contributors = [
  { unit: 1, officers: [11, 12] },
  { unit: 2, officers: [] },
];

const ledgerOf = (adoptions: Adoption[], recorded: AdoptionPosting[] = []): AdoptionPosting[] =>
  difference(score({ contributors, adoptions }, [regulation()]), recordedOf(recorded), null, 9);

const adoption = (id: number, values: Partial<Adoption> = {}): Adoption => ({
  id,
  channel: 'newsletter',
  adoptedOn: '2026-03-05',
  adoptedAt: 0,
  organ: null,
  contributors: null,
  ...values,
});

const at = (totals: Total[], period: string, measure: string): Total[] =>
  totals.filter((total) => total.period === period && total.measure === measure);

const PERIODS = ['2026-03', '2026-Q1', '2026-H1', '2026'];

describe('changeByPostings', () => {
  it.each(PERIODS)('adds an award to %s', (period) => {
    const totals = changeByPostings([], ledgerOf([adoption(1)]));
    expect(at(totals, period, 'newsletter')).toEqual([
      ...[11, 12].map((officer) => ({
        period,
        unit: 1,
        officer,
        measure: 'newsletter',
        divisor: 4,
        officerCount: 2,
        amount: 2000,
        lines: 1,
      })),
      {
        period,
        unit: 2,
        officer: 0,
        measure: 'newsletter',
        divisor: 2,
        officerCount: 1,
        amount: 2000,
        lines: 1,
      },
    ]);
  });

  it('counts a submission as adopted once, for its units and its officers', () => {
    const first = ledgerOf([adoption(1)]);
    const totals = changeByPostings([], first);
    expect(at(totals, '2026', 'adopted').map(({ unit, officer }) => [unit, officer])).toEqual([
      [1, 0],
      [1, 11],
      [1, 12],
      [2, 0],
    ]);
    const second = ledgerOf([adoption(1), adoption(2)], first);
    expect(at(changeByPostings(linesOf(first), second), '2026', 'adopted')).toEqual([]);
  });

  it('comes back to nothing when everything is reversed', () => {
    const awards = ledgerOf([adoption(1), adoption(2, { channel: 'instruction', organ: '甲' })]);
    const reversals = ledgerOf([], awards);
    expect(
      addUp([...changeByPostings([], awards), ...changeByPostings(linesOf(awards), reversals)])
    ).toEqual([]);
  });

  it('holds in the end the sum of the ledger, however it came about', () => {
    const some = fc.array(
      fc.uniqueArray(fc.integer({ min: 1, max: 6 })).map((ids) =>
        ids.map((id) =>
          adoption(id, {
            channel: CHANNELS[id]!,
            adoptedOn: id % 2 === 0 ? '2025-12-31' : '2026-01-01',
          })
        )
      ),
      { maxLength: 6 }
    );
    fc.assert(
      fc.property(some, (history) => {
        let ledger: AdoptionPosting[] = [];
        let totals: Total[] = [];
        for (const adoptions of history) {
          const appended = ledgerOf(adoptions, ledger);
          totals = addUp([...totals, ...changeByPostings(linesOf(ledger), appended)]);
          ledger = [...ledger, ...appended];
        }
        expect(totals).toEqual(changeByPostings([], ledger));
        const sum = startSum();
        addPostings(sum, ledger);
        expect(totals).toEqual(sum.list());
        for (const year of ['2025', '2026']) {
          const ofYear = ledger.filter(({ month }) => month.startsWith(year));
          const points = totals.filter(({ period }) => period === year);
          expect(sumOf(points).equals(sumOf(ofYear))).toBe(true);
        }
      })
    );
  });
});

describe('changeByIntake', () => {
  const intake: Intake = { month: '2026-03', contributors };

  it.each(PERIODS)('counts what was received in %s', (period) => {
    const totals = at(changeByIntake(null, intake), period, 'submitted');
    expect(totals.map(({ unit, officer, lines }) => [unit, officer, lines])).toEqual([
      [1, 0, 1],
      [1, 11, 1],
      [1, 12, 1],
      [2, 0, 1],
    ]);
  });

  it('changes nothing when nothing changed, and takes back what went', () => {
    expect(changeByIntake(intake, intake)).toEqual([]);
    expect(addUp([...changeByIntake(null, intake), ...changeByIntake(intake, null)])).toEqual([]);
  });

  it('moves a submission to the month in which it was received after all', () => {
    const moved = changeByIntake(intake, { ...intake, month: '2026-02' });
    expect(at(moved, '2026-03', 'submitted').every(({ lines }) => lines === -1)).toBe(true);
    expect(at(moved, '2026-02', 'submitted').every(({ lines }) => lines === 1)).toBe(true);
    expect(at(moved, '2026-Q1', 'submitted')).toEqual([]);
  });
});
