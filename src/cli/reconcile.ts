import type { ReconcileResponse } from '../plugins/points/shared/contracts';
import { loadEnvironment, runCommand, withApplication } from './boot';

type Result = ReconcileResponse['data'];

interface ReconcileService {
  run(): Promise<Result>;
}

const describe = ({ entries, postings, totals }: Result): string[] => [
  ...entries.map(({ uid, documentId, problem }) => `entry ${uid} ${documentId}: ${problem}`),
  ...postings.map(
    ({ submission, channel, unit, officer, exact }) =>
      `posting of submission ${submission}, ${channel}: ${exact} to ${unit}` +
      (officer === null ? '' : `, ${officer}`)
  ),
  ...totals.map(
    ({ period, unit, measure, recorded, ledger }) =>
      `total ${period} of ${unit}, ${measure}: recorded ${recorded}, by the ledger ${ledger}`
  ),
];

/** Compares the ledger with what the site and the adoptions say; changes nothing. */
const reconcile = async (): Promise<number> => {
  loadEnvironment();
  const result = await withApplication((strapi) =>
    strapi.plugin('points').service<ReconcileService>('reconcile').run()
  );
  const { submissions, entries, postings } = result.checked;
  console.log(
    `核对 Checked: ${submissions} submissions, ${entries} entries, ${postings} postings.`
  );
  if (result.ok) {
    console.log('账目一致。 The ledger agrees.');
    return 0;
  }
  const differences = describe(result);
  console.error(`账目有 ${differences.length} 处差异。 ${differences.length} differences:`);
  for (const difference of differences) console.error(`- ${difference}`);
  return 1;
};

runCommand(reconcile);
