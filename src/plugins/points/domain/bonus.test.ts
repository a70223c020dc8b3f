import fc from 'fast-check';
import { bonusPostings, parseBonus, type Bonus } from './bonus';
import { periodsOf } from './period';
import { sumOf } from './points';
import { isOfBonus, type BonusPosting } from './posting';
import { standings } from './standings';
import { addUp, changeByHand, type Total } from './totals';

const bonus = (values: Partial<Bonus> = {}): Bonus => ({
  id: 3,
  documentId: 'abc',
  unit: 1,
  officer: null,
  amount: 250,
  day: '2026-03-05',
  ...values,
});

/** Appends what is missing, and gives the whole ledger. */
const settle = (
  ledger: BonusPosting[],
  desired: Bonus[],
  firstOpen: string | null = null
): BonusPosting[] => [...ledger, ...bonusPostings(desired, ledger, firstOpen)];

describe('parseBonus', () => {
  it.each([
    ['0.01', 1],
    [2.5, 250],
    ['2.50', 250],
    [1000, 100000],
  ])('takes %s', (points, amount) => {
    expect(parseBonus(points)).toBe(amount);
  });

  it.each([0, '0.00', -1, '-2', '2.505', 1000.01, '', 'two', null, undefined, Infinity, ['2']])(
    'takes no %s',
    (points) => {
      expect(parseBonus(points)).toBeNull();
    }
  );
});

describe('bonusPostings', () => {
  it('gives a bonus whole, in the month of its day', () => {
    expect(bonusPostings([bonus({ officer: 11 })], [], null)).toEqual([
      {
        key: 'bonus.abc.1',
        kind: 'award',
        reverses: null,
        bonus: 3,
        objection: null,
        corrects: null,
        channel: 'bonus',
        adoption: null,
        ruleSet: null,
        clause: '六.2',
        adoptedOn: '2026-03-05',
        month: '2026-03',
        belongsTo: '2026-03',
        unit: 1,
        officer: 11,
        amount: 250,
        divisor: 1,
        unitCount: 1,
        officerCount: 1,
      },
    ]);
  });

  it('appends nothing the second time', () => {
    expect(bonusPostings([bonus()], settle([], [bonus()]), null)).toEqual([]);
  });

  it('takes back what is withdrawn, once, by a reversal that names its award', () => {
    const withdrawn = settle(settle([], [bonus()]), []);
    expect(withdrawn[1]).toMatchObject({
      key: 'bonus.abc.1.reversed',
      kind: 'reversal',
      reverses: 'bonus.abc.1',
      amount: -250,
      month: '2026-03',
    });
    expect(settle(withdrawn, [])).toHaveLength(2);
  });

  it('counts in the first open month what comes late, and names the month it belongs to', () => {
    const late = settle([], [bonus()], '2026-05');
    expect(late).toMatchObject([{ month: '2026-05', belongsTo: '2026-03' }]);
    expect(settle(late, [], '2026-06')[1]).toMatchObject({
      month: '2026-06',
      belongsTo: '2026-03',
    });
  });

  it('gives another amount in place of the one that stands, under a key of its own', () => {
    const changed = settle(settle([], [bonus()]), [bonus({ amount: 300 })]);
    expect(changed.map(({ key }) => key)).toEqual([
      'bonus.abc.1',
      'bonus.abc.1.reversed',
      'bonus.abc.2',
    ]);
    expect(sumOf(changed).toFraction()).toBe('3');
  });
});

const DAYS = ['2025-12-31', '2026-01-01', '2026-03-31', '2026-07-01', '2026-12-31'];

const anyBonus = fc.record({
  id: fc.integer({ min: 1, max: 8 }),
  amount: fc.integer({ min: 1, max: 100_000 }),
  day: fc.constantFrom(...DAYS),
  unit: fc.integer({ min: 1, max: 3 }),
  hasOfficer: fc.boolean(),
});

/** Bonuses in force at one moment after the other, each the same for ever. */
const histories = fc.uniqueArray(anyBonus, { selector: ({ id }) => id }).chain((all) =>
  fc.array(fc.subarray(all), { maxLength: 6 }).map((history) =>
    history.map((inForce) =>
      inForce.map(({ hasOfficer, id, unit, ...values }) =>
        bonus({
          ...values,
          ...{ id, unit, documentId: `d${id}`, officer: hasOfficer ? unit * 10 : null },
        })
      )
    )
  )
);

describe('totals of bonuses', () => {
  it('come back to what they were when a bonus is withdrawn', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(null, '2026-02', '2026-08'), (history, firstOpen) => {
        const before = history.reduce<BonusPosting[]>(
          (ledger, inForce) => settle(ledger, inForce, firstOpen),
          []
        );
        const inForce = history.at(-1) ?? [];
        const one = bonus({ id: 99, documentId: 'one' });
        const given = settle(before, [...inForce, one], firstOpen);
        const withdrawn = settle(given, inForce, firstOpen);
        expect(changeByHand(withdrawn)).toEqual(changeByHand(before));
        expect(new Set(withdrawn.map(({ key }) => key)).size).toBe(withdrawn.length);
      })
    );
  });

  it('hold in every period the sum of its months, and the year the sum of the ledger', () => {
    fc.assert(
      fc.property(histories, (history) => {
        let ledger: BonusPosting[] = [];
        let totals: Total[] = [];
        for (const inForce of history) {
          const appended = bonusPostings(inForce, ledger, null);
          totals = addUp([...totals, ...changeByHand(appended)]);
          ledger = [...ledger, ...appended];
        }
        expect(ledger.every(isOfBonus)).toBe(true);
        expect(totals).toEqual(changeByHand(ledger));
        const pointsOf = (wanted: (period: string) => boolean): string =>
          sumOf(totals.filter(({ period }) => wanted(period))).toFraction();
        for (const period of ['2025', '2026', '2026-H1', '2026-Q4']) {
          const months = DAYS.map((day) => day.slice(0, 7)).filter((month) =>
            periodsOf(month).includes(period)
          );
          expect(pointsOf((each) => each === period)).toBe(
            pointsOf((each) => months.includes(each))
          );
        }
        const inForce = sumOf((history.at(-1) ?? []).map(({ amount }) => ({ amount, divisor: 1 })));
        expect(sumOf(ledger).equals(inForce)).toBe(true);
      })
    );
  });

  it('are points of a standing apart from its channels, and no submission', () => {
    const totals = changeByHand(settle([], [bonus(), bonus({ id: 4, documentId: 'd4' })]));
    const adopted: Total = {
      ...{ period: '2026', unit: 1, officer: 0, measure: 'newsletter', divisor: 3 },
      ...{ officerCount: 1, amount: 2000, lines: 1 },
    };
    const [row] = standings(
      [1],
      () => [...totals.filter(({ period }) => period === '2026'), adopted],
      'unit'
    );
    expect(row?.points.toFraction()).toBe('35/3');
    expect(row?.bonus.toFraction()).toBe('5');
    expect(Object.keys(row?.byChannel ?? {})).toEqual(['newsletter']);
    expect(row).toMatchObject({ submitted: 0, adopted: 0 });
  });
});
