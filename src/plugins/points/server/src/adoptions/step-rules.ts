import type { Core } from '@strapi/strapi';
import {
  stepRefusals,
  stepWarnings,
  type ChainFacts,
  type ChainStep,
  type StepFinding,
  type StepRefusal,
  type StepWarning,
} from '../../../domain/adoption-chain';
import { readDetails } from '../../../domain/adoption-details';
import { ruleSetOn } from '../../../domain/rule-set';
import { stateOnAdoption } from '../../../domain/submission-workflow';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { say } from '../messages';
import type { People } from '../records/people';
import type { RuleSetRecord } from '../records/rule-sets';
import type { SubmissionFacts } from '../records/submissions';
import { nameOfChoice } from '../submissions/transition-context';
import { detailRefusal, missingDetailsNotice } from './adoption-details';
import { describeManualChannels } from './manual-channels';

/** What is wrong or odd, in the language of the request. */
export interface Finding<Code extends string = string> {
  field: string;
  code: Code;
  message: string;
}

/** A piece with the steps that come with the one that is judged. */
interface JudgedPiece {
  submission: SubmissionFacts;
  others: readonly ChainStep[];
}

/** What holds for all pieces. */
interface Circumstances {
  rules: readonly RuleSetRecord[];
  people: People;
}

type Refused = StepRefusal | 'not-adoptable' | 'details';
type Odd = StepWarning | 'details-missing';

const inDetails = <Code extends string>(
  code: Code,
  message: string | null
): Array<Finding<Code>> => (message === null ? [] : [{ field: 'details', code, message }]);

/** The units that share what a step gives. */
const unitsOf = ({ writtenDetails }: ChainStep, { contributors }: SubmissionFacts): number[] => {
  const { rewrittenBy } = readDetails(writtenDetails) ?? {};
  const units = contributors.map(({ unit }) => unit);
  return rewrittenBy === undefined || units.includes(rewrittenBy) ? units : [...units, rewrittenBy];
};

/** What a step of a piece's way must be to be recorded, and what is odd about it, in words. */
export const stepRules = oncePerApplication((strapi: Core.Strapi) => {
  const calendar = calendarService(strapi);

  const factsOf = (
    step: ChainStep,
    { submission, others }: JudgedPiece,
    { rules, people }: Circumstances
  ): ChainFacts => {
    return {
      today: calendar.dayOf(clock.now()),
      receivedOn: submission.receivedAt === null ? null : calendar.dayOf(submission.receivedAt),
      units: unitsOf(step, submission).flatMap((unit) => people.units.get(unit) ?? []),
      others,
      ruleSet: ruleSetOn(rules, step.adoptedOn) ?? null,
    };
  };

  const refusalOf = (
    { code, field, values }: StepFinding<StepRefusal>,
    ruleSet: RuleSetRecord | undefined
  ): Finding<Refused> => {
    const channels = field === 'channel' && ruleSet ? describeManualChannels(strapi, ruleSet) : '';
    const message = say(strapi, `step.refused.${code}`, { ...values, values: channels });
    return { field, code, message };
  };

  const warningOf = ({ code, field, values }: StepFinding<StepWarning>): Finding<StepWarning> => ({
    field,
    code,
    message: say(strapi, `step.odd.${code}`, values),
  });

  return {
    /** Why a piece has no adoptions; `null` where it may. */
    pieceRefusal({ title, state, contributors }: SubmissionFacts): Finding<Refused> | null {
      const refused = (message: string): Finding<Refused> => ({
        field: 'submission',
        code: 'not-adoptable',
        message,
      });
      if (contributors.length === 0) return refused(say(strapi, 'error.submission.units'));
      if (stateOnAdoption(state) !== null) return null;
      const values = { title, state: nameOfChoice(strapi, state) };
      return refused(say(strapi, 'error.life.notAdoptable', values));
    },

    /** Why a step cannot be recorded, given the steps recorded before it. */
    refusals: (
      step: ChainStep,
      hasFile: boolean,
      piece: JudgedPiece,
      all: Circumstances
    ): Array<Finding<Refused>> => [
      ...stepRefusals(step, hasFile, factsOf(step, piece, all)).map((found) =>
        refusalOf(found, ruleSetOn(all.rules, step.adoptedOn))
      ),
      ...inDetails('details' as const, detailRefusal(strapi, step, all.rules)),
    ],

    /** What is odd about a step, given all other steps. */
    warnings: (
      step: ChainStep,
      hasFile: boolean,
      piece: JudgedPiece,
      all: Circumstances
    ): Array<Finding<Odd>> => [
      ...stepWarnings(step, hasFile, factsOf(step, piece, all)).map(warningOf),
      ...inDetails('details-missing' as const, missingDetailsNotice(strapi, step, all.rules)),
    ],
  };
});
