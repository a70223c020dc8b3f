import type { StandingsRow } from '../../../shared/contracts';
import { rankAgain } from '../standings/report-rows';

/** Where a unit stood among the units of its kind. */
export interface Place {
  row: StandingsRow;
  /** How many of its kind were ranked. */
  of: number;
}

/** Where a unit stood, by a frozen ranking of both kinds together; `null` where it was not ranked. */
export const placeOf = (rows: readonly StandingsRow[], documentId: string): Place | null => {
  const own = rows.find(({ unit }) => unit.documentId === documentId);
  if (!own) return null;
  const ranked = rankAgain(rows.filter(({ unit }) => unit.kind === own.unit.kind));
  const row = ranked.find(({ unit }) => unit.documentId === documentId) ?? own;
  return { row, of: ranked.length };
};
