import type { Core } from '@strapi/strapi';
import type { Problem } from '../../../domain/json-shape';
import { parseRuleSetContent } from '../../../domain/rule-set-content';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { describeChoices } from '../../../../../common/messages/validation';
import { problemSentence } from '../../../shared/rule-set-problems';
import { refuse } from '../messages';
import type { StoredRuleSet } from '../records/rule-sets';
import { wordsIn } from '../words';

/** What is wrong with a rule set, each with its place, in the language of the request. */
export const ruleSetProblems = (
  strapi: Core.Strapi,
  problems: readonly Problem[]
): Array<{ path: string; message: string }> => {
  const words = wordsIn(languageOfRequest(strapi));
  return problems.map((problem) => ({
    path: problem.path,
    message: problemSentence(problem, words),
  }));
};

/**
 * A rule set's channels, policies and extensions, each right and none against another.
 *
 * @throws ValidationError naming the first place that is wrong and what it takes
 */
export const requireRuleSetContent = (strapi: Core.Strapi, stored: StoredRuleSet): void => {
  const parsed = parseRuleSetContent(stored);
  if (parsed.ok) return;
  const missing = parsed.problems.flatMap(({ code, values }) =>
    code === 'missing-channel' ? [String(values.value)] : []
  );
  const other = parsed.problems.find(({ code }) => code !== 'missing-channel');
  if (!other) {
    throw refuse(strapi, 'channels', 'error.ruleSet.channelMissing', {
      values: describeChoices(strapi, missing),
    });
  }
  throw refuse(strapi, other.path, 'error.ruleSet.problem', {
    problem: problemSentence(other, wordsIn(languageOfRequest(strapi))),
  });
};
