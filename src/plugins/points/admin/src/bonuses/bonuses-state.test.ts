import { queryOf, stateOf, yearsOf } from './bonuses-state';

describe('the address of the bonuses', () => {
  it('says what is asked for', () => {
    const state = stateOf({ year: '2026', unit: 'museum', page: '3' });
    expect(queryOf(state)).toEqual({ period: '2026', unit: 'museum', page: 3, pageSize: 25 });
  });

  it('says which of the two lists', () => {
    expect(stateOf({ list: 'deductions' }).list).toBe('deductions');
    expect(stateOf({ list: ['deductions', 'bonuses'] }).list).toBe('bonuses');
  });

  it.each([{}, { year: '26', unit: ['a'], page: '-1' }, { year: {}, page: 'x' }])(
    'says nothing where it makes no sense: %j',
    (raw) => {
      expect(queryOf(stateOf(raw))).toEqual({ page: 1, pageSize: 25 });
    }
  );
});

it('offers ten years, the present one first', () => {
  const years = yearsOf(new Date(2026, 5, 1));
  expect([years[0], years.at(-1), years.length]).toEqual(['2026', '2017', 10]);
});
