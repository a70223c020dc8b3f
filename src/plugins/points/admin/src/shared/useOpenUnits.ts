import type { UnitReference } from '../../../shared/contracts';
import { ACTIONS } from '../constants';
import { useAllowed } from './permissions';

/**
 * Of which units the person at the screen may open the page and the postings.
 *
 * @param own the units that the person is held to; `null` for none
 */
export const useOpenUnits = (
  own: readonly UnitReference[] | null
): ((documentId: string) => boolean) => {
  const canReadLedger = useAllowed(ACTIONS.readLedger);
  return (documentId) =>
    canReadLedger && (own === null || own.some((unit) => unit.documentId === documentId));
};
