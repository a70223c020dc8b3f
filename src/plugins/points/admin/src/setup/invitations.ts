import type { Invitation } from '../../../shared/contracts';

/**
 * What the page shows once `made` has come to what it `shown` already: a link is told this once, so
 * that none goes before the page is left, but the one that a new one of the same person voids.
 */
export const keepInvitations = (
  shown: readonly Invitation[],
  made: readonly Invitation[]
): Invitation[] => {
  const renewed = new Set(made.map(({ member }) => member));
  return [...made, ...shown.filter(({ member }) => !renewed.has(member))];
};
