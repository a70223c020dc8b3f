import { parseArgs } from 'node:util';
import { restore } from '../backup/restore';
import { loadEnvironment, runCommand, withApplication } from './boot';
import { CommandError } from './command-error';

interface ReconcileService {
  run(): Promise<{ ok: boolean }>;
}

/** Boots on what was restored, which puts the guards in place as on a new database, and lets the ledger be compared. */
const isReconciled = (): Promise<boolean> =>
  withApplication(
    async (strapi) =>
      (await strapi.plugin('points').service<ReconcileService>('reconcile').run()).ok,
    { isQuiet: true }
  );

/** Puts a backup into an empty database and an empty folder of uploads, and proves it. */
const read = async (): Promise<number> => {
  loadEnvironment();
  const { values } = parseArgs({
    options: { from: { type: 'string' }, uploads: { type: 'string' } },
  });
  const { from, ...others } = values;
  if (!from) {
    throw new CommandError(
      '请写明备份目录 Name the folder of the backup: npm run restore -- --from backups/2026-01-01'
    );
  }
  const { tables, rows, uploads } = await restore({ from, ...others });
  console.log(
    `已恢复并逐行核对：${tables} 张表，${rows} 行，${uploads} 个文件。 Restored and compared: ${tables} tables, ${rows} rows, ${uploads} files.`
  );
  if (await isReconciled()) {
    console.log('账目一致。 The ledger agrees.');
    return 0;
  }
  console.error(
    '数据与备份相同，但账目有差异，请运行 npm run points:reconcile。 The data are what the backup holds, and its ledger has differences: run npm run points:reconcile.'
  );
  return 1;
};

runCommand(read);
