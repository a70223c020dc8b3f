import { parseArgs } from 'node:util';
import type { SetupService } from '../plugins/points/server/src/public';
import { loadEnvironment, runCommand, besideApplication } from './boot';
import { CommandError } from './command-error';

/** Puts the regulation's rule set in force from the day that the installer names with `--from`. */
const installRuleSet = async (): Promise<number> => {
  loadEnvironment();
  const { values } = parseArgs({ options: { from: { type: 'string' } } });
  const { from } = values;
  if (from === undefined) {
    throw new CommandError(
      '请写明自哪天起施行 Name its first day: npm run points:rule-set -- --from 2026-01-01'
    );
  }
  return besideApplication(async (strapi) => {
    await strapi.plugin('points').service<SetupService>('setup').installRuleSet(from);
    console.log(`计分标准自 ${from} 起施行。 The rule set is in force from ${from}.`);
    return 0;
  });
};

runCommand(installRuleSet);
