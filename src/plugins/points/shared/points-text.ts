import type { Points } from './contracts';

const MINUS = '−';

/** How a number of points reads: two decimals, a true minus, a plus where asked for. */
export const readable = ({ points }: Points, signed = false): string => {
  if (points.startsWith('-')) return `${MINUS}${points.slice(1)}`;
  return signed && Number(points) > 0 ? `+${points}` : points;
};

/** The exact fraction where two decimals do not say it all: "245/3" of "81.67". */
export const fractionOf = ({ exact }: Points): string | undefined => {
  const [, divisor] = exact.split('/');
  if (!divisor || 100 % Number(divisor) === 0) return undefined;
  return exact.replace('-', MINUS);
};

/** Whether points are taken back rather than given. */
export const isNegative = ({ points }: Points): boolean => points.startsWith('-');
