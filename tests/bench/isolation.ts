import { bodyOf, startApp, type Client, type Reference, type TestApp } from '../support';
import { insertRows, loading, momentFor, type Row as Inserted } from './bulk';
import { compare, interleave, timed, type Bench, type Row } from './measure';

const SUBMISSION = 'plugin::points.submission';
const LIST = `/content-manager/collection-types/${SUBMISSION}?page=1&pageSize=20&sort=receivedAt:DESC`;
const INBOX = '/points/inbox?page=1&pageSize=20';
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
    const rows: Inserted[] = [];
    const links: Inserted[] = [];
    for (let index = start; index < Math.min(start + ROWS_A_STATEMENT, count); index += 1) {
      const id = 1000 + index;
      const moment = momentFor(app.strapi, dayOf(index));
      rows.push({
        id,
        document_id: `submission-${id}`,
        title: `群众文化活动信息第${id}条`,
        category: 'culture-news',
        state: 'submitted',
        received_at: moment,
        state_since: moment,
        created_at: moment,
        updated_at: moment,
      });
      const signers = [units[index % UNITS], units[(index * 31 + 7) % UNITS]];
      const named = index % JOINT_EVERY === 0 ? new Set(signers) : new Set(signers.slice(0, 1));
      for (const unit of named) links.push({ submission_id: id, unit_id: unit ?? 0 });
    }
    await insertRows(app.strapi, 'points_submissions', rows);
    await insertRows(app.strapi, 'points_submissions_units_lnk', links);
  }
};

/** A page as the Content Manager and as the inbox give it. */
interface Page {
  pagination?: { total: number };
  meta?: { pagination: { total: number } };
}

const page = async (client: Client, path: string): Promise<Page> =>
  bodyOf(await client.get<Page>(path));

const totalOf = ({ pagination, meta }: Page): number =>
  (pagination ?? meta?.pagination)?.total ?? Number.NaN;

/** The 95th of a hundred times. */
const p95 = (times: readonly number[]): number[] => {
  const sorted = [...times].sort((one, other) => one - other);
  return [sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN];
};

/** Somebody of a unit who was given the inbox, held to the unit. */
const keeper = async ({ api, make }: TestApp, unit: Reference): Promise<Client> => {
  const account = await api.createAccount([
    { action: 'plugin::points.inbox.read', conditions: ['plugin::points.own-unit'] },
  ]);
  await make.officer(unit, { account: account.id });
  return api.login(account);
};

/**
 * First pages for somebody of a unit, against the same for the office, whose role has no condition:
 * the Content Manager's list of submissions, and the inbox.
 */
export const bench: Bench = async ({ quick }) => {
  const count = quick ? 5_000 : 200_000;
  const app = await startApp();
  try {
    const made = await app.make.units(UNITS);
    const officer = await app.make.person('officer', made[0]);
    const office = await app.api.as('office');
    const contestants: Array<[name: string, path: string, own: Client]> = [
      ['submissions', LIST, officer.client],
      ['the inbox', INBOX, await keeper(app, made[0])],
    ];
    await loading(app.strapi, () =>
      load(
        app,
        made.map(({ id }) => id),
        count
      )
    );
    // PostgreSQL does so by itself, but only minutes later.
    if (app.database.kind === 'postgres') await app.strapi.db.connection.raw('vacuum analyze');
    const rounds = quick ? { warmUp: 2, rounds: 10 } : { warmUp: 10, rounds: 100 };
    const rows: Row[] = [];
    for (const [name, path, own] of contestants) {
      const [ownTotal, total] = [totalOf(await page(own, path)), totalOf(await page(office, path))];
      if (total !== count || ownTotal === 0 || ownTotal >= count / 50) {
        throw new Error(`${ownTotal} of ${total} of ${name} are the unit's.`);
      }
      const times = await interleave(rounds, {
        own: () => timed(() => page(own, path)),
        all: () => timed(() => page(office, path)),
      });
      const among = `first page of ${count.toLocaleString('en')}, ${name}, own unit, p95`;
      rows.push(
        compare([among, p95(times.own)], ['the same without the condition', p95(times.all)], 1.3)
      );
    }
    return rows;
  } finally {
    await app.stop();
  }
};
