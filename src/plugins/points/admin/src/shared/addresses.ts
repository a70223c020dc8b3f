import type { LedgerQuery } from '../../../shared/contracts';
import { LEDGER_PATH, REPORT_PATH } from '../constants';

const withQuery = (path: string, query: Readonly<Record<string, unknown>>): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return `/${path}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()}`;
};

/** Where the postings of a question are listed. */
export const ledgerAddress = (query: LedgerQuery): string => withQuery(LEDGER_PATH, { ...query });

/** Where the report of a period is. */
export const reportAddress = (period: string, kind: string): string =>
  withQuery(REPORT_PATH, { period, kind });
