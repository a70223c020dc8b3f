import { queryOf, stateOf } from './report-state';

const now = new Date(2026, 10, 24);

describe('the state of the report page in its address', () => {
  it('is this month, institutions, by unit where the address says nothing', () => {
    expect(stateOf({}, now)).toEqual({ period: '2026-11', by: 'unit', kind: 'institution' });
  });

  it('is what the address says', () => {
    expect(stateOf({ period: '2025-H2', by: 'officer', kind: 'all' }, now)).toEqual({
      period: '2025-H2',
      by: 'officer',
      kind: 'all',
    });
  });

  it('falls back where the address says what there is not', () => {
    expect(stateOf({ period: '2026-13', by: ['x'], kind: 'museum' }, now)).toEqual({
      period: '2026-11',
      by: 'unit',
      kind: 'institution',
    });
  });

  it('asks the server for both kinds by naming none', () => {
    expect(queryOf({ period: '2026', by: 'unit', kind: 'all' })).toEqual({
      period: '2026',
      by: 'unit',
    });
    expect(queryOf({ period: '2026', by: 'unit', kind: 'department' })).toEqual({
      period: '2026',
      by: 'unit',
      kind: 'department',
    });
  });
});
