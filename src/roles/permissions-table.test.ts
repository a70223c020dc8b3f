import type { Permission } from './permissions';
import { permissionTables, withPermissionTables, type PermissionFacts } from './permissions-table';

const OWN = 'plugin::points.own-unit';
const TEXT = 'api::text.text';

const explorer = (verb: string, fields: string[], conditions: string[] = []): Permission => ({
  action: `plugin::content-manager.explorer.${verb}`,
  subject: TEXT,
  properties: { fields },
  conditions,
});

const factsOf = (permissions: Partial<Record<string, Permission[]>>): PermissionFacts => ({
  roles: {
    office: { permissions: permissions.office ?? [] },
    editor: { permissions: permissions.editor ?? [] },
    officer: { permissions: permissions.officer ?? [] },
    leader: { permissions: permissions.leader ?? [] },
  },
  actions: [
    { id: 'plugin::points.submission.sign', name: 'Sign (签发)' },
    { id: 'plugin::upload.read', name: 'Read files' },
    { id: 'admin::roles.read', name: 'Read roles' },
  ],
  contentTypes: [
    { uid: TEXT, name: 'Text' },
    { uid: 'plugin::points.posting', name: 'Posting' },
    { uid: 'plugin::points.total', name: 'Total' },
  ],
  routes: [{ method: 'GET', path: '/points/desk', action: 'plugin::points.desk.read' }],
});

/** The cells of the row that begins so. */
const rowOf = (facts: PermissionFacts, beginning: string): string[] | undefined =>
  permissionTables(facts)
    .split('\n')
    .find((line) => line.startsWith(`| ${beginning}`))
    ?.split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

describe('permissionTables', () => {
  it('tells all rows from own ones and from those that one made', () => {
    const facts = factsOf({
      office: [{ action: 'plugin::upload.read' }],
      officer: [{ action: 'plugin::upload.read', conditions: ['admin::is-creator'] }],
      leader: [{ action: 'plugin::upload.read', conditions: [OWN] }],
    });
    expect(rowOf(facts, '`plugin::upload.read')?.slice(2)).toEqual(['✓', '', 'made', 'own']);
  });

  it('names a condition that it does not know', () => {
    const facts = factsOf({ editor: [{ action: 'plugin::upload.read', conditions: ['x'] }] });
    expect(rowOf(facts, '`plugin::upload.read')?.[3]).toBe('`x`');
  });

  it('shows an action of the house that no role has, and no other of that kind', () => {
    expect(rowOf(factsOf({}), '`plugin::points.submission.sign')).toBeDefined();
    expect(rowOf(factsOf({}), '`admin::roles.read')).toBeUndefined();
  });

  it('says of each verb whose rows, and which fields, the shorter way', () => {
    const all = ['a', 'b', 'c', 'd'];
    const facts = factsOf({
      office: [explorer('create', all), explorer('read', all), explorer('update', all)],
      officer: [
        explorer('read', all, [OWN]),
        explorer('create', ['a', 'b', 'c']),
        explorer('update', ['a', 'b', 'c'], [OWN]),
      ],
      leader: [explorer('read', ['a'], [OWN])],
    });
    expect(rowOf(facts, 'Text')).toEqual([
      'Text',
      'create, read, update',
      '',
      'create (not `d`); own: read; own: update (not `d`)',
      'own: read (only `a`)',
    ]);
  });

  it('joins types on which everybody has the same, also none', () => {
    expect(rowOf(factsOf({}), 'Text, Posting, Total')).toEqual([
      'Text, Posting, Total',
      ...['', '', '', ''],
    ]);
  });

  it('keeps columns even where ideographs stand in them', () => {
    const [head, rule, first] = permissionTables(factsOf({})).split('\n');
    expect(head?.length).toBe(rule?.length);
    expect(first?.length).toBe((rule?.length ?? 0) - '签发'.length);
  });
});

describe('withPermissionTables', () => {
  const MARK = '<!-- Made by `npm run docs:permissions`';
  const page = `Before\n\n${MARK}: begin -->\nold\n${MARK}: end -->\n\nAfter\n`;

  it('puts the tables between the marks, once and again', () => {
    const facts = factsOf({});
    const made = withPermissionTables(page, facts);
    expect(made).toContain(permissionTables(facts));
    expect(made).not.toContain('old');
    expect(made.startsWith('Before\n')).toBe(true);
    expect(made.endsWith('\nAfter\n')).toBe(true);
    expect(withPermissionTables(made, facts)).toBe(made);
  });

  it('refuses a page without the marks', () => {
    expect(() => withPermissionTables('Text', factsOf({}))).toThrow('The page lacks');
  });
});
