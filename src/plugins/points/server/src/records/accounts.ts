import type { Core } from '@strapi/strapi';
import type { AccountState } from '../../../domain/setup';
import { linkTableOf, tableOf } from '../../../../../common/database/tables';
import { afterCommit, type Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { UID } from '../constants';

const USER = 'admin::user';

/** An account of the admin panel, without its secrets. */
export interface AccountRecord {
  id: number;
  email: string;
  state: AccountState;
  /** Codes of its roles. */
  roles: string[];
}

/** An account as it is tied to a member. */
export interface MemberAccount {
  member: number;
  email: string;
  state: AccountState;
}

interface Standing {
  is_active: unknown;
  is_open: unknown;
}

/** An account that its owner has still to take. */
interface NewAccount {
  email: string;
  firstname: string;
  /** Ids of its roles. */
  roles: number[];
  registrationToken: string;
}

interface UserService {
  /** The account without its secrets. */
  sanitizeUser: (this: void, user: object) => object;
}

interface RoleRow {
  id: number;
  permissions: Array<{ action: string }>;
}

/** Who has never set a password has not taken the invitation yet; whoever has and may not log in was closed out. */
const stateOf = ({ is_active, is_open }: Standing): AccountState => {
  if (is_active) return 'active';
  return Number(is_open) === 1 ? 'invited' : 'closed';
};

/** Accounts of the admin panel (管理员账号) and the roles that they can be given. */
export const accountRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, USER);
  const link = linkTableOf(strapi, UID.member, 'account');
  const roles = linkTableOf(strapi, USER, 'roles');

  const standing = (trx: Transaction) => ({
    is_active: 'u.is_active',
    is_open: trx.raw(
      'case when u.password is null and u.registration_token is not null then 1 else 0 end'
    ),
  });

  const rolesOf = (trx: Transaction, account: number): Promise<string[]> =>
    trx({ l: roles.table })
      .join({ r: tableOf(strapi, 'admin::role') }, 'r.id', `l.${roles.target}`)
      .where(`l.${roles.source}`, account)
      .orderBy('r.id')
      .pluck('r.code');

  return {
    /** The account with an address, in whatever case it was written. */
    async findByMail(trx: Transaction, mail: string): Promise<AccountRecord | null> {
      const row: (Standing & { id: number; email: string }) | undefined = await trx({ u: table })
        .whereRaw('lower(u.email) = ?', [mail.toLowerCase()])
        .select({ id: 'u.id', email: 'u.email', ...standing(trx) })
        .first();
      if (!row) return null;
      const { id, email } = row;
      return { id, email, state: stateOf(row), roles: await rolesOf(trx, id) };
    },

    /** The account that a member logs in with. */
    async findOfMember(trx: Transaction, member: number): Promise<AccountRecord | null> {
      const row: (Standing & { id: number; email: string }) | undefined = await trx({ u: table })
        .join({ l: link.table }, `l.${link.target}`, 'u.id')
        .where(`l.${link.source}`, member)
        .select({ id: 'u.id', email: 'u.email', ...standing(trx) })
        .first();
      if (!row) return null;
      const { id, email } = row;
      return { id, email, state: stateOf(row), roles: await rolesOf(trx, id) };
    },

    /** The accounts of all members. */
    async ofMembers(trx: Transaction): Promise<MemberAccount[]> {
      const rows: Array<Standing & { member: number; email: string }> = await trx({ u: table })
        .join({ l: link.table }, `l.${link.target}`, 'u.id')
        .select({ member: `l.${link.source}`, email: 'u.email', ...standing(trx) })
        .orderBy(`l.${link.source}`);
      return rows.map((row) => ({ member: row.member, email: row.email, state: stateOf(row) }));
    },

    /** A role by its code, with the actions that it permits. */
    async findRole(code: string): Promise<{ id: number; actions: string[] } | null> {
      const row = (await strapi.db.query('admin::role').findOne({
        select: ['id'],
        where: { code },
        populate: { permissions: { select: ['action'] } },
      })) as RoleRow | null;
      return row && { id: row.id, actions: row.permissions.map(({ action }) => action) };
    },

    /**
     * Makes an account that nobody can log in with before its owner has taken it. Strapi's own service
     * counts accounts for its statistics without being waited for: in a transaction that ends meanwhile
     * that would end the process. What it tells others is told after the commit.
     *
     * @returns its id
     */
    async create(account: NewAccount): Promise<number> {
      const made = (await strapi.db.query(USER).create({
        data: { ...account, username: null, isActive: false, preferedLanguage: 'zh-Hans' },
        populate: ['roles'],
      })) as { id: number };
      const { sanitizeUser } = strapi.service('admin::user') as unknown as UserService;
      await afterCommit(strapi, () => {
        void strapi.eventHub.emit('user.create', { user: sanitizeUser(made) });
      });
      return made.id;
    },

    /** Gives an account whose invitation is open another token; the one before it leads nowhere any more. */
    async renew(account: number, registrationToken: string): Promise<void> {
      await strapi.db.query(USER).update({ where: { id: account }, data: { registrationToken } });
    },
  };
});
