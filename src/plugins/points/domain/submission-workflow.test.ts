import {
  ACTIONS,
  isOpenToUnit,
  checkTransition,
  TRANSITIONS,
  verdictOf,
  openActions,
  stateOnAdoption,
  STATES,
  type Action,
  type Actor,
  type WorkflowState,
  type Right,
  type State,
} from './submission-workflow';

const workflow = (values: Partial<WorkflowState> = {}): WorkflowState => ({
  state: 'draft',
  isMerged: false,
  hasMerged: false,
  isAdopted: false,
  awaitsSignature: false,
  unsigned: [],
  ...values,
});

const actor = (rights: readonly Right[], units: readonly number[] = []): Actor => ({
  can: (right) => rights.includes(right),
  units,
});

const officer = actor(['submit', 'withdraw'], [1]);
const leader = actor(['sign', 'withdraw'], [1]);
const office = actor(['review', 'merge']);
const everybody: Record<string, Actor> = { officer, leader, office };

describe('the workflow of a submission', () => {
  /** All that may happen to a plain submission, written out once more by hand. */
  const POSSIBLE: Record<string, Partial<Record<Action, State>>> = {
    'officer draft': { submit: 'submitted' },
    'officer returned': { submit: 'submitted' },
    'officer submitted': { withdraw: 'draft' },
    'leader submitted': { withdraw: 'draft' },
    'office submitted': {
      accept: 'accepted',
      return: 'returned',
      decline: 'declined',
      merge: 'submitted',
    },
    'office accepted': { reopen: 'submitted', merge: 'accepted' },
    'office declined': { reopen: 'submitted' },
  };

  it.each(
    Object.entries(everybody).flatMap(([who, person]) =>
      STATES.flatMap((state) => ACTIONS.map((action) => ({ who, person, state, action })))
    )
  )('$who, $state, $action', ({ who, person, state, action }) => {
    const verdict = checkTransition(action, workflow({ state }), person);
    const expected = POSSIBLE[`${who} ${state}`]?.[action];
    expect('to' in verdict ? verdict.to : undefined).toBe(expected);
  });

  it('is closed to whoever belongs to another unit, and to whoever has no right', () => {
    expect(checkTransition('submit', workflow(), actor(['submit']))).toEqual({
      refusal: 'foreign',
    });
    for (const action of ACTIONS) {
      for (const state of STATES) {
        expect(
          checkTransition(action, workflow({ state, hasMerged: true }), actor([], [1]))
        ).toEqual({
          refusal: 'right',
        });
      }
    }
  });

  it('asks for a reason where the office or the leader says no', () => {
    expect(ACTIONS.filter((action) => TRANSITIONS[action].needsReason)).toEqual([
      'send-back',
      'return',
      'decline',
    ]);
  });

  describe('with sign-off', () => {
    it('needs the signature before it is sent', () => {
      const unsigned = workflow({ unsigned: [1] });
      expect(checkTransition('submit', unsigned, officer)).toEqual({ refusal: 'needs-signature' });
      expect(checkTransition('sign', unsigned, leader)).toEqual({ to: 'draft' });
      expect(checkTransition('submit', workflow(), officer)).toEqual({ to: 'submitted' });
      expect(checkTransition('sign', unsigned, officer)).toEqual({ refusal: 'right' });
    });

    it('is sent by the signature that was asked for', () => {
      expect(checkTransition('request-signature', workflow({ unsigned: [1] }), officer)).toEqual({
        to: 'draft',
      });
      const asked = workflow({ unsigned: [1], awaitsSignature: true });
      expect(checkTransition('request-signature', asked, officer)).toEqual({
        refusal: 'awaits-signature',
      });
      expect(checkTransition('sign', asked, leader)).toEqual({ to: 'submitted' });
      expect(checkTransition('withdraw', asked, leader)).toEqual({ to: 'draft' });
      expect(checkTransition('withdraw', { ...asked, state: 'returned' }, officer)).toEqual({
        to: 'returned',
      });
    });

    it('is sent back by the leader who was asked, and stays what it was', () => {
      const asked = workflow({ unsigned: [1, 2], awaitsSignature: true });
      expect(checkTransition('send-back', asked, leader)).toEqual({ to: 'draft' });
      expect(checkTransition('send-back', { ...asked, state: 'returned' }, leader)).toEqual({
        to: 'returned',
      });
      expect(checkTransition('send-back', asked, officer)).toEqual({ refusal: 'right' });
      expect(checkTransition('send-back', asked, actor(['sign']))).toEqual({ refusal: 'foreign' });
      expect(checkTransition('send-back', { ...asked, unsigned: [2] }, leader)).toEqual({
        refusal: 'needs-no-signature',
      });
      const unasked = workflow({ unsigned: [1] });
      expect(checkTransition('send-back', unasked, leader)).toEqual({ refusal: 'not-asked' });
      expect(openActions(asked, leader)).toEqual(['sign', 'send-back', 'withdraw']);
    });

    it('waits for the leaders of all units that sign off', () => {
      const asked = workflow({ unsigned: [1, 2], awaitsSignature: true });
      expect(checkTransition('sign', asked, leader)).toEqual({ to: 'draft' });
      expect(checkTransition('sign', { ...asked, unsigned: [2] }, leader)).toEqual({
        refusal: 'needs-no-signature',
      });
    });

    it('asks nobody where no unit signs off', () => {
      expect(checkTransition('request-signature', workflow(), officer)).toEqual({
        refusal: 'needs-no-signature',
      });
      expect(checkTransition('withdraw', workflow(), officer)).toEqual({ refusal: 'not-sent' });
    });
  });

  describe('merged', () => {
    it('moves no more, except apart', () => {
      const merged = workflow({ state: 'submitted', isMerged: true });
      for (const person of [officer, office]) {
        expect(openActions(merged, person)).toEqual(person === office ? ['unmerge'] : []);
      }
    });

    it('is not withdrawn by one unit while others are part of it', () => {
      expect(
        checkTransition('withdraw', workflow({ state: 'submitted', hasMerged: true }), officer)
      ).toEqual({
        refusal: 'has-merged',
      });
    });
  });

  it('does not take back a decision that an adoption rests on', () => {
    expect(
      checkTransition('reopen', workflow({ state: 'accepted', isAdopted: true }), office)
    ).toEqual({
      refusal: 'adopted',
    });
  });

  it('is open to the unit until it is sent, and while it is back', () => {
    const open = STATES.filter((state) => isOpenToUnit(workflow({ state })));
    expect(open).toEqual(['draft', 'returned']);
    expect(isOpenToUnit(workflow({ awaitsSignature: true }))).toBe(false);
    expect(isOpenToUnit(workflow({ isMerged: true }))).toBe(false);
  });

  it('is accepted by adopting it, where the office has it', () => {
    expect(STATES.map(stateOnAdoption)).toEqual([null, 'accepted', 'accepted', null, null]);
  });
});

describe('why a submission stands with its unit', () => {
  const lines = (...actions: string[]) => actions.map((action, at) => ({ action, at }));
  const draft = { state: 'draft', awaitsSignature: false } as const;

  it('is the last return, refusal or sending back', () => {
    const returned = { ...draft, state: 'returned' } as const;
    expect(verdictOf(returned, lines('create', 'return', 'submit', 'return'))?.at).toBe(3);
    expect(verdictOf(returned, lines('return', 'request-signature', 'send-back'))?.at).toBe(2);
    expect(verdictOf({ ...draft, state: 'declined' }, lines('submit', 'decline'))?.at).toBe(1);
  });

  it('is of a draft what its leader sent back, until it is sent again', () => {
    const back = lines('create', 'request-signature', 'send-back', 'add-unit');
    expect(verdictOf(draft, back)?.at).toBe(2);
    for (const action of ['request-signature', 'submit', 'sign']) {
      expect(verdictOf(draft, [...back, { action, at: 9 }])).toBeNull();
    }
    expect(verdictOf(draft, lines('submit', 'return', 'submit', 'withdraw'))).toBeNull();
  });

  it('is nothing while it is under way', () => {
    const back = lines('request-signature', 'send-back');
    expect(verdictOf({ ...draft, awaitsSignature: true }, back)).toBeNull();
    for (const state of ['submitted', 'accepted'] as const) {
      expect(verdictOf({ ...draft, state }, lines('return'))).toBeNull();
    }
  });
});
