import {
  ACTIONS,
  isOpenToUnit,
  judge,
  MOVES,
  openActions,
  stateOnAdoption,
  STATES,
  type Action,
  type Asker,
  type Life,
  type Right,
  type State,
} from './life';

const life = (values: Partial<Life> = {}): Life => ({
  state: 'draft',
  isMerged: false,
  hasMerged: false,
  isAdopted: false,
  awaitsSignature: false,
  unsigned: [],
  ...values,
});

const asker = (rights: readonly Right[], units: readonly number[] = []): Asker => ({
  can: (right) => rights.includes(right),
  units,
});

const officer = asker(['submit', 'withdraw'], [1]);
const leader = asker(['sign', 'withdraw'], [1]);
const office = asker(['review', 'merge']);
const everybody: Record<string, Asker> = { officer, leader, office };

describe('the life of a submission', () => {
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
    const verdict = judge(action, life({ state }), person);
    const expected = POSSIBLE[`${who} ${state}`]?.[action];
    expect('to' in verdict ? verdict.to : undefined).toBe(expected);
  });

  it('is closed to whoever belongs to another unit, and to whoever has no right', () => {
    expect(judge('submit', life(), asker(['submit']))).toEqual({ refusal: 'foreign' });
    for (const action of ACTIONS) {
      for (const state of STATES) {
        expect(judge(action, life({ state, hasMerged: true }), asker([], [1]))).toEqual({
          refusal: 'right',
        });
      }
    }
  });

  it('asks for a reason where the regulation’s office says no', () => {
    expect(ACTIONS.filter((action) => MOVES[action].needsReason)).toEqual(['return', 'decline']);
  });

  describe('with sign-off', () => {
    it('needs the signature before it is sent', () => {
      const unsigned = life({ unsigned: [1] });
      expect(judge('submit', unsigned, officer)).toEqual({ refusal: 'needs-signature' });
      expect(judge('sign', unsigned, leader)).toEqual({ to: 'draft' });
      expect(judge('submit', life(), officer)).toEqual({ to: 'submitted' });
      expect(judge('sign', unsigned, officer)).toEqual({ refusal: 'right' });
    });

    it('is sent by the signature that was asked for', () => {
      expect(judge('request-signature', life({ unsigned: [1] }), officer)).toEqual({ to: 'draft' });
      const asked = life({ unsigned: [1], awaitsSignature: true });
      expect(judge('request-signature', asked, officer)).toEqual({ refusal: 'awaits-signature' });
      expect(judge('sign', asked, leader)).toEqual({ to: 'submitted' });
      expect(judge('withdraw', asked, leader)).toEqual({ to: 'draft' });
      expect(judge('withdraw', { ...asked, state: 'returned' }, officer)).toEqual({
        to: 'returned',
      });
    });

    it('waits for the leaders of all units that sign off', () => {
      const asked = life({ unsigned: [1, 2], awaitsSignature: true });
      expect(judge('sign', asked, leader)).toEqual({ to: 'draft' });
      expect(judge('sign', { ...asked, unsigned: [2] }, leader)).toEqual({
        refusal: 'needs-no-signature',
      });
    });

    it('asks nobody where no unit signs off', () => {
      expect(judge('request-signature', life(), officer)).toEqual({
        refusal: 'needs-no-signature',
      });
      expect(judge('withdraw', life(), officer)).toEqual({ refusal: 'not-sent' });
    });
  });

  describe('merged', () => {
    it('moves no more, except apart', () => {
      const merged = life({ state: 'submitted', isMerged: true });
      for (const person of [officer, office]) {
        expect(openActions(merged, person)).toEqual(person === office ? ['unmerge'] : []);
      }
    });

    it('is not withdrawn by one unit while others are part of it', () => {
      expect(judge('withdraw', life({ state: 'submitted', hasMerged: true }), officer)).toEqual({
        refusal: 'has-merged',
      });
    });
  });

  it('does not take back a decision that an adoption rests on', () => {
    expect(judge('reopen', life({ state: 'accepted', isAdopted: true }), office)).toEqual({
      refusal: 'adopted',
    });
  });

  it('is open to the unit until it is sent, and while it is back', () => {
    const open = STATES.filter((state) => isOpenToUnit(life({ state })));
    expect(open).toEqual(['draft', 'returned']);
    expect(isOpenToUnit(life({ awaitsSignature: true }))).toBe(false);
    expect(isOpenToUnit(life({ isMerged: true }))).toBe(false);
  });

  it('is accepted by adopting it, where the office has it', () => {
    expect(STATES.map(stateOnAdoption)).toEqual([null, 'accepted', 'accepted', null, null]);
  });
});
