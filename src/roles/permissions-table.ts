import type { Permission, RoleCode } from './permissions';

/** What the tables of docs/permissions.md are made of. */
export interface PermissionFacts {
  roles: Readonly<Record<RoleCode, { permissions: readonly Permission[] }>>;
  /** Actions on no content type, as they are registered. */
  actions: ReadonlyArray<{ id: string; name: string }>;
  /** Content types, also those on which nobody has a permission. */
  contentTypes: ReadonlyArray<{ uid: string; name: string }>;
  /** The plugins' routes, each with the action that it asks for. */
  routes: ReadonlyArray<{ method: string; path: string; action: string }>;
}

const ROLES: readonly RoleCode[] = ['office', 'editor', 'officer', 'leader'];

const EXPLORER = 'plugin::content-manager.explorer.';
const VERBS = ['create', 'read', 'update', 'delete', 'publish'] as const;

/** Actions of the house, which stand in the table though no role may have them. */
const OF_THE_HOUSE = /^(plugin::(points|mail)\.|api::)/;

/** What a condition leaves of all rows, in one word. */
const EXTENTS: ReadonlyMap<string, string> = new Map([
  ['plugin::points.own-unit', 'own'],
  ['admin::is-creator', 'made'],
]);

const BEGIN = '<!-- Made by `npm run docs:permissions`: begin -->';
const END = '<!-- Made by `npm run docs:permissions`: end -->';

/** Ideographs are two columns wide, as Prettier counts them. */
const widthOf = (text: string): number =>
  text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);

const table = (rows: ReadonlyArray<readonly string[]>): string => {
  const [head = [], ...body] = rows;
  const widths = head.map((_, column) =>
    Math.max(3, ...rows.map((row) => widthOf(row[column] ?? '')))
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell))).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
};

const code = (text: string): string => `\`${text}\``;

/** `null` where a permission is for all rows. */
const extentOf = ({ conditions = [] }: Permission): string | null =>
  conditions.length === 0
    ? null
    : conditions.map((condition) => EXTENTS.get(condition) ?? code(condition)).join(' and ');

const actionTable = ({ roles, actions }: PermissionFacts): string => {
  const cellOf = (role: RoleCode, id: string): string => {
    const held = roles[role].permissions.filter(({ action }) => action === id);
    return held.map((permission) => extentOf(permission) ?? '✓').join(', ');
  };
  const rows = actions
    .map(({ id, name }) => [code(id), name, ...ROLES.map((role) => cellOf(role, id))])
    .filter(
      ([id = '', , ...cells]) => OF_THE_HOUSE.test(id.slice(1)) || cells.some((cell) => cell !== '')
    );
  return table([['permission', 'what it is for', ...ROLES], ...rows]);
};

/** What of a type's fields a permission leaves out, said the shorter way. */
const restrictionOf = ({ properties }: Permission, all: ReadonlySet<string>): string => {
  if (!properties) return '';
  const { fields } = properties;
  const others = [...all].filter((field) => !fields.includes(field));
  if (others.length === 0) return '';
  const [word, named] = others.length <= fields.length ? ['not', others] : ['only', fields];
  return ` (${word} ${named.map(code).join(', ')})`;
};

const explorerCell = (held: readonly Permission[], all: ReadonlySet<string>): string => {
  const clauses = new Map<string, { before: string; verbs: string[]; after: string }>();
  for (const verb of VERBS) {
    for (const permission of held.filter(({ action }) => action === EXPLORER + verb)) {
      const extent = extentOf(permission);
      const before = extent === null ? '' : `${extent}: `;
      const after = restrictionOf(permission, all);
      const clause = clauses.get(before + after);
      if (clause) clause.verbs.push(verb);
      else clauses.set(before + after, { before, verbs: [verb], after });
    }
  }
  return [...clauses.values()]
    .map(({ before, verbs, after }) => before + verbs.join(', ') + after)
    .join('; ');
};

/** Types on which all roles have the same stand in one row. */
const contentTypeTable = ({ roles, contentTypes }: PermissionFacts): string => {
  const rows = new Map<string, { names: string[]; cells: string[] }>();
  for (const { uid, name } of contentTypes) {
    const heldBy = (role: RoleCode): Permission[] =>
      roles[role].permissions.filter(({ subject }) => subject === uid);
    const all = new Set(
      ROLES.flatMap(heldBy).flatMap(({ properties }) => properties?.fields ?? [])
    );
    const cells = ROLES.map((role) => explorerCell(heldBy(role), all));
    const row = rows.get(cells.join('|'));
    if (row) row.names.push(name);
    else rows.set(cells.join('|'), { names: [name], cells });
  }
  const body = [...rows.values()].map(({ names, cells }) => [names.join(', '), ...cells]);
  return table([['in the Content Manager', ...ROLES], ...body]);
};

const routeTable = ({ routes }: PermissionFacts): string =>
  table([
    ['route', 'asks for'],
    ...routes.map(({ method, path, action }) => [code(`${method} ${path}`), code(action)]),
  ]);

/**
 * What each role may do, as Markdown: the actions, the content types in the Content Manager, and
 * the routes with the action that each asks for. An extent stands for rows that a condition leaves,
 * fields for those that the permission names, out of all that any role has of the type.
 */
export const permissionTables = (facts: PermissionFacts): string =>
  [actionTable(facts), contentTypeTable(facts), routeTable(facts)].join('\n\n');

/**
 * The page with its tables made anew.
 *
 * @throws when the page lacks the marks that the tables stand between
 */
export const withPermissionTables = (page: string, facts: PermissionFacts): string => {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`The page lacks ${BEGIN} or, after it, ${END}.`);
  const before = page.slice(0, begin + BEGIN.length);
  return `${before}\n\n${permissionTables(facts)}\n\n${page.slice(end)}`;
};
