/** Whose logins a query must not read: the accounts of the admin panel and those of visitors. */
const ACCOUNTS: ReadonlySet<string> = new Set(['admin::user', 'plugin::users-permissions.user']);

/** Of an account everybody in the panel sees these, beside what it made. */
const NAMES: ReadonlySet<string> = new Set([
  ...['id', 'documentId', 'firstname', 'lastname', 'username'],
]);

/** What whoever manages accounts may also ask for. */
const MANAGED: ReadonlySet<string> = new Set([
  ...NAMES,
  ...['email', 'isActive', 'blocked', 'confirmed', 'provider', 'roles', 'role'],
  ...['preferedLanguage', 'createdAt', 'updatedAt'],
]);

/** No query asks for these, of whatever type and by whomever. */
const SECRET = /password|token|accessKey|secret/i;

/** What stands in a query beside the names of fields. */
const PARTS: ReadonlySet<string> = new Set([
  ...['filters', 'sort', 'fields', 'populate', 'count', 'start', 'limit'],
]);
const NO_FIELD = /^(|\*|asc|desc|true|false)$/i;

const LONGEST_SEARCH = 200;
const LONGEST_TEXT = 1000;
const MOST_PARTS = 1000;

interface Attribute {
  type: string;
  target?: string;
  component?: string;
}

/** What is wrong with a query, told in a sentence elsewhere. */
export interface QueryFlaw {
  kind: 'account' | 'long' | 'many' | 'page' | 'text';
  path: string;
}

type AttributesOf = (uid: string) => Readonly<Record<string, Attribute>> | undefined;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Walks without recursion: a query may be nested without end. */
export const sizeFlaw = (query: Readonly<Record<string, unknown>>): QueryFlaw | null => {
  const parts: Array<[string, unknown]> = Object.entries(query);
  for (const [path, value] of parts) {
    if (parts.length > MOST_PARTS) return { kind: 'many', path };
    const most = path === '_q' ? LONGEST_SEARCH : LONGEST_TEXT;
    if (typeof value === 'string' && value.length > most) return { kind: 'long', path };
    if (!isObject(value)) continue;
    for (const [name, inner] of Object.entries(value)) parts.push([`${path}[${name}]`, inner]);
  }
  return null;
};

/** Names in a sort, fields or populate, such as `a.b:asc,c`, each as its path. */
const pathsIn = (text: string): string[][] =>
  text.split(',').map((each) => (each.split(':')[0] ?? '').trim().split('.'));

/**
 * Looks for what a query asks of accounts: by a filter or an order that leads to one, their mail
 * addresses and the hashes of their passwords could be read letter by letter.
 *
 * @param managesAccounts whether whoever asks may see the accounts in full
 */
export const createAccountFlaw = (attributesOf: AttributesOf, managesAccounts: boolean) => {
  const goalOf = (uid: string, name: string): string | undefined => {
    const attributes = attributesOf(uid) ?? {};
    const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    return attribute?.target ?? attribute?.component;
  };

  const isAllowed = (uid: string, name: string): boolean => {
    if (SECRET.test(name)) return false;
    if (!ACCOUNTS.has(uid) || name.startsWith('$') || NO_FIELD.test(name)) return true;
    return (managesAccounts ? MANAGED : NAMES).has(name);
  };

  const pathFlaw = (uid: string, names: readonly string[], path: string): QueryFlaw | null => {
    let at = uid;
    for (const name of names) {
      if (!isAllowed(at, name)) return { kind: 'account', path };
      at = goalOf(at, name) ?? at;
    }
    return null;
  };

  const first = (flaws: Iterable<QueryFlaw | null>): QueryFlaw | null => {
    for (const flaw of flaws) if (flaw) return flaw;
    return null;
  };

  /** Fields are named by keys (filters, populate, an order by objects) and by values (all but filters). */
  function* flawsIn(
    uid: string,
    value: unknown,
    path: string,
    areValuesNames: boolean
  ): Iterable<QueryFlaw | null> {
    if (typeof value === 'string' && areValuesNames) {
      for (const names of pathsIn(value)) yield pathFlaw(uid, names, `${path}=${names.join('.')}`);
    }
    if (!isObject(value)) return;
    for (const [name, inner] of Object.entries(value)) {
      const at = `${path}[${name}]`;
      // Under `on` stands what is asked of each type that a relation to several leads to.
      if (name === 'on' && isObject(inner)) {
        for (const [type, parts] of Object.entries(inner)) {
          yield* flawsIn(type, parts, `${at}[${type}]`, areValuesNames);
        }
        continue;
      }
      if (PARTS.has(name) || /^\d+$/.test(name)) {
        yield* flawsIn(uid, inner, at, name === 'filters' ? false : areValuesNames);
        continue;
      }
      const names = name.split('.');
      yield pathFlaw(uid, names, at);
      const goal = names.reduce((from, part) => goalOf(from, part) ?? from, uid);
      yield* flawsIn(goal, inner, at, areValuesNames);
    }
  }

  return (uid: string, query: Readonly<Record<string, unknown>>): QueryFlaw | null =>
    first(
      (function* () {
        for (const part of ['filters', 'sort', 'fields', 'populate']) {
          yield* flawsIn(uid, query[part], part, part !== 'filters');
        }
      })()
    );
};
