import type { Core } from '@strapi/strapi';
import {
  detailProblems,
  detailsAsked,
  hasNoDetails,
  missingDetails,
  readDetails,
} from '../../../domain/adoption-details';
import { ruleOfChannel, ruleSetOn } from '../../../domain/rule-set';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { refusal } from '../../../../../common/messages/errors';
import { shown } from '../../../../../common/messages/validation';
import type { AdoptionView } from '../../../shared/contracts';
import { problemSentence } from '../../../shared/rule-set-problems';
import { say } from '../messages';
import type { RuleSetRecord } from '../records/rule-sets';
import type { People } from '../records/people';
import { authorOf } from '../records/requester';
import { wordsIn } from '../words';
import { channelLabel } from '../records/channel-labels';

/** The key under which details name the unit that rewrote the piece. */
const REWRITER = 'rewrittenBy';

const recordOf = (details: unknown): Record<string, unknown> | null =>
  typeof details === 'object' && details !== null && !Array.isArray(details)
    ? (details as Record<string, unknown>)
    : null;

/**
 * Details whose unit is named by its number, as they are kept, however it was named: by documentId, code,
 * name or number. What names no unit stays as a text, which is refused.
 */
export const withUnitNumber = (details: unknown, { units }: Pick<People, 'units'>): unknown => {
  const told = recordOf(details);
  const given = told?.[REWRITER];
  if (!told || (typeof given !== 'string' && typeof given !== 'number')) return details;
  const named =
    typeof given === 'number'
      ? units.get(given)
      : [...units.values()].find(({ documentId, code, name }) =>
          [documentId, code, name].includes(given)
        );
  return { ...told, [REWRITER]: named?.id ?? `${given}` };
};

/** Details as responses tell them: with the documentId of the unit and its name. */
export const detailsView = (
  details: unknown,
  { units }: Pick<People, 'units'>
): AdoptionView['details'] => {
  const told = recordOf(details);
  const unit = typeof told?.[REWRITER] === 'number' ? units.get(told[REWRITER]) : undefined;
  if (!told || !unit) return details as AdoptionView['details'];
  return { ...told, rewrittenBy: unit.documentId, rewrittenByName: unit.name };
};

interface Detailed {
  channel: string;
  adoptedOn: string;
  writtenDetails?: unknown;
}

/**
 * What is wrong with the details of an adoption by the rules of its day, in the language of the request;
 * `null` where nothing is, or nothing can be said for want of a rule.
 */
export const detailRefusal = (
  strapi: Core.Strapi,
  { channel, adoptedOn: day, writtenDetails: details }: Detailed,
  ruleSets: readonly RuleSetRecord[]
): string | null => {
  const ruleSet = ruleSetOn(ruleSets, day);
  const rule = ruleSet && ruleOfChannel(ruleSet, channel);
  if (!ruleSet || !rule || hasNoDetails(details)) return null;
  const language = languageOfRequest(strapi);
  const value = channelLabel(strapi, language, ruleSet, rule.channel);
  const asked = detailsAsked(rule, ruleSet);
  if (Object.keys(asked).length === 0) {
    return say(strapi, 'step.refused.details-unasked', { day, value });
  }
  const rewriter = recordOf(details)?.[REWRITER];
  if (asked.rewrittenBy && typeof rewriter === 'string') {
    return say(strapi, 'error.unit.unknown', { value: shown(rewriter), field: REWRITER });
  }
  const [first] = detailProblems(details, rule, ruleSet);
  if (!first) return null;
  const problem = problemSentence(first, wordsIn(language));
  return say(strapi, 'step.refused.details', { value, problem });
};

/** Says what the rules of its day ask of an adoption and is not told; `null` where nothing is missing. */
export const missingDetailsNotice = (
  strapi: Core.Strapi,
  { channel, adoptedOn, writtenDetails }: Detailed,
  ruleSets: readonly RuleSetRecord[]
): string | null => {
  const ruleSet = ruleSetOn(ruleSets, adoptedOn);
  const rule = ruleSet && ruleOfChannel(ruleSet, channel);
  if (!ruleSet || !rule) return null;
  const missing = missingDetails(writtenDetails, rule, ruleSet);
  if (missing.length === 0) return null;
  return say(strapi, 'step.odd.details-missing', { values: missing.join(', ') });
};

/** Details as somebody wrote them: the panel's form sends JSON as text. */
const writtenOf = (given: unknown): unknown => {
  if (typeof given !== 'string') return given;
  try {
    return JSON.parse(given) as unknown;
  } catch {
    // A text that is no JSON is told by the rules: it is no object.
    return given;
  }
};

/**
 * Details as they are kept: with who chose the points, which is whoever first sends them, with the number of
 * the unit that rewrote the piece, and `null` for none.
 *
 * @param before what the adoption says so far
 */
export const detailsToKeep = (
  strapi: Core.Strapi,
  given: unknown,
  before: unknown,
  people: Pick<People, 'units'>
): unknown => {
  const written = withUnitNumber(writtenOf(given), people);
  if (hasNoDetails(written)) return null;
  const record = recordOf(written);
  if (!record) return written;
  const told = { ...record };
  for (const name of ['chosenBy', 'rewrittenByName']) Reflect.deleteProperty(told, name);
  if (told.points === undefined) return told;
  const chosen = readDetails(before)?.chosen;
  const isSame = chosen !== undefined && readDetails(told)?.chosen?.amount === chosen.amount;
  return { ...told, chosenBy: isSame ? chosen.by : authorOf(strapi) };
};

/** @throws ValidationError for details that the rules of the day do not ask for, or that are wrong */
export const requireDetails = (
  strapi: Core.Strapi,
  adoption: Detailed,
  ruleSets: readonly RuleSetRecord[]
): void => {
  const message = detailRefusal(strapi, adoption, ruleSets);
  if (message !== null) throw refusal('details', message);
};
