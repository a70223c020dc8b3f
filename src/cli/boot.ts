import { existsSync } from 'node:fs';
import path from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
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

/**
 * Boots the application without a server and without timed jobs, lets `work` use it, and ends it.
 *
 * @param options.isQuiet says nothing of what the boot puts in place; its errors still fail
 */
export const withApplication = async <T>(
  work: (strapi: Core.Strapi) => Promise<T>,
  { isQuiet = false }: { isQuiet?: boolean } = {}
): Promise<T> => {
  process.env.CRON_ENABLED = 'false';
  const strapi = createApplication({ serveAdminPanel: false });
  strapi.log.level = 'error';
  strapi.log.silent = isQuiet;
  await strapi.load();
  try {
    return await work(strapi);
  } finally {
    await strapi.destroy();
  }
};

/**
 * Runs a command and ends the process with the code that it returns; with 1 and a sentence where
 * it fails.
 */
export const runCommand = (command: () => Promise<number>): void => {
  const fail = (error: unknown): never => {
    const isSentence = error instanceof CommandError || error instanceof errors.ApplicationError;
    console.error(isSentence ? error.message : error);
    process.exit(1);
  };
  command().then((code) => process.exit(code), fail);
};
