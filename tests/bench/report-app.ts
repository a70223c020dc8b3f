import { describePoints, sumOf } from '../../src/plugins/points/domain/points';
import type { ReportResponse } from '../../src/plugins/points/shared/contracts';
import { bodyOf, startApp, type TestApp } from '../support';
import { regulation } from '../../src/plugins/points/domain/__fixtures__/regulation';
import { loading } from './bulk';
import { timed } from './measure';
import { makeYear } from './year';

/** What the bench asks of a process that holds a ledger; the answer is in milliseconds. */
export type Question = 'service' | 'http' | 'sql' | 'end';
export type Answer = { ready: true } | { milliseconds: number } | { error: string };

const YEAR = '2026';

interface Services {
  report: { standings(code: string, by: 'unit', kind: null): Promise<ReportResponse> };
  reconcile: { rebuildTotals(): Promise<void> };
}

const service = <Name extends keyof Services>(app: TestApp, name: Name): Services[Name] =>
  app.strapi.plugin('points').service<Services[Name]>(name);

interface Group {
  unit: string;
  channel: string;
  divisor: number;
  amount: number | string;
}

const rowsOf = (result: unknown): Group[] =>
  Array.isArray(result) ? (result as Group[]) : (result as { rows: Group[] }).rows;

/**
 * The best that was found by hand: an index that holds all that is asked for, in the order of the
 * groups, so that neither database touches the table or sorts.
 */
const prepareSql = async ({ strapi, database }: TestApp): Promise<void> => {
  await strapi.db.connection.raw(
    'create index bench_by_hand on points_postings (unit_id, channel, divisor, month, amount)'
  );
  const refresh = database.kind === 'postgres' ? 'vacuum analyze' : 'analyze';
  await strapi.db.connection.raw(refresh);
};

const sumByHand = async ({ strapi }: TestApp): Promise<Map<string, string>> => {
  const result: unknown = await strapi.db.connection.raw(
    `select u.document_id as unit, g.channel, g.divisor, g.amount
       from (select unit_id, channel, divisor, sum(amount) as amount from points_postings
              where month between '${YEAR}-01' and '${YEAR}-12'
              group by unit_id, channel, divisor) g
       join points_units u on u.id = g.unit_id`
  );
  const shares = new Map<string, Array<{ amount: number; divisor: number }>>();
  for (const { unit, channel, divisor, amount } of rowsOf(result)) {
    const key = `${unit} ${channel}`;
    const share = { amount: Number(amount), divisor };
    const known = shares.get(key);
    if (known) known.push(share);
    else shares.set(key, [share]);
  }
  return new Map([...shares].map(([key, each]) => [key, describePoints(sumOf(each)).exact]));
};

const requireEqual = async (app: TestApp, report: ReportResponse): Promise<void> => {
  const byHand = await sumByHand(app);
  let cells = 0;
  for (const { unit, byChannel } of report.data) {
    for (const [channel, cell] of Object.entries(byChannel)) {
      if (!cell) continue;
      const { exact } = cell;
      cells += 1;
      const expected = byHand.get(`${unit.documentId} ${channel}`);
      if (exact === expected) continue;
      throw new Error(`${unit.code}, ${channel}: ${exact}, by hand ${String(expected)}.`);
    }
  }
  if (cells !== byHand.size) throw new Error(`${cells} totals, by hand ${byHand.size}.`);
};

const note = (text: string): void => {
  process.stderr.write(`  ${new Date().toISOString().slice(11, 19)} ${text}\n`);
};

const prepare = async (postings: number) => {
  const app = await startApp();
  const ruleSet = await app.make.ruleSet();
  await loading(app.strapi, async () => {
    await makeYear(
      app.strapi,
      { ruleSet: regulation({ id: ruleSet.id }), ruleSetDocumentId: ruleSet.documentId },
      postings
    );
    note(`${postings} postings are loaded`);
    await service(app, 'reconcile').rebuildTotals();
    note('their totals are made');
    await prepareSql(app);
  });
  const office = await app.api.as('office');
  const calls: Record<Exclude<Question, 'end'>, () => Promise<unknown>> = {
    service: () => service(app, 'report').standings(YEAR, 'unit', null),
    http: async () => bodyOf(await office.get(`/points/report?period=${YEAR}&by=unit`)),
    sql: () => sumByHand(app),
  };
  await requireEqual(app, (await calls.service()) as ReportResponse);
  await requireEqual(app, (await calls.http()) as ReportResponse);
  return { app, calls };
};

const answer = (message: Answer): void => {
  process.send?.(message);
};

const fail = (error: unknown): void => {
  answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
};

/** Holds a ledger of so many postings, and times what it is asked for: `report-app.ts <postings>`. */
const main = async (): Promise<void> => {
  const { app, calls } = await prepare(Number(process.argv[2]));
  process.on('message', (question: Question) => {
    if (question === 'end') {
      app.stop().then(() => process.exit(0), fail);
      return;
    }
    timed(calls[question]).then((milliseconds) => {
      answer({ milliseconds });
    }, fail);
  });
  answer({ ready: true });
};

main().catch(fail);
