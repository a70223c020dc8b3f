import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { ensureRoles, type RoleCode } from '../../src/roles';

/** One permission of an admin role, as the admin's own services take it. */
export interface Permission {
  action: string;
  subject?: string;
  properties?: { fields?: readonly string[] };
  conditions?: readonly string[];
}

/** Strapi's shape of an error response. */
export interface ApiError {
  status: number;
  name: string;
  message: string;
  details?: unknown;
}

export interface ApiResponse<T> {
  status: number;
  headers: Headers;
  /** The parsed body. On an error its `error` is filled: see `errorOf`. */
  body: T;
}

export interface RequestOptions {
  /** Value of Accept-Language: in which language sentences come back. */
  language?: string;
  headers?: Record<string, string>;
}

/** A client that sends real requests to the application. */
export interface Client {
  get<T>(path: string, options?: RequestOptions): Promise<ApiResponse<T>>;
  delete<T>(path: string, options?: RequestOptions): Promise<ApiResponse<T>>;
  post<T>(path: string, body?: unknown, options?: RequestOptions): Promise<ApiResponse<T>>;
  put<T>(path: string, body?: unknown, options?: RequestOptions): Promise<ApiResponse<T>>;
  /** Any method, with a body sent letter for letter (as JSON, unless `headers` say otherwise). */
  send<T>(
    method: string,
    path: string,
    body?: string,
    options?: RequestOptions
  ): Promise<ApiResponse<T>>;
}

/** An admin account that a suite made. */
export interface Account {
  id: number;
  email: string;
  password: string;
}

export interface Api {
  /** Nobody: the public content API under `/api`, and what a visitor sees of the rest. */
  public: Client;
  /** An admin of one of the bureau's roles, or of all rights, logged in; the same each time. */
  as(role: RoleCode | 'super-admin'): Promise<Client>;
  /** A new admin whose new role has exactly these permissions, logged in. */
  withPermissions(permissions: Permission[]): Promise<Client>;
  /** A new admin account of a role of exactly these permissions, not logged in. */
  createAccount(permissions: Permission[]): Promise<Account>;
  /** A new admin account of one of the bureau's roles, not logged in. */
  accountOf(role: RoleCode | 'super-admin'): Promise<Account>;
  /** Logs an account in by its password. */
  login(account: Account): Promise<Client>;
  /** The token of a new admin of a role, for requests that no client sends. */
  tokenOf(role: RoleCode | 'super-admin'): Promise<string>;
}

interface AdminServices {
  role: {
    create(role: { name: string; description: string }): Promise<{ id: number }>;
    assignPermissions(roleId: number, permissions: Permission[]): Promise<unknown>;
    getSuperAdmin(): Promise<{ id: number }>;
  };
  user: { create(user: Record<string, unknown>): Promise<{ id: number }> };
}

/** The error of a refused request; throws when the request was not refused. */
export const errorOf = (response: ApiResponse<unknown>): ApiError => {
  const { error } = (response.body ?? {}) as { error?: ApiError };
  if (response.status >= 400 && error) return error;
  throw new Error(`No error but ${response.status}: ${JSON.stringify(response.body)}`);
};

/** The body of a successful request; throws with the error's sentence when it was refused. */
export const bodyOf = <T>(response: ApiResponse<T>): T => {
  if (response.status < 400) return response.body;
  throw new Error(`${response.status}: ${JSON.stringify(response.body)}`);
};

const parse = (text: string, type: string | null): unknown =>
  type?.includes('json') && text ? JSON.parse(text) : text;

const toJson = (body: unknown): string | undefined =>
  body === undefined ? undefined : JSON.stringify(body);

/**
 * What suites mean when they leave something out: they confirm it, as a person ticks the box. A suite
 * about the questions sends the header itself, empty.
 */
const CONFIRMED = { 'points-confirm': 'no-placement,no-column,no-evidence' };

/** A client of the server at `url`, as nobody or with an admin's token. */
export const createClient = (url: string, token?: string): Client => {
  const send = async <T>(
    method: string,
    path: string,
    body: string | undefined,
    { language = 'en', headers = {} }: RequestOptions = {}
  ): Promise<ApiResponse<T>> => {
    const response = await fetch(new URL(path, url), {
      method,
      headers: {
        'accept-language': language,
        ...CONFIRMED,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const parsed = parse(await response.text(), response.headers.get('content-type'));
    return { status: response.status, headers: response.headers, body: parsed as T };
  };
  return {
    get: (path, options) => send('GET', path, undefined, options),
    delete: (path, options) => send('DELETE', path, undefined, options),
    post: (path, body, options) => send('POST', path, toJson(body), options),
    put: (path, body, options) => send('PUT', path, toJson(body), options),
    send,
  };
};

/** The clients of a running application. */
export const createApi = (strapi: Core.Strapi, url: string): Api => {
  const nobody = createClient(url);
  let roles: Promise<Record<RoleCode, number>> | undefined;
  const known = new Map<string, Promise<Client>>();
  const admin: AdminServices = {
    role: strapi.service('admin::role') as unknown as AdminServices['role'],
    user: strapi.service('admin::user') as unknown as AdminServices['user'],
  };

  const createRole = async (permissions: Permission[]): Promise<number> => {
    const name = `suite-${randomBytes(5).toString('hex')}`;
    const role = await admin.role.create({ name, description: '' });
    await admin.role.assignPermissions(role.id, permissions);
    return role.id;
  };

  const createUser = async (roleId: number): Promise<Account> => {
    const password = `Aa1-${randomBytes(9).toString('hex')}`;
    const email = `${randomBytes(6).toString('hex')}@suite.test`;
    const user = await admin.user.create({
      email,
      password,
      firstname: 'Suite',
      isActive: true,
      roles: [roleId],
    });
    return { id: user.id, email, password };
  };

  const tokenOfAccount = async ({ email, password }: Account): Promise<string> => {
    const response = await nobody.post<{ data: { token: string } }>('/admin/login', {
      email,
      password,
    });
    return bodyOf(response).data.token;
  };

  const login = async (account: Account): Promise<Client> =>
    createClient(url, await tokenOfAccount(account));

  const createAccount = async (permissions: Permission[]): Promise<Account> =>
    createUser(await createRole(permissions));

  const roleOf = async (role: RoleCode | 'super-admin'): Promise<number> =>
    role === 'super-admin'
      ? (await admin.role.getSuperAdmin()).id
      : (await (roles ??= ensureRoles(strapi)))[role];

  const accountOf = async (role: RoleCode | 'super-admin'): Promise<Account> =>
    createUser(await roleOf(role));

  const loginAs = async (role: RoleCode | 'super-admin'): Promise<Client> =>
    login(await accountOf(role));

  return {
    public: nobody,
    createAccount,
    accountOf,
    login,
    tokenOf: async (role) => tokenOfAccount(await accountOf(role)),
    withPermissions: async (permissions) => login(await createAccount(permissions)),
    as: (role) => {
      const client = known.get(role) ?? loginAs(role);
      known.set(role, client);
      return client;
    },
  };
};
