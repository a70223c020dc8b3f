import { isActiveIn, isActiveOn, type Dated } from './active';
import type { Day, Span } from './period';
import type { Position } from './vocabulary';

/**
 * Whom a bulletin is told to (§八.1: 告知各单位主要负责人): of each unit that was in use in its month
 * the head, and with them its leader and its officers.
 */

/** As what somebody is told: the head (主要负责人), or by the position in the unit. */
export const ADDRESSEE_ROLES = ['head', 'leader', 'officer'] as const;
export type AddresseeRole = (typeof ADDRESSEE_ROLES)[number];

/** The head of a unit as the office named them. */
export interface Head {
  /** Empty where only the record among the members says who it is. */
  name: string;
  /** `null` where no address is known. */
  mail: string | null;
  /** Id of the head's record among the members; `null` for heads who do not log in. */
  member: number | null;
}

export interface AddressedUnit extends Dated {
  id: number;
  name: string;
  /** `null` where nobody is named. */
  head: Head | null;
}

export interface AddressedMember extends Dated {
  id: number;
  name: string;
  unit: number | null;
  position: Position;
  /** The address of the account; `null` for who does not log in. */
  account: string | null;
}

/** One who is told of a bulletin, with the names as they are. */
export interface Addressee {
  unit: number;
  unitName: string;
  role: AddresseeRole;
  /** Empty for a unit whose head is not named. */
  name: string;
  /** `null` where no address is known. */
  mail: string | null;
  /** Id of the record by which the bulletin is theirs to read; `null` for who does not log in. */
  member: number | null;
}

const headOf = (
  { id, name: unitName, head }: AddressedUnit,
  members: readonly AddressedMember[]
): Addressee => {
  const record = members.find((member) => member.id === head?.member);
  return {
    unit: id,
    unitName,
    role: 'head',
    name: head?.name || record?.name || '',
    mail: head?.mail ?? null,
    member: record && record.account !== null ? record.id : null,
  };
};

const byPosition = (one: AddressedMember, other: AddressedMember): number =>
  ADDRESSEE_ROLES.indexOf(one.position) - ADDRESSEE_ROLES.indexOf(other.position) ||
  one.id - other.id;

/**
 * Whom a month's bulletin is told to: a line for each unit's head, named or not, then for its leader
 * and officers. Whoever heads the unit and is its leader or officer too is told once, as the head.
 *
 * @param month the days of the month: units that were in use on any of them are told
 * @param today whoever of a unit is in office on this day is told
 */
export const addresseesOf = (
  units: readonly AddressedUnit[],
  members: readonly AddressedMember[],
  { month, today }: { month: Span; today: Day }
): Addressee[] =>
  units
    .filter((unit) => isActiveIn(unit, month))
    .flatMap((unit) => {
      const own = members.filter((member) => member.unit === unit.id && isActiveOn(member, today));
      const head = headOf(unit, own);
      const others = own
        .filter(({ id }) => id !== unit.head?.member)
        .sort(byPosition)
        .map(({ account, id, name, position }): Addressee => ({
          ...{ unit: unit.id, unitName: unit.name, role: position, name },
          mail: account,
          member: account === null ? null : id,
        }));
      return [head, ...others];
    });

/** Units that their head cannot be told of the bulletin by mail, by name. */
export interface Gaps {
  /** Nobody is named as the head. */
  withoutHead: string[];
  /** The head has no address. */
  withoutMail: string[];
}

/** Which units' heads no mail reaches, and why. */
export const gapsOf = (
  addressees: ReadonlyArray<Pick<Addressee, 'role' | 'unitName' | 'name' | 'mail'>>
): Gaps => {
  const heads = addressees.filter(({ role }) => role === 'head');
  return {
    withoutHead: heads.filter(({ name }) => name === '').map(({ unitName }) => unitName),
    withoutMail: heads
      .filter(({ mail, name }) => name !== '' && mail === null)
      .map(({ unitName }) => unitName),
  };
};
