import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureRoles } from '../../src/roles';
import { rolesOf } from '../../src/roles/definitions';
import { permissionFactsOf } from '../../src/roles/permission-facts';
import { nameSuperAdmin } from '../../src/roles/leftover';
import { withPermissionTables } from '../../src/roles/permissions-table';
import type { RoleCode } from '../../src/roles';
import {
  bodyOf,
  databaseKind,
  ROOT,
  startApp,
  startInstance,
  type Instance,
  type TestApp,
} from '../support';

const ROLE = 'admin::role';
const PERMISSION = 'admin::permission';
const READ_REPORT = 'plugin::points.report.read';
const READ = 'plugin::content-manager.explorer.read';
const ARTICLE = 'api::article.article';
const SUBMISSIONS = '/content-manager/collection-types/plugin::points.submission';
const ARTICLES = `/content-manager/collection-types/${ARTICLE}`;
const OWN_UNIT = 'plugin::points.own-unit';

const BY =
  databaseKind() === 'postgres' ? 'by another instance' : 'by this instance: SQLite has no second';

interface Held {
  id: number;
  action: string;
  subject: string | null;
  properties: { fields?: string[] };
  conditions: string[];
}

describe('roles', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  const roleOf = (code: RoleCode): Promise<{ id: number; name: string; description: string }> =>
    app.strapi.db.query(ROLE).findOne({ where: { code } });

  const heldBy = async (code: RoleCode): Promise<Held[]> =>
    (await app.strapi.db
      .query(PERMISSION)
      .findMany({ where: { role: { code } }, orderBy: 'id' })) as Held[];

  const find = async (code: RoleCode, action: string): Promise<Held | undefined> =>
    (await heldBy(code)).find((held) => held.action === action);

  const allHeld = async (): Promise<Held[]> =>
    (await Promise.all((['officer', 'leader', 'editor', 'office'] as const).map(heldBy))).flat();

  it('are made by the boot, with names and descriptions in Chinese', async () => {
    for (const code of ['officer', 'leader', 'editor', 'office'] as const) {
      const { name, description } = await roleOf(code);
      expect(name).toMatch(/^\p{Script=Han}+$/u);
      expect(description).toMatch(/\p{Script=Han}/u);
      expect(await heldBy(code)).toHaveLength(rolesOf(app.strapi)[code].permissions.length);
    }
  });

  it('name the super admin in Chinese too, until somebody names the role otherwise', async () => {
    const where = { code: 'strapi-super-admin' };
    const nameOf = async (): Promise<unknown> =>
      ((await app.strapi.db.query(ROLE).findOne({ where })) as { name: unknown }).name;
    expect(await nameOf()).toBe('超级管理员');
    await app.strapi.db.query(ROLE).update({ where, data: { name: '总管' } });
    await nameSuperAdmin(app.strapi);
    expect(await nameOf()).toBe('总管');
  });

  it('hold officers and leaders to their unit in all that shows or changes rows', async () => {
    const rows = /explorer\.(read|update)|ledger|entry|upload\.read/;
    const free = (await Promise.all((['officer', 'leader'] as const).map(heldBy)))
      .flat()
      .filter(({ action }) => rows.test(action))
      .filter(({ conditions }) => !conditions.includes(OWN_UNIT))
      .map(({ action, subject }) => `${action} ${subject ?? ''}`);
    // Names for pickers, and what of the site is no unit's.
    expect(
      free.filter((name) => !/explorer\.read (plugin::points\.(unit|officer)|api::)/.test(name))
    ).toEqual([]);
  });

  it('are what docs/permissions.md says (npm run docs:permissions writes it anew)', async () => {
    const page = await readFile(path.join(ROOT, 'docs/permissions.md'), 'utf8');
    const facts = permissionFactsOf(app.strapi);
    expect(withPermissionTables(page, facts)).toBe(page);
    expect(facts.routes.filter(({ action }) => action === '')).toEqual([]);
  });

  it('stay as they are at the next boot', async () => {
    const before = await allHeld();
    await ensureRoles(app.strapi);
    expect(await allHeld()).toEqual(before);
  });

  it('keep what an administrator removed and added', async () => {
    const report = await find('leader', READ_REPORT);
    await app.strapi.db.query(PERMISSION).delete({ where: { id: report?.id } });
    const { id } = await roleOf('leader');
    await app.strapi.db.query(PERMISSION).create({
      data: { action: 'plugin::points.reconcile.read', role: id, properties: {}, conditions: [] },
    });
    const read = await find('leader', 'plugin::content-manager.explorer.read');
    const fields = read?.properties.fields?.slice(1) ?? [];
    await app.strapi.db
      .query(PERMISSION)
      .update({ where: { id: read?.id }, data: { properties: { fields } } });

    await ensureRoles(app.strapi);
    expect(await find('leader', READ_REPORT)).toBeUndefined();
    expect(await find('leader', 'plugin::points.reconcile.read')).toBeDefined();
    expect(
      (await find('leader', 'plugin::content-manager.explorer.read'))?.properties.fields
    ).toEqual(fields);
  });

  it.each(['editor', 'officer'] as const)(
    'of a person (%s) hold at once what changes',
    async (code) => {
      const client = await app.api.as(code);
      const statusOf = async (): Promise<number> => (await client.get(ARTICLES)).status;
      const { id, ...permission } = (await app.strapi.db.query(PERMISSION).findOne({
        where: { role: { code }, action: READ, subject: ARTICLE },
      })) as Held;
      expect(await statusOf()).toBe(200);
      // Beside the services of this process, as another instance would.
      await app.strapi.db.connection('admin_permissions').where({ id }).delete();
      expect(await statusOf()).toBe(403);
      const { id: role } = await roleOf(code);
      await app.strapi.db.query(PERMISSION).create({ data: { ...permission, role } });
      expect(await statusOf()).toBe(200);
    }
  );

  it(`of a person hold at once what is given and taken ${BY}`, async () => {
    const client = await app.api.as('officer');
    const { id: role } = await roleOf('officer');
    const held = await heldBy('officer');
    const all = held.map(({ action, subject, properties, conditions }) => ({
      action,
      ...(subject === null ? {} : { subject }),
      properties,
      conditions,
    }));
    const withoutArticles = all.filter(({ subject }) => subject !== ARTICLE);
    const instance =
      app.database.kind === 'postgres' ? await startInstance(app.database) : undefined;
    const own = app.strapi.service('admin::role') as Pick<Instance, 'assignPermissions'>;
    const { assignPermissions } = instance ?? own;
    try {
      expect((await client.get(ARTICLES)).status).toBe(200);
      await assignPermissions(role, withoutArticles);
      expect((await client.get(ARTICLES)).status).toBe(403);
      await assignPermissions(role, all);
      expect((await client.get(ARTICLES)).status).toBe(200);
    } finally {
      await instance?.stop();
    }
  });

  it('of a person hold at once what an instance changes whose clock is behind', async () => {
    const client = await app.api.as('officer');
    const held = await find('officer', READ_REPORT);
    const change = (action: string): Promise<number> =>
      app.strapi.db
        .connection('admin_permissions')
        .where({ id: held?.id })
        .update({ action, updated_at: new Date('2020-01-01T00:00:00Z') });
    expect((await client.get('/points/report?period=2026')).status).toBe(200);
    await change('plugin::points.reconcile.read');
    expect((await client.get('/points/report?period=2026')).status).toBe(403);
  });

  it('of one set of roles share their rules, unless these depend on the person', async () => {
    const { engine } = app.strapi.service('admin::permission') as {
      engine: { generateUserAbility(user: object): Promise<{ rules: unknown[] }> };
    };
    const rulesOf = async (code: RoleCode, id: number): Promise<unknown[]> => {
      const role = await roleOf(code);
      return (await engine.generateUserAbility({ id, roles: [role] })).rules;
    };
    expect(await rulesOf('editor', 1)).toBe(await rulesOf('editor', 2));
    expect(await rulesOf('leader', 1)).toBe(await rulesOf('leader', 2));
    expect(await rulesOf('officer', 1)).toBe(await rulesOf('officer', 1));
    expect(await rulesOf('officer', 1)).not.toBe(await rulesOf('officer', 2));
    const whose = (rules: unknown[]): string => JSON.stringify(rules);
    expect(whose(await rulesOf('officer', 1))).toContain('"createdBy.id":1');
    expect(whose(await rulesOf('officer', 2))).toContain('"createdBy.id":2');
  });

  it('of two leaders share their rules and not their units', async () => {
    const units = await app.make.units(2);
    const pieces = await Promise.all(units.map((unit) => app.make.submission({ units: [unit] })));
    for (const [index, unit] of units.entries()) {
      const { client } = await app.make.person('leader', unit);
      const list = await client.get<{ results: Array<{ documentId: string }> }>(SUBMISSIONS);
      expect(bodyOf(list).results.map(({ documentId }) => documentId)).toEqual([
        pieces[index]?.documentId,
      ]);
    }
  });

  it('get what a later version of the code grants', async () => {
    const report = await find('editor', READ_REPORT);
    await app.strapi.db.query(PERMISSION).delete({ where: { id: report?.id } });
    // As an earlier version, which knew no such permission, would have left the record.
    const store = app.strapi.store({ type: 'site', name: 'roles' });
    const record = (await store.get({ key: 'editor' })) as { granted: string[] };
    const granted = record.granted.filter((grant) => !grant.startsWith(READ_REPORT));
    await store.set({ key: 'editor', value: { ...record, granted } });

    await ensureRoles(app.strapi);
    expect(await find('editor', READ_REPORT)).toBeDefined();
  });

  it('come back when one is deleted', async () => {
    const { id } = await roleOf('leader');
    await app.strapi.db.query(PERMISSION).deleteMany({ where: { role: { id } } });
    await app.strapi.db.query(ROLE).delete({ where: { id } });
    await ensureRoles(app.strapi);
    expect(await find('leader', READ_REPORT)).toBeDefined();
  });
});
