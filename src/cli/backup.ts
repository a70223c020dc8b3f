import { parseArgs } from 'node:util';
import { backup } from '../backup/backup';
import { loadEnvironment, runCommand } from './boot';
import { CommandError } from './command-error';

/** Most addresses of missing files that are printed. */
const MOST_NAMED = 20;

/** Writes the database and the uploaded files to a new folder; the application may serve meanwhile. */
const write = async (): Promise<number> => {
  loadEnvironment();
  const { values } = parseArgs({
    options: { to: { type: 'string' }, uploads: { type: 'string' } },
  });
  const { to, ...others } = values;
  if (!to) {
    throw new CommandError(
      '请写明备份目录 Name the folder of the backup: npm run backup -- --to backups/2026-01-01'
    );
  }
  const { rows, tables, uploads, missingUploads } = await backup({ to, ...others });
  console.log(
    `已备份到 ${to}：${tables} 张表，${rows} 行，${uploads} 个文件。 Backed up to ${to}: ${tables} tables, ${rows} rows, ${uploads} files.`
  );
  if (missingUploads.length > 0) {
    console.error(
      `有 ${missingUploads.length} 个文件本来就不在。 ${missingUploads.length} files that the library names were not there:`
    );
    for (const address of missingUploads.slice(0, MOST_NAMED)) console.error(`- ${address}`);
  }
  return 0;
};

runCommand(write);
