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
});
