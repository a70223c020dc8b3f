import type { Core } from '@strapi/strapi';
import { ensureRoles, type RoleCode } from '../../roles';

export type AccountCode = 'admin' | RoleCode;

export interface DemoAccount {
  code: AccountCode;
  email: string;
  name: string;
  /** For the terminal. */
  role: string;
}

const account = (code: AccountCode, name: string, role: string): DemoAccount => ({
  code,
  email: `${code}@demo.test`,
  name,
  role,
});

/** The demo's logins. They exist nowhere else. */
export const ACCOUNTS: readonly DemoAccount[] = [
  account('admin', '系统管理员', '超级管理员 super admin'),
  account('office', '局办公室', '局办公室 office'),
  account('editor', '网站编辑', '网站编辑 editor'),
  account('officer', '信息员', '信息员 officer（市博物馆）'),
  account('leader', '分管领导', '分管领导 leader（市博物馆）'),
];

interface User {
  id: number;
  email: string;
  password: string;
}

interface UserService {
  create(user: Record<string, unknown>): Promise<User>;
  updateById(id: number, values: { password: string }): Promise<unknown>;
}

interface AuthService {
  validatePassword(password: string, hash: string): Promise<boolean>;
}

interface RoleService {
  getSuperAdmin(): Promise<{ id: number } | null>;
}

const users = (strapi: Core.Strapi): UserService =>
  strapi.service('admin::user') as unknown as UserService;

const superAdmin = async (strapi: Core.Strapi): Promise<number> => {
  const role = await (strapi.service('admin::role') as unknown as RoleService).getSuperAdmin();
  if (!role) throw new Error('Strapi has no super admin role.');
  return role.id;
};

/**
 * Makes the five logins with their roles.
 *
 * @returns the ids of the accounts
 */
export const createAccounts = async (
  strapi: Core.Strapi,
  password: string
): Promise<Record<AccountCode, number>> => {
  const roles = { ...(await ensureRoles(strapi)), admin: await superAdmin(strapi) };
  const ids: Partial<Record<AccountCode, number>> = {};
  for (const { code, email, name } of ACCOUNTS) {
    const user = await users(strapi).create({
      email,
      firstname: name,
      password,
      isActive: true,
      blocked: false,
      registrationToken: null,
      preferedLanguage: 'zh-Hans',
      roles: [roles[code]],
    });
    ids[code] = user.id;
  }
  return ids as Record<AccountCode, number>;
};

/**
 * Sees to it that the logins that are still there take the password.
 *
 * @returns those logins
 */
export const keepPassword = async (
  strapi: Core.Strapi,
  password: string
): Promise<DemoAccount[]> => {
  const auth = strapi.service('admin::auth') as unknown as AuthService;
  const found: DemoAccount[] = [];
  for (const demoAccount of ACCOUNTS) {
    const user = (await strapi.db
      .query('admin::user')
      .findOne({ where: { email: demoAccount.email } })) as User | null;
    if (!user) continue;
    found.push(demoAccount);
    if (await auth.validatePassword(password, user.password)) continue;
    await users(strapi).updateById(user.id, { password });
  }
  return found;
};
