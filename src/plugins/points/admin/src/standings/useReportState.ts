import { useQueryParams } from '@strapi/strapi/admin';
import { stateOf, type RawState, type ReportState } from './report-state';

/** The report's state, kept in the address so that it can be sent to somebody. */
export const useReportState = (): [ReportState, (change: Partial<ReportState>) => void] => {
  const [{ query }, setQuery] = useQueryParams<RawState>();
  const state = stateOf(query, new Date());
  return [state, (change) => setQuery({ ...state, ...change })];
};
