import Fraction from 'fraction.js';

const TWO = new Fraction(2);

/** The middle of some exact values, between two the mean of both; `null` where there are none. */
export const medianOf = (values: readonly Fraction[]): Fraction | null => {
  const sorted = [...values].sort((one, other) => one.compare(other));
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper && lower ? lower.add(upper).div(TWO) : null;
};
