import { commissionsDue, type Asked } from './commission';
import type { State } from './submission-workflow';

const asked = (dueOn: string, states: State[] = [], closed = false): Asked => ({
  dueOn,
  closed,
  answers: states.map((state) => ({ state })),
});

const TODAY = '2026-03-01';

describe('commissions due', () => {
  it('come the most urgent first, with the days that are left', () => {
    const due = commissionsDue(
      [asked('2026-03-31'), asked('2026-02-27'), asked('2026-03-01')],
      TODAY
    );
    expect(due.map(({ commission, daysLeft }) => [commission.dueOn, daysLeft])).toEqual([
      ['2026-02-27', -2],
      ['2026-03-01', 0],
      ['2026-03-31', 30],
    ]);
  });

  it.each<[State, boolean]>([
    ['draft', true],
    ['returned', true],
    ['declined', true],
    ['submitted', false],
    ['accepted', false],
  ])('are owed with a piece that is %s: %s', (state, isOwed) => {
    expect(commissionsDue([asked('2026-03-02', [state])], TODAY)).toHaveLength(isOwed ? 1 : 0);
  });

  it('name the piece that was begun, and none that was declined', () => {
    const [begun, declined] = commissionsDue(
      [asked('2026-03-02', ['declined', 'returned']), asked('2026-03-03', ['declined'])],
      TODAY
    );
    expect(begun?.begun).toEqual({ state: 'returned' });
    expect(declined?.begun).toBeNull();
  });

  it('are not owed once closed', () => {
    expect(commissionsDue([asked('2026-03-02', [], true)], TODAY)).toEqual([]);
  });
});
