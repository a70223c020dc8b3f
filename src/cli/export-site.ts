import { mkdir, readdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { exportSite } from '../site/export';
import { loadEnvironment, runCommand, besideApplication } from './boot';
import { CommandError } from './command-error';

const USAGE =
  'npm run export:site -- --to 文件夹 [--base https://www.example.gov.cn] ' +
  '(文件夹须为空或尚不存在 the folder must be empty or not be there yet)';

/** What stood there before would be mixed with the site. */
const requireEmptyFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new CommandError(USAGE);
};

/** Writes the whole site as static files, for a server without Node. */
const exportFiles = async (): Promise<number> => {
  const { values } = parseArgs({ options: { to: { type: 'string' }, base: { type: 'string' } } });
  const { to, base } = values;
  if (!to) throw new CommandError(USAGE);
  if (base !== undefined && !/^https?:\/\/[^/]/.test(base)) throw new CommandError(USAGE);
  await requireEmptyFolder(to);
  loadEnvironment();
  if (base !== undefined) process.env.PUBLIC_URL = base;
  return besideApplication(async (strapi) => {
    const { pages, files, missing } = await exportSite(strapi, {
      to,
      isRelative: base === undefined,
    });
    for (const each of missing) console.warn(`缺少文件 File is missing: ${each}`);
    console.log(
      `已导出 ${pages} 个页面、${files} 个文件。 ${pages} pages and ${files} files are written.`
    );
    return missing.length === 0 ? 0 : 2;
  });
};

runCommand(exportFiles);
