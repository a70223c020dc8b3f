import type { Channel, LedgerQuery, StandingsRow } from '../../../shared/contracts';

/** A number of the table that was clicked: whose it is, and of which channel. */
export interface Selection {
  /** Absent for the totals row. */
  row?: StandingsRow;
  /** Absent for all channels together. */
  channel?: Channel;
}

/** The ledger's lines that add up to the clicked number. */
export const ledgerQueryOf = ({ row, channel }: Selection, period: string): LedgerQuery => ({
  period,
  ...(row?.officer ? { officer: row.officer.documentId } : {}),
  ...(row ? { unit: row.unit.documentId } : {}),
  ...(channel ? { channel } : {}),
});
