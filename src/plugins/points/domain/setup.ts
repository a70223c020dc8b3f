import { isActiveOn, type Dated } from './active';
import type { Day } from './period';
import { UNIT_KINDS, type Position, type UnitKind } from './vocabulary';

/**
 * What a bureau that begins still lacks: every unit an officer who can log in (§五.1), and a head
 * who can be told of bulletins (§八.1).
 */

/** `hindered`: something else must be done before. */
export type SetupState = 'done' | 'open' | 'hindered';

/** What became of an account: it is in use, its invitation is open, or it was closed. */
export type AccountState = 'active' | 'invited' | 'closed';

export interface SetupUnit extends Dated {
  id: number;
  name: string;
  kind: UnitKind;
  /** Whether a mail address of its head is known. */
  hasHeadMail: boolean;
}

export interface SetupMember extends Dated {
  unit: number | null;
  position: Position;
  /** `null` for who does not log in. */
  account: AccountState | null;
}

/** Units of a day, and what of them lacks. Units by name, in the order in which they are given. */
export interface UnitFindings {
  count: Record<UnitKind, number>;
  /** Kinds of which there is no unit. */
  missingKinds: UnitKind[];
  withoutOfficer: string[];
  withoutHeadMail: string[];
  /** How many units have an officer, and none who has logged in yet. */
  waiting: number;
}

const officersOf = (unit: SetupUnit, members: readonly SetupMember[], today: Day): SetupMember[] =>
  members.filter(
    (member) =>
      member.unit === unit.id && member.position === 'officer' && isActiveOn(member, today)
  );

const hasOfficerIn = (officers: readonly SetupMember[], ...states: AccountState[]): boolean =>
  officers.some(({ account }) => account !== null && states.includes(account));

/** What the units in use on a day have, and what they lack. */
export const findingsOf = (
  units: readonly SetupUnit[],
  members: readonly SetupMember[],
  today: Day
): UnitFindings => {
  const inUse = units.filter((unit) => isActiveOn(unit, today));
  const officers = new Map(inUse.map((unit) => [unit, officersOf(unit, members, today)]));
  const having = (...states: AccountState[]): SetupUnit[] =>
    inUse.filter((unit) => hasOfficerIn(officers.get(unit) ?? [], ...states));
  const withAccount = having('active', 'invited');
  const [institution, department] = UNIT_KINDS.map(
    (kind) => inUse.filter((unit) => unit.kind === kind).length
  );
  const count = { institution: institution ?? 0, department: department ?? 0 };
  return {
    count,
    missingKinds: UNIT_KINDS.filter((kind) => count[kind] === 0),
    withoutOfficer: inUse.filter((unit) => !withAccount.includes(unit)).map(({ name }) => name),
    withoutHeadMail: inUse.filter(({ hasHeadMail }) => !hasHeadMail).map(({ name }) => name),
    waiting: withAccount.length - having('active').length,
  };
};

interface StepResult {
  key: string;
  isDone: boolean;
  /** Steps that come before it by their nature. */
  needs: readonly string[];
}

/** Which of the steps that a step needs are not done; nothing where it is done itself. */
export const hindrancesOf = (step: StepResult, steps: readonly StepResult[]): string[] =>
  step.isDone
    ? []
    : step.needs.filter((key) => steps.some((each) => each.key === key && !each.isDone));

/** Where a step stands among the others. */
export const stateOf = (step: StepResult, steps: readonly StepResult[]): SetupState => {
  if (step.isDone) return 'done';
  return hindrancesOf(step, steps).length > 0 ? 'hindered' : 'open';
};
