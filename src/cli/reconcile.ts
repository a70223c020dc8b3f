import { parseArgs } from 'node:util';
import type { ReconcileResponse } from '../plugins/points/server/src/public';
import { loadEnvironment, runCommand, besideApplication } from './boot';

type Result = ReconcileResponse['data'];

interface ReconcileService {
  run(): Promise<Result>;
  repair(): Promise<Result>;
}

/** What a finding is about. */
const nameOf = ({
  submission,
  bonus,
  objection,
}: Pick<Result['postings'][number], 'submission' | 'bonus' | 'objection'>): string => {
  if (objection !== null) return `objection ${objection}`;
  return bonus === null ? `submission ${submission}` : `bonus ${bonus}`;
};

const describe = ({
  entries,
  postings,
  unscored,
  unfounded,
  withoutUnit,
  totals,
  files,
}: Result): string[] => [
  ...entries.map(({ uid, documentId, problem }) => `entry ${uid} ${documentId}: ${problem}`),
  ...postings.map(
    ({ channel, unit, officer, exact, ...of }) =>
      `posting of ${nameOf(of)}, ${channel}: ${exact} to ${unit}` +
      (officer === null ? '' : `, ${officer}`)
  ),
  ...unscored.map(
    (submission) => `submission ${submission}: an adoption on a day without rule set`
  ),
  ...unfounded.map(
    ({ kind, id, problem, ...of }) =>
      `${kind} ${id} was not written by the application (${problem})` +
      (Object.values(of).every((each) => each === null)
        ? ''
        : `, of ${nameOf(of)}; it is left as it is`)
  ),
  ...withoutUnit.map((submission) => `submission ${submission}: adopted, and without a unit`),
  ...totals.map(
    ({ period, unit, measure, recorded, ledger }) =>
      `total ${period} of ${unit}, ${measure}: recorded ${recorded}, by the ledger ${ledger}`
  ),
  ...files.map(
    ({ file, name, problem, ...of }) => `file ${file} "${name}" of ${nameOf(of)}: ${problem}`
  ),
];

const report = (result: Result): void => {
  const { submissions, bonuses, objections, entries, postings } = result.checked;
  console.log(
    `核对 Checked: ${submissions} submissions, ${bonuses} bonuses, ${objections} objections, ` +
      `${entries} entries, ${postings} postings.`
  );
  if (result.ok) {
    console.log('账目一致。 The ledger agrees.');
    return;
  }
  const differences = describe(result);
  console.error(`账目有 ${differences.length} 处差异。 ${differences.length} differences:`);
  for (const difference of differences) console.error(`- ${difference}`);
};

/**
 * Compares the ledger with what the site and the adoptions say, and changes nothing. With
 * `--repair` it then settles whatever differs, by appending, and compares again.
 */
const reconcile = async (): Promise<number> => {
  loadEnvironment();
  const { values } = parseArgs({ options: { repair: { type: 'boolean', default: false } } });
  return besideApplication(async (strapi) => {
    const service = strapi.plugin('points').service<ReconcileService>('reconcile');
    const found = await service.run();
    report(found);
    if (found.ok || !values.repair) return found.ok ? 0 : 1;
    await service.repair();
    const left = await service.run();
    report(left);
    return left.ok ? 0 : 1;
  });
};

runCommand(reconcile);
