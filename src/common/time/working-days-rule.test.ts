import { workingDayAfter, workingDaysBetween, type WorkCalendar } from './working-days-rule';

/** Knows 2026 only: 1 to 3 May are free, and Saturday 9 May is worked. */
const calendar: WorkCalendar = {
  covers: (year) => year === 2026,
  isWorked: (day) => {
    if (day >= '2026-05-01' && day <= '2026-05-03') return false;
    if (day === '2026-05-09') return true;
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  },
};

describe('working days', () => {
  it.each([
    ['2026-03-02', '2026-03-02', 0],
    ['2026-03-02', '2026-03-03', 1],
    ['2026-03-06', '2026-03-08', 0],
    ['2026-03-06', '2026-03-09', 1],
    ['2026-04-30', '2026-05-04', 1],
    ['2026-05-08', '2026-05-11', 2],
    ['2026-03-03', '2026-03-02', 0],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(workingDaysBetween(from, to, calendar)).toEqual({ days, isExact: true });
  });

  it('estimates by the days of the week where the calendar says nothing, and says so', () => {
    expect(workingDaysBetween('2026-12-31', '2027-01-04', calendar)).toEqual({
      days: 2,
      isExact: false,
    });
  });

  it('is exact where only the day before the first counted one is not covered', () => {
    expect(workingDaysBetween('2025-12-31', '2026-01-02', calendar)).toEqual({
      days: 2,
      isExact: true,
    });
  });
});

describe('the last of some working days', () => {
  it.each([
    ['2026-03-02', 1, '2026-03-03'],
    ['2026-03-06', 1, '2026-03-09'],
    ['2026-03-06', 5, '2026-03-13'],
    ['2026-04-30', 1, '2026-05-04'],
    ['2026-05-08', 1, '2026-05-09'],
  ])('after %s, %i of them, is %s', (from, count, day) => {
    expect(workingDayAfter(from, count, calendar)).toEqual({ day, isExact: true });
  });

  it('is estimated where a day on the way is not covered', () => {
    expect(workingDayAfter('2026-12-31', 1, calendar)).toEqual({
      day: '2027-01-01',
      isExact: false,
    });
  });
});
