/**
 * The workflow of a submission (§五): a unit sends it in, one place reviews it, and everybody can see
 * what became of it. A table of moves, and who may make which when.
 */

/** Where a submission stands. */
export const STATES = ['draft', 'submitted', 'accepted', 'returned', 'declined'] as const;
export type State = (typeof STATES)[number];

/** Why the office returns or declines, and why a leader sends back. */
export const REASONS = [
  'outdated',
  'little-news',
  'unclear-facts',
  'unfit-pictures',
  'duplicate',
  'other',
] as const;
export type Reason = (typeof REASONS)[number];

/** What a person can do with a submission, beside editing it. */
export const ACTIONS = [
  'submit',
  'request-signature',
  'sign',
  'send-back',
  'withdraw',
  'accept',
  'return',
  'decline',
  'reopen',
  'merge',
  'unmerge',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What a role must be allowed for an action. */
export type Right = 'submit' | 'sign' | 'withdraw' | 'review' | 'merge';

interface Transition {
  from: readonly State[];
  /** `null`: the state stays. */
  to: State | null;
  right: Right;
  /** Only for the unit's own people; the other moves are the office's. */
  ofUnit: boolean;
  /** Whether it must say why. */
  needsReason: boolean;
}

const WRITING: readonly State[] = ['draft', 'returned'];

const byUnit = (right: Right, from: readonly State[], to: State | null): Transition => ({
  from,
  to,
  right,
  ofUnit: true,
  needsReason: false,
});

const byOffice = (right: Right, from: readonly State[], to: State | null): Transition => ({
  from,
  to,
  right,
  ofUnit: false,
  needsReason: false,
});

/** Every move there is. What is not in the table cannot happen. */
export const TRANSITIONS: Readonly<Record<Action, Transition>> = {
  submit: byUnit('submit', WRITING, 'submitted'),
  'request-signature': byUnit('submit', WRITING, null),
  /** Signing what was sent for signature sends it in. */
  sign: byUnit('sign', WRITING, null),
  /** The leader does not sign: it is the officer's again, and says why. */
  'send-back': { ...byUnit('sign', WRITING, null), needsReason: true },
  withdraw: byUnit('withdraw', ['submitted', ...WRITING], null),
  accept: byOffice('review', ['submitted'], 'accepted'),
  return: { ...byOffice('review', ['submitted'], 'returned'), needsReason: true },
  decline: { ...byOffice('review', ['submitted'], 'declined'), needsReason: true },
  /** Takes back a decision that nothing followed from yet. */
  reopen: byOffice('review', ['accepted', 'declined'], 'submitted'),
  merge: byOffice('merge', ['submitted', 'accepted'], null),
  unmerge: byOffice('merge', STATES, null),
};

/** What decides which moves are open. */
export interface WorkflowState {
  state: State;
  /** Whether it is part of another submission. */
  isMerged: boolean;
  /** Whether others are part of it. */
  hasMerged: boolean;
  /** Whether an adoption of it is in force. */
  isAdopted: boolean;
  /** Whether it waits for the leader. */
  awaitsSignature: boolean;
  /** Contributing units with sign-off whose leader has not signed. */
  unsigned: readonly number[];
}

/**
 * The contributing units of which a signature is missing: those whose leader signs, and has not.
 *
 * @param units all contributing units, or those that are asked about
 * @param signatures the units that have signed
 */
export const unsignedUnits = (
  units: ReadonlyArray<{ id: number; signOff: boolean }>,
  signatures: ReadonlyArray<{ unit: number }>
): number[] =>
  units
    .filter(({ id, signOff }) => signOff && !signatures.some(({ unit }) => unit === id))
    .map(({ id }) => id);

/** Who asks. */
export interface Actor {
  can(right: Right): boolean;
  /** Contributing units of the submission that the person belongs to. */
  units: readonly number[];
}

/** Why a move is not open. */
export type Refusal =
  | 'right'
  | 'foreign'
  | 'state'
  | 'merged'
  | 'has-merged'
  | 'not-merged'
  | 'adopted'
  | 'awaits-signature'
  | 'needs-signature'
  | 'needs-no-signature'
  | 'not-sent'
  | 'not-asked';

export type TransitionResult = { to: State } | { refusal: Refusal };

type Check = (workflow: WorkflowState, actor: Actor) => Refusal | null;

const ownUnsigned = ({ unsigned }: WorkflowState, { units }: Actor): number[] =>
  unsigned.filter((unit) => units.includes(unit));

/** What a move asks for beyond its state. */
const CHECKS: Partial<Record<Action, Check>> = {
  submit: ({ unsigned }) => (unsigned.length > 0 ? 'needs-signature' : null),
  'request-signature': ({ unsigned, awaitsSignature }) => {
    if (unsigned.length === 0) return 'needs-no-signature';
    return awaitsSignature ? 'awaits-signature' : null;
  },
  sign: (workflow, actor) =>
    ownUnsigned(workflow, actor).length === 0 ? 'needs-no-signature' : null,
  'send-back': (workflow, actor) => {
    if (!workflow.awaitsSignature) return 'not-asked';
    return ownUnsigned(workflow, actor).length === 0 ? 'needs-no-signature' : null;
  },
  withdraw: ({ state, awaitsSignature, hasMerged }) => {
    if (state !== 'submitted') return awaitsSignature ? null : 'not-sent';
    return hasMerged ? 'has-merged' : null;
  },
  reopen: ({ isAdopted }) => (isAdopted ? 'adopted' : null),
};

/** The state that an open move leads to. */
const nextState = (action: Action, workflow: WorkflowState, actor: Actor): State => {
  const { to } = TRANSITIONS[action];
  if (action === 'withdraw' && workflow.state === 'submitted') return 'draft';
  if (action === 'sign' && workflow.awaitsSignature) {
    return ownUnsigned(workflow, actor).length === workflow.unsigned.length
      ? 'submitted'
      : workflow.state;
  }
  return to ?? workflow.state;
};

const refusalOf = (action: Action, workflow: WorkflowState, actor: Actor): Refusal | null => {
  const { right, ofUnit, from } = TRANSITIONS[action];
  if (!actor.can(right)) return 'right';
  if (ofUnit && actor.units.length === 0) return 'foreign';
  if (action === 'unmerge') return workflow.isMerged || workflow.hasMerged ? null : 'not-merged';
  if (workflow.isMerged) return 'merged';
  if (!from.includes(workflow.state)) return 'state';
  return CHECKS[action]?.(workflow, actor) ?? null;
};

/** Whether a person may make a move now: the state that it leads to, or why not. */
export const checkTransition = (
  action: Action,
  workflow: WorkflowState,
  actor: Actor
): TransitionResult => {
  const refusal = refusalOf(action, workflow, actor);
  return refusal === null ? { to: nextState(action, workflow, actor) } : { refusal };
};

/** The actions that are open to a person now. */
export const openActions = (workflow: WorkflowState, actor: Actor): Action[] =>
  ACTIONS.filter((action) => refusalOf(action, workflow, actor) === null);

/**
 * Whether the unit may write: until it is sent, and while it is back. What the leader is asked to
 * sign stands still, so that what is signed is what was read.
 */
export const isOpenToUnit = ({
  state,
  isMerged,
  awaitsSignature,
}: Pick<WorkflowState, 'state' | 'isMerged' | 'awaitsSignature'>): boolean =>
  WRITING.includes(state) && !isMerged && !awaitsSignature;

/**
 * What adopting does to a submission's state: what waits is accepted, what is accepted stays so,
 * and what is not with the office cannot be adopted (`null`).
 */
export const stateOnAdoption = (state: State): State | null =>
  state === 'submitted' || state === 'accepted' ? 'accepted' : null;

/** What says no to a submission, with a reason that its unit has to read. */
export const VERDICTS: readonly Action[] = ['return', 'decline', 'send-back'];

/** By what words leave the unit, or are answered for: that its leader sent it back is done with. */
export const SENDING: readonly Action[] = ['submit', 'request-signature', 'sign'];

/**
 * The line of a submission's history that says why it stands with its unit: the last return, refusal
 * or sending back. Of a draft only while it was not sent since, for then it was sent back by its leader.
 *
 * @param lines the oldest first
 * @returns `null` where it is under way, or where nobody said no
 */
export const verdictOf = <Line extends { action: string }>(
  { state, awaitsSignature }: Pick<WorkflowState, 'state' | 'awaitsSignature'>,
  lines: readonly Line[]
): Line | null => {
  if (awaitsSignature || state === 'submitted' || state === 'accepted') return null;
  const isVerdict = ({ action }: Line): boolean => VERDICTS.some((each) => each === action);
  if (state !== 'draft') return lines.filter(isVerdict).at(-1) ?? null;
  const deciding = lines.filter(
    ({ action }) => action === 'send-back' || SENDING.some((each) => each === action)
  );
  const last = deciding.at(-1);
  return last?.action === 'send-back' ? last : null;
};
