import type { Core } from '@strapi/strapi';
import { DEFAULT_SEED, demoState, seedDemo } from '../seeds/demo';
import { loadEnvironment, runCommand, withApplication } from './boot';
import { CommandError } from './command-error';

const seedNumber = (): number => {
  const given = process.env.DEMO_SEED;
  const seed = given ? Number(given) : DEFAULT_SEED;
  if (Number.isSafeInteger(seed)) return seed;
  throw new CommandError(`DEMO_SEED is "${given}"; it takes a whole number.`);
};

const timed = (): ((step: string) => void) => {
  const started = Date.now();
  return (step) => {
    console.log(`  ${Math.round((Date.now() - started) / 1000)} s  ${step}`);
  };
};

/**
 * SQLite waits for the disk after each of thousands of small writes. The file that is being seeded
 * counts only once it is whole, so it waits once, at its end.
 */
const writeWithoutWaiting = async (strapi: Core.Strapi): Promise<void> => {
  if (strapi.db.dialect.client !== 'sqlite') return;
  await strapi.db.connection.raw('PRAGMA synchronous = OFF');
};

const REFUSALS = {
  seeding:
    'The first seeding of this database was interrupted. Drop it, create it anew and run again.',
  foreign:
    'This database holds data that are not the demo’s. Give the demo an empty database of its own.',
} as const;

/** Fills the database that the environment names, if it is empty. Run by the demo command. */
const seed = async (): Promise<number> => {
  loadEnvironment();
  const password = process.env.DEMO_PASSWORD;
  if (!password) throw new CommandError('DEMO_PASSWORD is not set; run "npm run demo".');
  return withApplication(async (strapi) => {
    const state = await demoState(strapi);
    if (state === 'complete') return 0;
    if (state !== 'empty') throw new CommandError(REFUSALS[state]);
    console.log('写入演示数据… Writing the demo data; this takes a minute.');
    await writeWithoutWaiting(strapi);
    const onStep = timed();
    await seedDemo(strapi, { seed: seedNumber(), until: new Date(), password, onStep });
    onStep('完成 Done');
    return 0;
  });
};

// Without the demo command that started it, nobody would use what it writes.
process.on('disconnect', () => process.exit(1));
runCommand(seed);
