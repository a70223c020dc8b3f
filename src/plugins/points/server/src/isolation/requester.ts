import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { isScopedToUnits, sees, type Ability } from './own-unit';
import { type Membership, ownershipRepository } from './ownership';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { FILE, FOLDER } from '../constants';

interface RequestState {
  user?: { id?: number };
  userAbility?: Ability;
}

const READ = 'plugin::content-manager.explorer.read';
const READ_FILES = 'plugin::upload.read';

const readActionOf = (uid: string): string => (uid === FILE || uid === FOLDER ? READ_FILES : READ);

/** The account that asks, when its role holds it to its units. */
interface HeldAccount {
  account: number;
  ability: Ability;
  /** What is the request's own: an ability may be that of many accounts. */
  state: RequestState;
}

const memberships = new WeakMap<RequestState, Membership>();
const internal = new AsyncLocalStorage<boolean>();

const heldAccount = (strapi: Core.Strapi): HeldAccount | null => {
  const state: RequestState | undefined = strapi.requestContext.get()?.state;
  if (!state) return null;
  const { user, userAbility: ability } = state;
  if (user?.id === undefined || !ability || !isScopedToUnits(ability)) return null;
  return { account: user.id, ability, state };
};

/** Kept for the request; not while it is being looked up, for a transaction must not wait for a query outside it. */
const membershipOf = async (
  strapi: Core.Strapi,
  { account, state }: HeldAccount
): Promise<Membership> => {
  const known = memberships.get(state);
  if (known) return known;
  const calendar = calendarService(strapi);
  const today = calendar.dayOf(clock.now());
  const found = await ownershipRepository(strapi).membershipOf(account, today, (day) =>
    calendar.startOf(day)
  );
  memberships.set(state, found);
  return found;
};

/**
 * Runs what the application does on its own account while it serves a request: it reads every row,
 * whoever asks.
 */
export const asApplication = <T>(work: () => Promise<T>): Promise<T> => internal.run(true, work);

/** Runs, within what the application does, what must not know more than whoever asks. */
export const asRequester = <T>(work: () => Promise<T>): Promise<T> => internal.run(false, work);

/** Whether the application itself is at work. */
export const isInternal = (): boolean => internal.getStore() ?? false;

/** Whether the request comes from an account that its role holds to its units. */
export const isScopedRequest = (strapi: Core.Strapi): boolean => heldAccount(strapi) !== null;

/**
 * The units to which the request is held for an action, or `null` when it may see every unit's
 * rows: it comes from no admin, or from one with a permission for all.
 */
export const unitScope = async (
  strapi: Core.Strapi,
  action: string,
  subject?: string
): Promise<Membership | null> => {
  const held = heldAccount(strapi);
  if (!held || sees(held.ability, action, subject)) return null;
  return membershipOf(strapi, held);
};

/** The units to which the request's readings of a type are held, or `null` when all rows are there for it. */
export const readingScope = async (
  strapi: Core.Strapi,
  uid: string
): Promise<Membership | null> => {
  if (isInternal() || !isScopedRequest(strapi)) return null;
  if (!ownershipRepository(strapi).isOwned(uid)) return null;
  return unitScope(strapi, readActionOf(uid), uid);
};
