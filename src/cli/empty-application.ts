import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { withApplication } from './boot';
import { ensureSecrets } from './demo-server/secrets';

/** Lets the application start on an empty database of its own, for what describes the code. */
export const withEmptyApplication = async <T>(
  work: (strapi: Core.Strapi) => Promise<T>
): Promise<T> => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'empty-application-'));
  ensureSecrets(path.join(directory, 'secrets'));
  process.env.DATABASE_CLIENT = 'sqlite';
  process.env.DATABASE_FILENAME = path.join(directory, 'data.db');
  try {
    return await withApplication(work);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
};
