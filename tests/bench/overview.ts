import { regulation } from '../../src/plugins/points/domain/__fixtures__/regulation';
import { addMonths, type Month } from '../../src/plugins/points/domain/period';
import type { OverviewResponse, ReportResponse } from '../../src/plugins/points/shared/contracts';
import { bodyOf, startApp, type Client, type Document, type TestApp } from '../support';
import { loading } from './bulk';
import { rebuildTotals } from './long-ledger';
import { atMost, interleave, timed, type Bench } from './measure';
import { makeYear } from './year';

const MONTH: Month = '2026-10';
const MONTHS = Array.from({ length: 13 }, (_, index) => addMonths(MONTH, index - 12));
const EFFECTIVE_FROM = '2025-01-01';
const MOST_MS = { overview: 300, desk: 150, widgets: 100, panel: 100 };

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
    // As after a year of work: nearly all of a unit's pieces are accepted.
    await app.strapi.db.connection('points_submissions').update({
      state: 'accepted',
      state_since: app.strapi.db.connection.ref('received_at'),
    });
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

/** Somebody of the first unit, whose record there is. */
const officerOf = async ({ api, strapi }: TestApp): Promise<Client> => {
  const account = await api.accountOf('officer');
  const tie = { officer_id: 1, user_id: account.id };
  await strapi.db.connection('points_officers_account_lnk').insert(tie);
  return api.login(account);
};

/** A draft that is about to run as a headline, and the address of its panel. */
const panelOf = async ({ make, strapi }: TestApp): Promise<string> => {
  const submission = (await strapi.db
    .query('plugin::points.submission')
    .findOne({ select: ['id', 'documentId'] })) as Document;
  const { documentId } = await make.article({ submission, placement: 'headline' });
  return `/points/entries/api::article.article/${documentId}?placement=headline`;
};

/** What the home page and the menu of the office ask, one after the other. */
const HOME = [
  ...['/points/inbox?queue=submitted&page=1&pageSize=1', '/points/objections?page=1&pageSize=1'],
  ...['/points/sealed-awards?page=1&pageSize=1', '/points/setup'],
];

/** What is looked at each day, over HTTP, with thirteen months of a long ledger. */
export const bench: Bench = async ({ quick }) => {
  const postings = quick ? 20_000 : 1_000_000;
  const app = await startApp();
  try {
    await fill(app, postings);
    const office = await app.api.as('office');
    const officer = await officerOf(app);
    const panel = await panelOf(app);
    await requireEqual(office);
    const get = (client: Client, path: string) => () =>
      timed(async () => bodyOf(await client.get(path)));
    const times = await interleave(quick ? { warmUp: 1, rounds: 5 } : { warmUp: 5, rounds: 41 }, {
      overview: get(office, `/points/overview?month=${MONTH}`),
      unit: get(office, `/points/units/unit-1?month=${MONTH}`),
      desk: get(officer, '/points/desk'),
      widget: get(officer, '/points/desk/summary'),
      home: () =>
        timed(async () => {
          for (const path of HOME) bodyOf(await office.get(path));
        }),
      panel: get(office, panel),
    });
    const size = `${postings.toLocaleString('en')} postings`;
    const line = (what: string, of: keyof typeof times, most: number) =>
      atMost(`${what}, HTTP, ${size}, p95`, p95(times[of]), most);
    return [
      line('overview', 'overview', MOST_MS.overview),
      line("a unit's page", 'unit', MOST_MS.overview),
      line('desk', 'desk', MOST_MS.desk),
      line("the desk's widget", 'widget', MOST_MS.widgets),
      line("all of the office's widgets", 'home', MOST_MS.widgets),
      line("an entry's panel", 'panel', MOST_MS.panel),
    ];
  } finally {
    await app.stop();
  }
};
