import { queryOf, stateOf } from './commissions-state';

const NOW = new Date(2026, 10, 28);
const DEFAULT = {
  ...{ view: 'list', period: '2026-11', year: '', kind: '', unit: '', closed: '', page: 1 },
};

describe('the page of commissions', () => {
  it('takes what the address says', () => {
    const raw = {
      ...{ view: 'outcomes', period: '2026-H1', year: '2025', kind: 'feature', unit: 'u' },
      ...{ closed: 'false', page: '2' },
    };
    expect(stateOf(raw, NOW)).toEqual({ ...raw, page: 2 });
  });

  it.each([
    {},
    { view: 'x', period: '2026-Q9', year: '26', kind: 'poem', unit: 3, closed: 'yes', page: '0' },
  ])('takes the default for %j', (raw) => {
    expect(stateOf(raw, NOW)).toEqual(DEFAULT);
  });

  it('asks for what is chosen alone', () => {
    expect(queryOf(stateOf({}, NOW))).toEqual({ page: 1, pageSize: 20 });
    expect(
      queryOf(stateOf({ year: '2025', kind: 'info', unit: 'u', closed: 'true', page: 3 }, NOW))
    ).toEqual({ page: 3, pageSize: 20, period: '2025', kind: 'info', unit: 'u', closed: 'true' });
  });
});
