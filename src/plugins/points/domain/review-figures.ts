import Fraction from 'fraction.js';
import { toDecimals } from './points';

/** How a review's figures read: exact fractions, rounded for paper and screen alone. */

/** A rate as a percentage with two decimals: `"2/3"` is `66.67%`. */
export const percentOf = (rate: string): string => `${toDecimals(new Fraction(rate).mul(100))}%`;

const HOUR = 60;
const DAY = 24 * HOUR;

/** From how many hours on a time reads better in days. */
const MOST_HOURS = 48;

/** A time in minutes, in hours below two days, else in days; two decimals. */
export const durationOf = (minutes: string): { value: string; unit: 'hours' | 'days' } => {
  const exact = new Fraction(minutes);
  return exact.compare(MOST_HOURS * HOUR) < 0
    ? { value: toDecimals(exact.div(HOUR)), unit: 'hours' }
    : { value: toDecimals(exact.div(DAY)), unit: 'days' };
};
