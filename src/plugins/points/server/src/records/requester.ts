import type { Core } from '@strapi/strapi';
import { personName, type NamedAccount } from '../../../../../common/text/person-name';
import { isActiveOn } from '../../../domain/active';
import type { Right } from '../../../domain/submission-workflow';
import { actionId } from '../permissions/actions';
import { type OfficerRecord, unitRepository } from './units';
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

/** The active officer records of a person: usually one. */
export const officersOf = async (
  strapi: Core.Strapi,
  trx: Transaction,
  person: Person | null
): Promise<OfficerRecord[]> => {
  if (!person) return [];
  const today = calendarService(strapi).dayOf(clock.now());
  const own = await unitRepository(strapi).officersOfAccount(trx, person.account);
  return own.filter((officer) => isActiveOn(officer, today));
};
