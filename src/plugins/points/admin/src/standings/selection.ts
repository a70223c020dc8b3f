import type { LedgerQuery, Points, PointsSource } from '../../../shared/contracts';
import type { ReportSubject } from '../../../shared/report-table';

/** A number of the table that was clicked: whose it is, and of which channel or whether of bonuses or corrections. */
export interface Selection {
  /** `null` for the totals row. */
  subject: ReportSubject | null;
  /** `null` for all channels together. */
  channel: PointsSource | null;
  /** What the channel's column is called, where it is one's. */
  channelName?: string;
  /** What its postings add up to. */
  value: Points;
}

/** The ledger's lines that add up to the clicked number. */
export const ledgerQueryOf = (
  { subject, channel }: Omit<Selection, 'value'>,
  period: string
): LedgerQuery => ({
  period,
  ...(subject?.officer && { officer: subject.officer.documentId }),
  ...(subject && { unit: subject.unit.documentId }),
  ...(channel && { channel }),
});
