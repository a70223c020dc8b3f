import type { Core } from '@strapi/strapi';
import { isAddress } from '../../../../mail/server/src/public';
import { isActiveIn, type Dated, spanOf } from '../../../domain/active';
import type { Position } from '../../../domain/vocabulary';
import type { Transaction } from '../../../../../common/database/transaction';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { labelOf, shown } from '../../../../../common/messages/validation';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { refuse, sentence, type MessageKey } from '../messages';
import { type AccountRecord, accountRepository } from '../records/accounts';
import { unitRepository } from '../records/units';

/** Somebody who is to have an account, and where the request names them. */
export interface Applicant {
  /** Path of the field of the request that holds the address. */
  field: string;
  name: string;
  mail: string;
  position: Position;
}

/** An account for a member; with the token by which it is taken, where it was made just now. */
export interface ProvidedAccount {
  id: number;
  mail: string;
  token: string | null;
}

interface TokenService {
  createToken(): string;
}

/** What is let go with a role of a unit never reaches as far as other people's accounts. */
const OF_ACCOUNTS = 'admin::';

/**
 * Accounts of members. They are made with the role of the member's position and no other; of
 * accounts that are there nothing changes.
 */
export const memberAccountService = oncePerApplication((strapi: Core.Strapi) => {
  const accounts = accountRepository(strapi);
  const units = unitRepository(strapi);
  const tokens = strapi.service('admin::token') as unknown as TokenService;

  const nameOf = (position: Position): string =>
    sentence(languageOfRequest(strapi), `choice.${position}`);

  /** @throws ValidationError when the role is not there, or permits the keeping of accounts */
  const requireRole = async (position: Position): Promise<number> => {
    const role = await accounts.findRole(position);
    const values = { position: nameOf(position), role: position };
    if (!role) throw refuse(strapi, 'position', 'error.account.no-role', values);
    if (role.actions.some((action) => action.startsWith(OF_ACCOUNTS))) {
      throw refuse(strapi, 'position', 'error.account.mighty-role', values);
    }
    return role.id;
  };

  /** @throws ValidationError when the member would be tied to somebody's account of another kind, or of another unit */
  const requireFree = async (
    trx: Transaction,
    { field, mail, position }: Applicant,
    account: AccountRecord,
    member: Dated
  ): Promise<void> => {
    const because = (key: MessageKey, values = {}) =>
      refuse(strapi, field, key, { mail, position: nameOf(position), ...values });
    if (account.roles.length !== 1 || account.roles[0] !== position) {
      throw because('error.account.role');
    }
    if (account.state === 'closed') throw because('error.account.closed');
    const records = await units.membersOfAccount(trx, account.id);
    const other = records.find((record) => isActiveIn(record, spanOf(member)));
    if (!other) return;
    const unit = (await units.units(trx)).find(({ id }) => id === other.unit)?.name ?? '';
    throw because('error.account.elsewhere', { name: other.name, unit });
  };

  const invite = async ({ mail, name, position }: Applicant): Promise<ProvidedAccount> => {
    const roles = [await requireRole(position)];
    const token = tokens.createToken();
    const id = await accounts.create({
      ...{ email: mail, firstname: name, roles, registrationToken: token },
    });
    return { id, mail, token };
  };

  return {
    /**
     * The address as accounts keep it.
     *
     * @throws ValidationError when it is none
     */
    requireAddress(field: string, name: string, given: string): string {
      const mail = given.trim().toLowerCase();
      if (isAddress(mail)) return mail;
      throw refuse(strapi, field, 'error.account.mail', {
        ...{ name, value: shown(given), label: labelOf(strapi, 'mail') },
      });
    },

    /**
     * The account for a member who is being made: a new one that its owner takes by an invitation,
     * or the one with that address, if it has this role alone and is no other member's meanwhile.
     *
     * @throws ValidationError
     */
    async provide(trx: Transaction, applicant: Applicant, member: Dated): Promise<ProvidedAccount> {
      const account = await accounts.findByMail(trx, applicant.mail);
      if (!account) return invite(applicant);
      await requireFree(trx, applicant, account, member);
      return { id: account.id, mail: account.email, token: null };
    },

    /**
     * Another token for an account that nobody has taken yet; the one before it is void.
     *
     * @throws ValidationError when the account is in use or closed, or has another role
     */
    async renew(account: AccountRecord, name: string, position: Position): Promise<string> {
      if (account.state !== 'invited') {
        throw refuse(strapi, 'account', `error.account.${account.state}-already`, { name });
      }
      if (account.roles.length !== 1 || account.roles[0] !== position) {
        const values = { mail: account.email, position: nameOf(position) };
        throw refuse(strapi, 'account', 'error.account.role', values);
      }
      await requireRole(position);
      const token = tokens.createToken();
      await accounts.renew(account.id, token);
      return token;
    },
  };
});
