import { findingsOf, hindrancesOf, stateOf, type SetupMember, type SetupUnit } from './setup';

const TODAY = '2026-03-01';

const unit = (id: number, values: Partial<SetupUnit> = {}): SetupUnit => ({
  ...{ id, name: `单位${id}`, kind: 'institution', hasHeadMail: true },
  ...{ activeFrom: null, activeTo: null },
  ...values,
});

const officer = (ofUnit: number, values: Partial<SetupMember> = {}): SetupMember => ({
  ...{ unit: ofUnit, position: 'officer', account: 'active' },
  ...{ activeFrom: null, activeTo: null },
  ...values,
});

describe('findingsOf', () => {
  it('finds nothing but that there is nothing', () => {
    expect(findingsOf([], [], TODAY)).toEqual({
      count: { institution: 0, department: 0 },
      missingKinds: ['institution', 'department'],
      withoutOfficer: [],
      withoutHeadMail: [],
      waiting: 0,
    });
  });

  it('counts units in use alone, and names those that lack somebody', () => {
    const units = [
      unit(1),
      unit(2, { hasHeadMail: false }),
      unit(3, { activeTo: '2026-02-28', hasHeadMail: false }),
    ];
    expect(findingsOf(units, [officer(1)], TODAY)).toEqual({
      count: { institution: 2, department: 0 },
      missingKinds: ['department'],
      withoutOfficer: ['单位2'],
      withoutHeadMail: ['单位2'],
      waiting: 0,
    });
  });

  it.each<[string, Partial<SetupMember>, number]>([
    ['an officer who can log in', {}, 0],
    ['an officer who is invited', { account: 'invited' }, 0],
    ['an officer whose account was closed', { account: 'closed' }, 1],
    ['an officer without an account', { account: null }, 1],
    ['a leader', { position: 'leader' }, 1],
    ['an officer who has left', { activeTo: '2026-02-28' }, 1],
    ['an officer of another unit', { unit: 2 }, 1],
  ])('holds %s', (_, values, lacking) => {
    expect(findingsOf([unit(1)], [officer(1, values)], TODAY).withoutOfficer).toHaveLength(lacking);
  });

  it('tells units where nobody has logged in yet', () => {
    const members = [
      officer(1, { account: 'invited' }),
      officer(2),
      officer(2, { account: 'invited' }),
    ];
    expect(findingsOf([unit(1), unit(2)], members, TODAY).waiting).toBe(1);
  });
});

describe('a step', () => {
  const units = { key: 'units', isDone: false, needs: [] };
  const officers = { key: 'officers', isDone: false, needs: ['units'] };

  it('is hindered by one that it needs and that is open', () => {
    expect(stateOf(officers, [units, officers])).toBe('hindered');
    expect(hindrancesOf(officers, [units, officers])).toEqual(['units']);
    expect(stateOf(units, [units, officers])).toBe('open');
    expect(stateOf(officers, [{ ...units, isDone: true }, officers])).toBe('open');
  });

  it('is done whatever else is', () => {
    expect(stateOf({ ...officers, isDone: true }, [units, officers])).toBe('done');
  });
});
