import Fraction from 'fraction.js';

/**
 * Exact points. A share is `amount / divisor` hundredths of a point: 20 points among three units
 * is 2000/3 each, and three of them are 2000 again. Nothing is rounded before the screen.
 */

/** A part of an award: integer hundredths of a point, divided by a positive integer. */
export interface Share {
  amount: number;
  divisor: number;
}

const HUNDRED = 100n;

/** The largest number that a column of integers holds in every database. */
const MOST = 2 ** 31 - 1;

/** Whether it is a number that the ledger can hold. */
export const isFigure = (value: unknown): boolean =>
  Number.isInteger(value) && Math.abs(value as number) <= MOST;

/** Whether one can reckon with a share: somebody may have written over its row past the application. */
export const isSoundShare = ({ amount, divisor }: Share): boolean =>
  isFigure(amount) && isFigure(divisor) && divisor > 0;

const amountsByDivisor = (shares: Iterable<Share>): Map<number, bigint> => {
  const sums = new Map<number, bigint>();
  for (const { amount, divisor } of shares) {
    sums.set(divisor, (sums.get(divisor) ?? 0n) + BigInt(amount));
  }
  return sums;
};

/**
 * The exact sum of shares, in points. Adds integers first and then a fraction for each divisor,
 * because a year holds many thousand shares and few different divisors.
 */
export const sumOf = (shares: Iterable<Share>): Fraction =>
  [...amountsByDivisor(shares)].reduce(
    (sum, [divisor, amount]) => sum.add(new Fraction(amount, BigInt(divisor) * HUNDRED)),
    new Fraction(0)
  );

/** The exact sum of the shares with which one can reckon; reconciling names the others. */
export const sumOfSound = (shares: readonly Share[]): Fraction =>
  sumOf(shares.filter(isSoundShare));

/** Whether shares come to more than nothing (1), to less (-1) or to nothing (0), without a fraction where one divisor will do. */
export const signOf = (shares: readonly Share[]): number => {
  const sums = amountsByDivisor(shares);
  const [amount = 0n] = sums.values();
  if (sums.size > 1) return sumOf(shares).compare(0);
  if (amount === 0n) return 0;
  return amount > 0n ? 1 : -1;
};

/** Points as the rule set writes them (`3`, `0.5`, `"2.25"`) in hundredths, or `null` when they are negative, finer than a hundredth, or no number. */
export const parseHundredths = (value: unknown): number | null => {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const match = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(String(value));
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
};

/**
 * How a screen shows an exact value: two decimals, halves away from zero, so that a reversal
 * mirrors its award (`81.67` and `-81.67` for 245/3).
 */
export const toDecimals = (value: Fraction): string => {
  const doubled = (value.n * HUNDRED * 2n) / value.d;
  const hundredths = (doubled + 1n) / 2n;
  const text = hundredths.toString().padStart(3, '0');
  const sign = value.s < 0n && hundredths > 0n ? '-' : '';
  return `${sign}${text.slice(0, -2)}.${text.slice(-2)}`;
};

/** Hundredths of a point with two decimals: `2.50` of 250. */
export const hundredthsText = (hundredths: number): string =>
  toDecimals(new Fraction(hundredths, 100));

/** Both faces of a value: how it is shown, and the reduced fraction that it is (`"245/3"`, `"20"`). */
export const describePoints = (value: Fraction): { points: string; exact: string } => ({
  points: toDecimals(value),
  exact: value.toFraction(),
});
