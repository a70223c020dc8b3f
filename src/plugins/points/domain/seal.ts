import { addMonths, monthOf, type Month, type Period } from './period';

/**
 * Sealed months (通报): a month is sealed with its bulletin, one after the other, so that the first
 * open month tells of every month whether it is. `null` stands for "no month is sealed yet".
 */

/** The first open month, given the last that was sealed. */
export const firstOpenAfter = (lastSealed: Month | null): Month | null =>
  lastSealed === null ? null : addMonths(lastSealed, 1);

/** Whether a month is sealed: nothing that counts in it changes any more. */
export const isSealed = (month: Month, firstOpen: Month | null): boolean =>
  firstOpen !== null && month < firstOpen;

/** Whether all months of a period are sealed. */
export const isPeriodSealed = ({ to }: Period, firstOpen: Month | null): boolean =>
  isSealed(monthOf(to), firstOpen);

/** The month that a posting of a month counts in: sealed months stay what they are. */
export const countsIn = (month: Month, firstOpen: Month | null): Month =>
  firstOpen !== null && isSealed(month, firstOpen) ? firstOpen : month;
