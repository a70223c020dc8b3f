import { addresseesOf, gapsOf, type AddressedMember, type AddressedUnit } from './addressees';

const MONTH = { from: '2026-03-01', to: '2026-03-31' };
const TODAY = '2026-04-08';

const unit = (values: Partial<AddressedUnit> = {}): AddressedUnit => ({
  ...{ id: 1, name: '图书馆', activeFrom: null, activeTo: null },
  head: { name: '马馆长', mail: 'ma@library.example.test', member: null },
  ...values,
});

const member = (values: Partial<AddressedMember> = {}): AddressedMember => ({
  ...{ id: 10, name: '李信息', unit: 1, position: 'officer', activeFrom: null, activeTo: null },
  account: 'li@library.example.test',
  ...values,
});

const told = (units: AddressedUnit[], members: AddressedMember[]) =>
  addresseesOf(units, members, { month: MONTH, today: TODAY });

const namesOf = (...given: Parameters<typeof told>) =>
  told(...given).map(({ name, role }) => `${role} ${name}`);

describe('whom a bulletin is told to', () => {
  it('is the head, the leader and the officers of each unit, in this order', () => {
    const members = [
      member(),
      member({ id: 11, name: '王分管', position: 'leader' }),
      member({ id: 12, name: '赵信息', account: null }),
    ];
    expect(told([unit()], members)).toEqual([
      {
        ...{ unit: 1, unitName: '图书馆', role: 'head', name: '马馆长', member: null },
        mail: 'ma@library.example.test',
      },
      expect.objectContaining({ role: 'leader', name: '王分管', member: 11 }),
      expect.objectContaining({ role: 'officer', name: '李信息', mail: 'li@library.example.test' }),
      expect.objectContaining({ role: 'officer', name: '赵信息', mail: null, member: null }),
    ]);
  });

  it('tells who heads the unit and is of its members once, as the head', () => {
    const head = { name: '', mail: null, member: 11 };
    const members = [member(), member({ id: 11, name: '王馆长', position: 'leader' })];
    expect(namesOf([unit({ head })], members)).toEqual(['head 王馆长', 'officer 李信息']);
    expect(told([unit({ head })], members)[0]?.member).toBe(11);
  });

  it('tells units that were in use in the month, also if they have gone since', () => {
    const units = [
      unit({ id: 1, activeTo: '2026-03-01' }),
      unit({ id: 2, activeTo: '2026-02-28' }),
      unit({ id: 3, activeFrom: '2026-03-31' }),
      unit({ id: 4, activeFrom: '2026-04-01' }),
    ];
    expect(told(units, []).map((each) => each.unit)).toEqual([1, 3]);
  });

  it('tells who is in office on the day of issue', () => {
    const members = [
      member({ id: 10, activeTo: '2026-04-07' }),
      member({ id: 11, activeFrom: '2026-04-08' }),
      member({ id: 12, activeFrom: '2026-04-09' }),
      member({ id: 13, unit: null }),
    ];
    expect(told([unit()], members).map((each) => each.member)).toEqual([null, 11]);
  });

  it('does not take a record for the head that is out of office or of another unit', () => {
    const head = { name: '马馆长', mail: null, member: 10 };
    expect(told([unit({ head })], [member({ activeTo: '2026-04-07' })])).toEqual([
      expect.objectContaining({ role: 'head', name: '马馆长', member: null }),
    ]);
    expect(told([unit({ head })], [member({ unit: 2 })])[0]?.member).toBeNull();
  });
});

describe('what is missing', () => {
  it('names units without a head, and heads without an address', () => {
    const units = [
      unit(),
      unit({ id: 2, name: '博物馆', head: null }),
      unit({ id: 3, name: '美术馆', head: { name: '齐馆长', mail: null, member: null } }),
    ];
    expect(gapsOf(told(units, []))).toEqual({ withoutHead: ['博物馆'], withoutMail: ['美术馆'] });
  });

  it('does not mind officers without an account', () => {
    expect(gapsOf(told([unit()], [member({ account: null })]))).toEqual({
      withoutHead: [],
      withoutMail: [],
    });
  });
});
