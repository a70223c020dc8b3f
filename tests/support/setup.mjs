import { CODE_CACHE, makeTemplate } from './template.mjs';
import { startPostgres } from './postgres.mjs';

/**
 * One PostgreSQL for all suites of the run, where they are about it; POINTS_TEST_POSTGRES_URL names
 * one that runs already. With POINTS_TEST_BOOT_ONCE the application then boots once on an empty
 * database, and the suites begin with a copy of that, and processes with its compiled code.
 */
export default async () => {
  if (process.env.POINTS_TEST_DATABASE === 'postgres' && !process.env.POINTS_TEST_POSTGRES_URL) {
    const server = await startPostgres();
    process.env.POINTS_TEST_POSTGRES_URL = server.url;
    globalThis.pointsTestPostgres = server;
  }
  if (process.env.POINTS_TEST_BOOT_ONCE !== 'true') return;
  const template = await makeTemplate();
  process.env.POINTS_TEST_TEMPLATE = template.name;
  // For the workers, and for all processes that they start.
  process.env.POINTS_TEST_CODE = template.code;
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --require ${CODE_CACHE}`.trim();
  globalThis.pointsTestTemplate = template;
};
