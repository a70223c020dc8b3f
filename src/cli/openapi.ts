import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openApiOf } from '../site/openapi';
import { ROOT, runCommand } from './boot';
import { withEmptyApplication } from './empty-application';

const FILE = path.join(ROOT, 'docs', 'openapi.json');

/** Writes the OpenAPI document of the public API anew. */
const describe = (): Promise<number> =>
  withEmptyApplication(async (strapi) => {
    strapi.server.mount();
    await writeFile(FILE, `${JSON.stringify(openApiOf(strapi), null, 2)}\n`);
    console.log(`已写入 ${FILE}。 Written to ${FILE}.`);
    return 0;
  });

runCommand(describe);
