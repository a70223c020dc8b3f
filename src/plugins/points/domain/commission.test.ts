import {
  commissionOutcomes,
  commissionsDue,
  countOutcomes,
  deliveryOf,
  reminderOn,
  termsOf,
  unitStateOf,
  type Asked,
  type AskedOfUnit,
  type Delivery,
  type Line,
  type Outcome,
  type Reminder,
  type UnitState,
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
    notNeeded: false,
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

  it('is told of no unit of which nothing is needed, whatever it sent', () => {
    expect(outcome([], { notNeeded: true })).toEqual([]);
    expect(outcome([sent('2026-03-09')], { notNeeded: true })).toEqual([]);
  });

  it('counts the last day of the month', () => {
    expect(outcome([sent('2026-03-31')], { dueOn: '2026-03-31' })).toEqual(['on-time 2026-03-31']);
    expect(outcome([], { dueOn: '2026-03-31' })).toEqual(['missed null']);
  });

  it('is told in the month in which it was caught up with, and in no other', () => {
    const earlier = { dueOn: '2026-02-20' };
    expect(outcome([sent('2026-03-02')], earlier)).toEqual(['late 2026-03-02']);
    expect(outcome([sent('2026-02-27')], earlier)).toEqual([]);
    expect(outcome([], earlier)).toEqual([]);
    expect(outcome([], { dueOn: '2026-04-01' })).toEqual([]);
  });
});

const DUE = { dueOn: '2026-03-01', closed: false, notNeeded: false } as const;

describe('how a commission was delivered', () => {
  const pieces = (...days: Array<string | null>) =>
    days.map((sentOn) => ({ state: 'accepted' as const, sentOn }));
  const delivered = (
    answers: AskedOfUnit['answers'],
    values: Partial<AskedOfUnit> = {}
  ): Outcome | undefined => deliveryOf({ ...DUE, ...values, answers }, '2026-12-31')?.outcome;

  it.each<[string, ReturnType<typeof pieces>, Delivery]>([
    ['on its day', pieces('2026-03-01'), 'on-time'],
    ['a day later', pieces('2026-03-02'), 'late'],
    ['late and before', pieces('2026-03-05', '2026-02-10'), 'on-time'],
    ['never', [], 'missed'],
    ['by nothing received', pieces(null), 'missed'],
  ])('%s', (_what, answers, delivery) => {
    expect(delivered(answers)).toBe(delivery);
  });

  it.each<[State, Delivery]>([
    ['draft', 'missed'],
    ['returned', 'missed'],
    ['declined', 'missed'],
    ['submitted', 'on-time'],
  ])('by a piece that is %s: %s', (state, delivery) => {
    expect(delivered([{ state, sentOn: '2026-02-01' }])).toBe(delivery);
  });

  it('is no longer waited for once closed, but for what came', () => {
    expect(delivered([], { closed: true })).toBe('closed');
    expect(delivered(pieces('2026-03-02'), { closed: true })).toBe('late');
  });

  it('is nothing where nothing is needed', () => {
    expect(delivered(pieces('2026-02-01'), { notNeeded: true })).toBeUndefined();
  });
});

describe('what a commission asks of a unit', () => {
  const line = (
    action: Line['action'],
    units: readonly string[] | null,
    dueOn: string | null = null
  ): Line => ({ action, units, dueOn });

  it.each<[string, Line[], string, boolean]>([
    ['what it asks of all', [], '2026-03-01', false],
    ['its own later day', [line('extend', ['a'], '2026-03-09')], '2026-03-09', false],
    ['no other unit’s day', [line('extend', ['b'], '2026-03-09')], '2026-03-01', false],
    [
      'the last of its days',
      [line('extend', ['a'], '2026-03-09'), line('extend', ['a', 'b'], '2026-03-05')],
      '2026-03-05',
      false,
    ],
    [
      'the day of all where that is later by now',
      [line('extend', ['a'], '2026-02-20'), line('extend', null, '2026-03-01')],
      '2026-03-01',
      false,
    ],
    ['nothing', [line('not-needed', ['a'])], '2026-03-01', true],
    [
      'what it asked before once that is needed again',
      [line('not-needed', ['a']), line('needed', ['a'])],
      '2026-03-01',
      false,
    ],
    ['what no reminder changes', [line('remind', ['a'])], '2026-03-01', false],
  ])('%s', (_what, lines, dueOn, notNeeded) => {
    expect(termsOf('2026-03-01', 'a', lines)).toEqual({ dueOn, notNeeded });
  });
});

describe('where a commission stands at a unit', () => {
  const came = (sentOn: string) => [{ state: 'submitted' as const, sentOn }];

  it.each<[string, Partial<AskedOfUnit>, string, boolean, UnitState]>([
    ['before its day', {}, '2026-02-01', false, 'waiting'],
    ['on its day', {}, '2026-03-01', false, 'waiting'],
    ['the day after', {}, '2026-03-02', false, 'missed'],
    ['answered before its day', { answers: came('2026-02-01') }, '2026-02-01', false, 'answered'],
    ['answered after it', { answers: came('2026-03-02') }, '2026-03-02', false, 'late'],
    ['adopted', { answers: came('2026-03-02') }, '2026-03-02', true, 'adopted'],
    ['adopted though not needed', { notNeeded: true }, '2026-03-02', true, 'adopted'],
    ['not needed', { notNeeded: true }, '2026-03-02', false, 'not-needed'],
    ['closed before its day', { closed: true }, '2026-02-01', false, 'closed'],
  ])('%s', (_what, values, today, isAdopted, state) => {
    expect(unitStateOf({ ...DUE, answers: [], ...values }, isAdopted, today)).toBe(state);
  });

  it('is counted as bulletins and reviews count it', () => {
    const all = [
      { ...DUE, answers: came('2026-02-01') },
      { ...DUE, answers: came('2026-03-02') },
      { ...DUE, answers: [] },
      { ...DUE, dueOn: '2026-03-09', answers: [] },
      { ...DUE, closed: true, answers: [] },
      { ...DUE, notNeeded: true, answers: came('2026-02-01') },
    ];
    expect(countOutcomes(all, '2026-03-05')).toEqual({
      ...{ asked: 3, onTime: 1, late: 1, missed: 1, waiting: 1, dropped: 2 },
    });
  });
});

describe('a reminder', () => {
  it.each<[number, Reminder | null]>([
    [4, null],
    [3, 'soon'],
    [1, 'soon'],
    [0, 'today'],
    [-1, 'overdue.1'],
    [-7, 'overdue.1'],
    [-8, 'overdue.2'],
    [-15, null],
  ])('with %i days left is %s', (daysLeft, reminder) => {
    expect(reminderOn(daysLeft, { daysBefore: 3, overdue: 2 })).toBe(reminder);
  });
});
