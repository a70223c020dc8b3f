import { startPostgres } from './postgres.mjs';

/** One PostgreSQL for all suites of the run; POINTS_TEST_POSTGRES_URL names one that runs already. */
export default async () => {
  if (process.env.POINTS_TEST_POSTGRES_URL) return;
  const server = await startPostgres();
  process.env.POINTS_TEST_POSTGRES_URL = server.url;
  globalThis.pointsTestPostgres = server;
};
