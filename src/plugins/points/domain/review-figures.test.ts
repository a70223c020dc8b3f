import { durationOf, percentOf } from './review-figures';

describe('the figures of a review', () => {
  it.each([
    ['0', '0.00%'],
    ['2/3', '66.67%'],
    ['1', '100.00%'],
    ['7/6', '116.67%'],
  ])('%s reads %s', (rate, text) => {
    expect(percentOf(rate)).toBe(text);
  });

  it.each([
    ['0', '0.00', 'hours'],
    ['151/2', '1.26', 'hours'],
    ['2879', '47.98', 'hours'],
    ['2880', '2.00', 'days'],
    ['10000', '6.94', 'days'],
  ])('%s minutes are %s %s', (minutes, value, unit) => {
    expect(durationOf(minutes)).toEqual({ value, unit });
  });
});
