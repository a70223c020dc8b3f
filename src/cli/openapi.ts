import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ensureSecrets } from './demo-server/secrets';
import { openApiOf } from '../site/openapi';
import { ROOT, runCommand, withApplication } from './boot';

const FILE = path.join(ROOT, 'docs', 'openapi.json');

/** Lets the application start on an empty database of its own: the document is about the code. */
const inEmptyApplication = async <T>(work: () => Promise<T>): Promise<T> => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'openapi-'));
  ensureSecrets(path.join(directory, 'secrets'));
  process.env.DATABASE_CLIENT = 'sqlite';
  process.env.DATABASE_FILENAME = path.join(directory, 'data.db');
  try {
    return await work();
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
};

/** Writes the OpenAPI document of the public API anew. */
const describe = (): Promise<number> =>
  inEmptyApplication(() =>
    withApplication(async (strapi) => {
      strapi.server.mount();
      await writeFile(FILE, `${JSON.stringify(openApiOf(strapi), null, 2)}\n`);
      console.log(`已写入 ${FILE}。 Written to ${FILE}.`);
      return 0;
    })
  );

runCommand(describe);
