import type { Core } from '@strapi/strapi';
import { personName, type NamedAccount } from '../../../../../common/text/person-name';
import { isActiveOn } from '../../../domain/active';
import type { Right } from '../../../domain/submission-workflow';
import { actionId, type Action } from '../permissions/actions';
import { type MemberRecord, unitRepository } from './units';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import type { Transaction } from '../../../../../common/database/transaction';

interface AdminUser extends NamedAccount {
  id: number;
}

interface AdminState {
  user?: AdminUser;
  userAbility?: { can(action: string): boolean };
}

/** The admin account whose request is being answered. */
export interface Person {
  account: number;
  name: string;
  can: (right: Right) => boolean;
  /**
   * Whether the person works for a unit and not for the office: may send in or sign, and may not
   * review.
   */
  isOfUnit: boolean;
}

/** Who asks; `null` when code runs without a request of the admin panel. */
export const personOf = (strapi: Core.Strapi): Person | null => {
  const { user, userAbility } = (strapi.requestContext.get()?.state ?? {}) as AdminState;
  // Visitors of the public API have no ability of the admin panel, and other accounts.
  if (!user || !userAbility) return null;
  const can = (right: Right): boolean => userAbility.can(actionId(`submission.${right}`));
  return {
    account: user.id,
    name: personName(user),
    can,
    isOfUnit: !can('review') && (can('submit') || can('sign')),
  };
};

/** What a record says in place of a name where nobody asked: the application itself did it. */
const SYSTEM = '系统';

/** The name of whoever asks, as records keep it. */
export const authorOf = (strapi: Core.Strapi): string => personOf(strapi)?.name ?? SYSTEM;

/** Whether whoever asks has an action; code that runs without a request of the admin panel may do all. */
export const isAllowed = (strapi: Core.Strapi, action: Action): boolean => {
  const { user, userAbility } = (strapi.requestContext.get()?.state ?? {}) as AdminState;
  return !user || !userAbility || userAbility.can(actionId(action));
};

/** Who asks, and for which units: looked up once a request. */
export interface Requester {
  /** `null` when code runs without a request of the admin panel. */
  person: Person | null;
  /** The records that tie the person to units today: usually one. */
  members: readonly MemberRecord[];
  /** Ids of these units, each once. */
  units: readonly number[];
  can: (right: Right) => boolean;
}

const NOBODY: Requester = { person: null, members: [], units: [], can: () => false };

const requesters = new WeakMap<object, Requester>();

const load = async (strapi: Core.Strapi, trx: Transaction, person: Person): Promise<Requester> => {
  const today = calendarService(strapi).dayOf(clock.now());
  const own = await unitRepository(strapi).membersOfAccount(trx, person.account);
  const members = own.filter((member) => isActiveOn(member, today));
  const units = [...new Set(members.flatMap(({ unit }) => unit ?? []))];
  return { person, members, units, can: person.can };
};

/** Who asks, with the units that they are of today. The same for the whole request. */
export const requesterOf = async (strapi: Core.Strapi, trx: Transaction): Promise<Requester> => {
  const request: object | undefined = strapi.requestContext.get();
  const person = personOf(strapi);
  if (!request || !person) return NOBODY;
  const known = requesters.get(request);
  if (known) return known;
  // Not kept while it is being looked up: a transaction must not wait for a query outside it.
  const requester = await load(strapi, trx, person);
  requesters.set(request, requester);
  return requester;
};

/** The units whose pieces alone a person of a unit is shown and changes; `null` for everybody else. */
export const unitsHeldTo = async (
  strapi: Core.Strapi,
  trx: Transaction
): Promise<readonly number[] | null> =>
  personOf(strapi)?.isOfUnit ? (await requesterOf(strapi, trx)).units : null;
