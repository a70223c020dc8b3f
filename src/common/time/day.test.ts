import { isDay } from './day';

describe('isDay', () => {
  it.each(['2026-01-01', '2026-12-31', '2028-02-29'])('takes %s', (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each(['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '', null, 20260101])(
    'refuses %p',
    (day) => {
      expect(isDay(day)).toBe(false);
    }
  );
});
