import type { Permission } from './permissions';
import { changeOf, grantsOf, type HeldPermission } from './grants';

const READ = 'read';
const permission = (
  fields: string[],
  conditions: string[] = [],
  action: string = READ
): Permission => ({ action, subject: 'article', properties: { fields }, conditions });

const held = (given: Permission, id = 1): HeldPermission => ({ ...given, id });

const granted = (...permissions: Permission[]): ReadonlySet<string> =>
  new Set(grantsOf(permissions));

const NOTHING = { added: [], changed: [], removed: [] };

describe('changeOf', () => {
  it('grants all to a new role', () => {
    const defined = [permission(['title']), permission([], [], 'publish')];
    expect(changeOf(defined, [], new Set())).toEqual({ ...NOTHING, added: defined });
  });

  it('changes nothing when all is as it was', () => {
    const defined = [permission(['title', 'body'], ['own'])];
    expect(
      changeOf(
        defined,
        defined.map((each) => held(each)),
        granted(...defined)
      )
    ).toEqual(NOTHING);
  });

  it('leaves away what an administrator took away', () => {
    const defined = [permission(['title', 'body'], ['own']), permission([], [], 'publish')];
    const kept = held(permission(['title']));
    expect(changeOf(defined, [kept], granted(...defined))).toEqual(NOTHING);
  });

  it('leaves there what an administrator added', () => {
    const defined = [permission(['title'])];
    const kept = [
      held(permission(['title', 'body'], ['own'])),
      held(permission([], [], 'delete'), 2),
    ];
    expect(changeOf(defined, kept, granted(...defined))).toEqual(NOTHING);
  });

  it('adds the permission, field and condition that a later version grants', () => {
    const before = [permission(['title'])];
    const publish = permission([], [], 'publish');
    const after = [permission(['title', 'body'], ['own']), publish];
    expect(changeOf(after, [held(permission(['title']))], granted(...before))).toEqual({
      added: [publish],
      changed: [held(permission(['title', 'body'], ['own']))],
      removed: [],
    });
  });

  it('adds no field to a permission that an administrator took away', () => {
    const before = [permission(['title'])];
    expect(changeOf([permission(['title', 'body'])], [], granted(...before))).toEqual(NOTHING);
  });

  it('takes back the permission, field and condition that a later version no longer grants', () => {
    const before = [permission(['title', 'body'], ['own']), permission([], [], 'publish')];
    const kept = [
      held(permission(['title', 'body'], ['own'])),
      held(permission([], [], 'publish'), 2),
    ];
    expect(changeOf([permission(['title'])], kept, granted(...before))).toEqual({
      added: [],
      changed: [held(permission(['title']))],
      removed: [2],
    });
  });
});
