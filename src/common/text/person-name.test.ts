import { personName } from './person-name';

describe('personName', () => {
  it.each([
    [{ firstname: '三', lastname: '张' }, '张三'],
    [{ firstname: ' 三丰 ', lastname: '张' }, '张三丰'],
    [{ firstname: '张三', lastname: null }, '张三'],
    [{ firstname: 'Mary', lastname: 'Smith' }, 'Mary Smith'],
    [{ firstname: ' ', lastname: '', username: 'office', email: 'a@b.cn' }, 'office'],
    [{ firstname: null, email: 'a@b.cn' }, 'a@b.cn'],
    [{}, ''],
  ])('writes %j as %s', (account, name) => {
    expect(personName(account)).toBe(name);
  });

  it('leaves out what a trail has no room for, and cuts no character in two', () => {
    const cut = personName({ firstname: '𠮷'.repeat(150), lastname: '张' });
    expect(cut).toBe(`张${'𠮷'.repeat(99)}`);
    expect(personName({ firstname: 'M'.repeat(150), lastname: 'S'.repeat(150) })).toHaveLength(200);
    expect(personName({ email: `${'a'.repeat(250)}@b.cn` })).toHaveLength(200);
  });
});
