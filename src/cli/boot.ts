import { existsSync } from 'node:fs';
import path from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { BootRefusal, RUNS_BESIDE } from '../common/database/boot-lock';
import { CommandError } from './command-error';

/** The application's folder; this file runs as `dist/src/cli/boot.js`. */
export const ROOT = path.resolve(__dirname, '..', '..', '..');

/** Reads `.env`; what the environment says already wins. */
export const loadEnvironment = (): void => {
  const file = path.join(ROOT, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
};

/** The application, not started yet. */
export const createApplication = (options: { serveAdminPanel: boolean }): Core.Strapi =>
  createStrapi({
    appDir: ROOT,
    distDir: path.join(ROOT, 'dist'),
    autoReload: false,
    ...options,
  });

const quietApplication = (isQuiet = false): Core.Strapi => {
  process.env.CRON_ENABLED = 'false';
  const strapi = createApplication({ serveAdminPanel: false });
  strapi.log.level = 'error';
  strapi.log.silent = isQuiet;
  return strapi;
};

type Work<T> = (strapi: Core.Strapi) => Promise<T>;

const use = async <T>(strapi: Core.Strapi, work: Work<T>): Promise<T> => {
  await strapi.load();
  try {
    return await work(strapi);
  } finally {
    await strapi.destroy();
  }
};

/**
 * Boots the application without a server and without timed jobs, lets `work` use it, and ends it.
 *
 * @param options.isQuiet says nothing of what the boot puts in place; its errors still fail
 * @throws BootRefusal where another process uses the SQLite file
 */
export const withApplication = async <T>(
  work: Work<T>,
  { isQuiet = false }: { isQuiet?: boolean } = {}
): Promise<T> => use(quietApplication(isQuiet), work);

/**
 * The same, for work that may be done beside an application which serves the same SQLite file: by
 * transactions alone, and of nothing that it keeps in memory.
 */
export const besideApplication = async <T>(work: Work<T>): Promise<T> => {
  const strapi = quietApplication();
  strapi.config.set(RUNS_BESIDE, true);
  return use(strapi, work);
};

/** Errors that say all to whoever runs a command. */
const SENTENCES = [CommandError, BootRefusal, errors.ApplicationError] as const;

/**
 * Runs a command and ends the process with the code that it returns; with 1 and a sentence where
 * it fails.
 */
export const runCommand = (command: () => Promise<number>): void => {
  const fail = (error: unknown): never => {
    const isSentence = SENTENCES.some((kind) => error instanceof kind);
    console.error(isSentence ? (error as Error).message : error);
    process.exit(1);
  };
  command().then((code) => process.exit(code), fail);
};
