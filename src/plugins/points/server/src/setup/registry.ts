import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { SetupStepView } from '../../../shared/contracts';

/** What a step finds, in words of the language of the request. */
export interface SetupFinding extends Pick<SetupStepView, 'progress' | 'title' | 'why'> {
  isDone: boolean;
}

/** A step towards a bureau that works. */
export interface SetupStep extends Pick<SetupStepView, 'isRequired' | 'key' | 'page'> {
  /** Keys of steps that come before it by their nature. */
  needs: readonly string[];
  look: (trx: Transaction) => Promise<SetupFinding>;
}

/** A rule set that a bureau can begin with, as it is written, without its days. */
export interface OfferedRuleSet {
  name: string;
  channels: unknown;
  policies: unknown;
}

interface AddedStep extends SetupStep {
  /** Key of the step of the plugin that it stands behind. */
  after: string;
}

/** What the application has to say to setting up: told at `register`, before there is a database. */
export const setupRegistry = oncePerApplication(() => {
  const added: AddedStep[] = [];
  let offered: OfferedRuleSet | null = null;

  return {
    /** Puts a step of the application behind one of the plugin's. */
    addStep(step: AddedStep): void {
      added.push(step);
    },

    /** Names the rule set that can be put in force by a day alone. */
    offerRuleSet(ruleSet: OfferedRuleSet): void {
      offered = ruleSet;
    },

    offeredRuleSet: (): OfferedRuleSet | null => offered,

    /** The steps of the plugin with those of the application among them. */
    among: (steps: readonly SetupStep[]): SetupStep[] =>
      steps.flatMap((step) => [step, ...added.filter(({ after }) => after === step.key)]),
  };
});
