import { greyDays } from './grey-days';

describe('grey days', () => {
  it('are days, spans of days, and days of every year', () => {
    const isGrey = greyDays(['2027-04-04..2027-04-06', '12-13', '2026-09-30', '']);
    expect(
      ['2027-04-03', '2027-04-04', '2027-04-05', '2027-04-06', '2027-04-07'].map(isGrey)
    ).toEqual([false, true, true, true, false]);
    expect([isGrey('2026-12-13'), isGrey('2031-12-13'), isGrey('2026-12-14')]).toEqual([
      true,
      true,
      false,
    ]);
    expect([isGrey('2026-09-30'), isGrey('2027-09-30')]).toEqual([true, false]);
    expect(greyDays([])('2026-12-13')).toBe(false);
  });

  it.each(['2026-02-30', '13-01', 'tomorrow', '2026-05-02..2026-05-01', '2026-05-02..'])(
    'refuse what is no day: %s',
    (text) => {
      expect(() => greyDays([text])).toThrow('SITE_GREY_DAYS');
    }
  );
});
