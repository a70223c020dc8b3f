import { adoptedCount, adoptedTitles, countByChannel } from './annexes';

const LINE = {
  adoption: 'a1',
  adoptedOn: '2026-03-02',
  amount: 2000,
  belongsTo: '2026-03',
  bonus: null,
  channel: 'newsletter',
  divisor: 1,
  submission: 's1',
  submissionTitle: '甲',
  unit: 'u1',
  unitName: '图书馆',
};

describe('what a month adopted', () => {
  it('names each adoption once, with all its units', () => {
    const postings = [
      { ...LINE, divisor: 2 },
      { ...LINE, divisor: 2, unit: 'u2', unitName: '博物馆' },
      { ...LINE, adoption: 'a2', channel: 'site.picture', adoptedOn: '2026-03-09', amount: 200 },
    ];
    expect(adoptedTitles(postings)).toMatchObject([
      { channel: 'site.picture', title: '甲', units: ['图书馆'], day: '2026-03-09' },
      { channel: 'newsletter', title: '甲', units: ['图书馆', '博物馆'], effect: 'adopted' },
    ]);
    expect(adoptedCount(postings)).toBe(1);
    expect(countByChannel(adoptedTitles(postings))).toEqual([
      { channel: 'site.picture', count: 1 },
      { channel: 'newsletter', count: 1 },
    ]);
  });

  it('is not what was taken back in the same month', () => {
    const postings = [LINE, { ...LINE, amount: -2000 }];
    expect(adoptedTitles(postings)).toEqual([]);
    expect(adoptedCount(postings)).toBe(0);
  });

  it('says whose share of an earlier month grew smaller when another unit joined', () => {
    const earlier = { ...LINE, belongsTo: '2026-02' };
    const postings = [
      { ...earlier, amount: -2000 },
      { ...earlier, divisor: 2 },
      { ...earlier, divisor: 2, unit: 'u2', unitName: '博物馆' },
    ];
    expect(adoptedTitles(postings)).toMatchObject([
      { units: ['博物馆'], belongsTo: '2026-02', effect: 'adopted' },
      { units: ['图书馆'], belongsTo: '2026-02', effect: 'reduced' },
    ]);
  });

  it('lists bonuses last, and counts them as no submission', () => {
    const bonus = { ...LINE, adoption: null, bonus: 'b1', submission: null, channel: 'bonus' };
    const postings = [bonus, LINE];
    expect(adoptedTitles(postings).map(({ channel }) => channel)).toEqual(['newsletter', 'bonus']);
    expect(adoptedCount(postings)).toBe(1);
    expect(countByChannel(adoptedTitles(postings))).toEqual([{ channel: 'newsletter', count: 1 }]);
  });
});
