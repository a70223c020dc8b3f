import { regulation } from '../../src/plugins/points/domain/__fixtures__/regulation';
import { addMonths, type Month } from '../../src/plugins/points/domain/period';
import type {
  OverviewResponse,
  ReportResponse,
  UnitProfileResponse,
} from '../../src/plugins/points/shared/contracts';
import { bodyOf, startApp, type Client, type TestApp } from '../support';
import { loading } from './bulk';
import { rebuildTotals } from './long-ledger';
import { atMost, interleave, timed, type Bench } from './measure';
import { makeYear } from './year';

const MONTH: Month = '2026-10';
const MONTHS = Array.from({ length: 13 }, (_, index) => addMonths(MONTH, index - 12));
const EFFECTIVE_FROM = '2025-01-01';
const MOST_MS = 300;

const p95 = (times: readonly number[]): number => {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
};

const fill = async (app: TestApp, postings: number): Promise<void> => {
  const { documentId, id } = await app.make.ruleSet({ effectiveFrom: EFFECTIVE_FROM });
  await loading(app.strapi, async () => {
    const ruleSet = regulation({ id, effectiveFrom: EFFECTIVE_FROM });
    await makeYear(app.strapi, { ruleSet, ruleSetDocumentId: documentId }, postings, {
      months: MONTHS,
    });
    await rebuildTotals(app);
    const refresh = app.database.kind === 'postgres' ? 'vacuum analyze' : 'analyze';
    await app.strapi.db.connection.raw(refresh);
  });
};

/** Places, points and counts of the overview are those of the month's report. */
const requireEqual = async (office: Client): Promise<void> => {
  const { data } = bodyOf(await office.get<OverviewResponse>(`/points/overview?month=${MONTH}`));
  for (const kind of ['institution', 'department'] as const) {
    const path = `/points/report?period=${MONTH}&kind=${kind}`;
    const report = bodyOf(await office.get<ReportResponse>(path)).data;
    const of = (rows: ReadonlyArray<{ rank: number; exact: string; submitted: number }>): string =>
      JSON.stringify(rows.map(({ exact, rank, submitted }) => [rank, exact, submitted]));
    if (of(report) !== of(data.rankings[kind])) throw new Error(`${kind}: not as its report.`);
  }
  if (data.funnel[0]?.pieces === 0) throw new Error('Nothing was received.');
};

/** The overview of a month and a unit's page, over HTTP, with thirteen months of a long ledger. */
export const bench: Bench = async ({ quick }) => {
  const postings = quick ? 20_000 : 1_000_000;
  const app = await startApp();
  try {
    await fill(app, postings);
    const office = await app.api.as('office');
    await requireEqual(office);
    const times = await interleave(quick ? { warmUp: 1, rounds: 5 } : { warmUp: 5, rounds: 41 }, {
      overview: () =>
        timed(async () =>
          bodyOf(await office.get<OverviewResponse>(`/points/overview?month=${MONTH}`))
        ),
      unit: () =>
        timed(async () =>
          bodyOf(await office.get<UnitProfileResponse>(`/points/units/unit-1?month=${MONTH}`))
        ),
    });
    const size = `${postings.toLocaleString('en')} postings`;
    return [
      atMost(`overview, HTTP, ${size}, p95`, p95(times.overview), MOST_MS),
      atMost(`a unit's page, HTTP, ${size}, p95`, p95(times.unit), MOST_MS),
    ];
  } finally {
    await app.stop();
  }
};
