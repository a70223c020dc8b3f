import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { permissionFactsOf } from '../roles/permission-facts';
import { withPermissionTables } from '../roles/permissions-table';
import { ROOT, runCommand } from './boot';
import { withEmptyApplication } from './empty-application';

const FILE = path.join(ROOT, 'docs', 'permissions.md');

/** Writes the tables of who may do what anew. */
const describe = (): Promise<number> =>
  withEmptyApplication(async (strapi) => {
    const page = await readFile(FILE, 'utf8');
    await writeFile(FILE, withPermissionTables(page, permissionFactsOf(strapi)));
    console.log(`已写入 ${FILE}。 Written to ${FILE}.`);
    return 0;
  });

runCommand(describe);
