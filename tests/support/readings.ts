import type {
  EntryResponse,
  LedgerQuery,
  LedgerResponse,
  PostingView,
  ReconcileResponse,
  ReportQuery,
  ReportResponse,
  StandingsRow,
  VerifyResponse,
} from '../../src/plugins/points/shared/contracts';
import { bodyOf } from './api';
import type { TestApp } from './app';
import type { Reference } from './makers';

const search = (query: object): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return new URLSearchParams(
    given.map(([key, value]): [string, string] => [key, String(value)])
  ).toString();
};

/** The report as the office gets it. */
export const reportOf = async (app: TestApp, query: ReportQuery): Promise<ReportResponse> => {
  const office = await app.api.as('office');
  return bodyOf(await office.get<ReportResponse>(`/points/report?${search(query)}`));
};

/** A unit's row in a period's report. */
export const rowOf = async (
  app: TestApp,
  unit: Reference,
  period = '2026'
): Promise<StandingsRow> => {
  const { data } = await reportOf(app, { period });
  const row = data.find((each) => each.unit.documentId === unit.documentId);
  if (!row) throw new Error(`The report of ${period} has no row of unit ${unit.documentId}.`);
  return row;
};

/** A unit's exact points in a period: `"245/3"`. */
export const exactOf = async (app: TestApp, unit: Reference, period = '2026'): Promise<string> =>
  (await rowOf(app, unit, period)).exact;

/** The postings that a query finds, the oldest first, all pages of them. */
export const postingsOf = async (app: TestApp, query: LedgerQuery): Promise<PostingView[]> => {
  const office = await app.api.as('office');
  const postings: PostingView[] = [];
  for (let page = 1; ; page += 1) {
    const path = `/points/ledger?${search({ ...query, page, pageSize: 100 })}`;
    const { data, meta } = bodyOf(await office.get<LedgerResponse>(path));
    postings.push(...data);
    if (page >= meta.pagination.pageCount) return postings.reverse();
  }
};

/** Whether anybody touched the ledger, as the office is told. */
export const verificationOf = async (app: TestApp): Promise<VerifyResponse['data']> => {
  const office = await app.api.as('office');
  return bodyOf(await office.get<VerifyResponse>('/points/verify')).data;
};

/** The panel of an entry. */
export const panelOf = async (
  app: TestApp,
  entry: Reference,
  query: Record<string, string> = {}
): Promise<EntryResponse['data']> => {
  const editor = await app.api.as('editor');
  const path = `/points/entries/api::article.article/${entry.documentId}?${search(query)}`;
  return bodyOf(await editor.get<EntryResponse>(path)).data;
};

/** What reconciling finds; `ok` when all is well. */
export const reconcileOf = async (app: TestApp): Promise<ReconcileResponse['data']> => {
  const office = await app.api.as('office');
  return bodyOf(await office.get<ReconcileResponse>('/points/reconcile')).data;
};
