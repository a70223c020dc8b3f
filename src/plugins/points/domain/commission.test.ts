import {
  commissionOutcomes,
  commissionsDue,
  deliveryOf,
  type Asked,
  type AskedOfUnit,
  type Delivery,
} from './commission';
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

describe('what became of a commission in a month', () => {
  const ASKED = {
    title: '非遗保护情况',
    kind: 'info',
    unit: '图书馆',
    dueOn: '2026-03-10',
    closed: false,
  } as const;
  const outcome = (answers: AskedOfUnit['answers'], asked: Partial<AskedOfUnit> = {}) =>
    commissionOutcomes([{ ...ASKED, ...asked, answers }], '2026-03').map(
      (each) => `${each.outcome} ${each.doneOn}`
    );
  const sent = (sentOn: string, state: State = 'submitted') => ({ state, sentOn });

  it.each([
    ['sent in on the last day', [sent('2026-03-10')], 'on-time 2026-03-10'],
    ['sent in a day later', [sent('2026-03-11', 'accepted')], 'late 2026-03-11'],
    ['of several the first', [sent('2026-03-11'), sent('2026-03-09')], 'on-time 2026-03-09'],
    ['a draft', [{ state: 'draft' as const, sentOn: null }], 'missed null'],
    ['what was declined', [sent('2026-03-01', 'declined')], 'missed null'],
    ['what came after the month', [sent('2026-04-01')], 'missed null'],
  ])('%s', (_, answers, expected) => {
    expect(outcome(answers)).toEqual([expected]);
  });

  it('is not held against a unit once the office has closed it', () => {
    expect(outcome([], { closed: true })).toEqual(['closed null']);
  });

  it('is told in the month in which it was caught up with, and in no other', () => {
    const earlier = { dueOn: '2026-02-20' };
    expect(outcome([sent('2026-03-02')], earlier)).toEqual(['late 2026-03-02']);
    expect(outcome([sent('2026-02-27')], earlier)).toEqual([]);
    expect(outcome([], earlier)).toEqual([]);
    expect(outcome([], { dueOn: '2026-04-01' })).toEqual([]);
  });
});

describe('how a commission was delivered', () => {
  const pieces = (...days: Array<string | null>) =>
    days.map((receivedOn) => ({ state: 'accepted' as const, receivedOn }));

  it.each<[string, ReturnType<typeof pieces>, Delivery]>([
    ['on its day', pieces('2026-03-01'), 'on-time'],
    ['a day later', pieces('2026-03-02'), 'late'],
    ['late and before', pieces('2026-03-05', '2026-02-10'), 'on-time'],
    ['never', [], 'missed'],
    ['by nothing received', pieces(null), 'missed'],
  ])('%s', (_what, answers, delivery) => {
    expect(deliveryOf('2026-03-01', answers)).toBe(delivery);
  });

  it.each<[State, Delivery]>([
    ['draft', 'missed'],
    ['returned', 'missed'],
    ['declined', 'missed'],
    ['submitted', 'on-time'],
  ])('by a piece that is %s: %s', (state, delivery) => {
    expect(deliveryOf('2026-03-01', [{ state, receivedOn: '2026-02-01' }])).toBe(delivery);
  });
});
