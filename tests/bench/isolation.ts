import { bodyOf, startApp, type Client, type TestApp } from '../support';
import { insertRows, loading, momentFor, type Row } from './bulk';
import { compare, interleave, timed, type Bench } from './measure';

const SUBMISSION = 'plugin::points.submission';
const LIST = `/content-manager/collection-types/${SUBMISSION}?page=1&pageSize=20&sort=receivedAt:DESC`;
const UNITS = 100;
const ROWS_A_STATEMENT = 20_000;
/** Of so many submissions one is signed by a second unit. */
const JOINT_EVERY = 7;

const pad = (number: number): string => String(number).padStart(2, '0');

const dayOf = (index: number): string =>
  `20${pad(20 + (index % 6))}-${pad(1 + (index % 12))}-${pad(1 + (index % 28))}`;

/** Loads submissions of all units past the services. */
const load = async (app: TestApp, units: readonly number[], count: number): Promise<void> => {
  for (let start = 0; start < count; start += ROWS_A_STATEMENT) {
    const rows: Row[] = [];
    const links: Row[] = [];
    for (let index = start; index < Math.min(start + ROWS_A_STATEMENT, count); index += 1) {
      const id = 1000 + index;
      rows.push({
        id,
        document_id: `submission-${id}`,
        title: `群众文化活动信息第${id}条`,
        category: 'culture-news',
        state: 'submitted',
        received_at: momentFor(app.strapi, dayOf(index)),
      });
      const signers = [units[index % UNITS], units[(index * 31 + 7) % UNITS]];
      const named = index % JOINT_EVERY === 0 ? new Set(signers) : new Set(signers.slice(0, 1));
      for (const unit of named) links.push({ submission_id: id, unit_id: unit ?? 0 });
    }
    await insertRows(app.strapi, 'points_submissions', rows);
    await insertRows(app.strapi, 'points_submissions_units_lnk', links);
  }
};

interface Page {
  results: Array<{ documentId: string }>;
  pagination: { total: number };
}

const page = async (client: Client): Promise<Page> => bodyOf(await client.get<Page>(LIST));

/** The 95th of a hundred times. */
const p95 = (times: readonly number[]): number[] => {
  const sorted = [...times].sort((one, other) => one - other);
  return [sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN];
};

/** The first page of the list of submissions for an officer, against the same for the office. */
export const bench: Bench = async ({ quick }) => {
  const count = quick ? 5_000 : 200_000;
  const app = await startApp();
  try {
    const made = await app.make.units(UNITS);
    const officer = await app.make.person('officer', made[0]);
    const office = await app.api.as('office');
    await loading(app.strapi, () =>
      load(
        app,
        made.map(({ id }) => id),
        count
      )
    );
    if (app.strapi.db.dialect.client === 'postgres') await app.strapi.db.connection.raw('analyze');
    const all = await page(office);
    const own = await page(officer.client);
    if (all.pagination.total !== count || own.pagination.total >= count / 50) {
      throw new Error(`${own.pagination.total} of ${all.pagination.total} are the unit's.`);
    }
    const times = await interleave(
      quick ? { warmUp: 2, rounds: 10 } : { warmUp: 10, rounds: 100 },
      {
        own: () => timed(() => page(officer.client)),
        all: () => timed(() => page(office)),
      }
    );
    return [
      compare(
        [`first page of ${count.toLocaleString('en')} submissions, own unit, p95`, p95(times.own)],
        ['the same without the condition', p95(times.all)],
        1.3
      ),
    ];
  } finally {
    await app.stop();
  }
};
