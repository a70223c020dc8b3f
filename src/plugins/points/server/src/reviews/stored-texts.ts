import type { Core } from '@strapi/strapi';
import type { AwardDecision, ReviewContent, ReviewFacts } from '../../../shared/contracts';
import { frozenJson } from '../ledger/frozen-standings';
import { refuse } from '../messages';
import type { ReviewRecord, ReviewTexts } from '../records/reviews';
import { keptContent, keptDecisions, keptFacts } from './schemas';

/** A review with all that it says. */
export interface Review {
  record: ReviewRecord;
  facts: ReviewFacts;
  content: ReviewContent;
  decisions: AwardDecision[];
}

/**
 * A review as its texts tell it.
 *
 * @throws ValidationError where somebody wrote another text there, which verifying names
 */
export const reviewOf = (strapi: Core.Strapi, row: ReviewRecord & ReviewTexts): Review => {
  const { content, decisions, facts, ...record } = row;
  const read = {
    facts: frozenJson.pipe(keptFacts).safeParse(facts).data,
    content: frozenJson.pipe(keptContent).safeParse(content).data,
    decisions: frozenJson.pipe(keptDecisions).safeParse(decisions).data,
  };
  if (read.facts && read.content && read.decisions) {
    return {
      record,
      facts: read.facts,
      content: read.content,
      decisions: read.decisions,
    };
  }
  throw refuse(strapi, 'review', 'error.review.touched', { period: record.period });
};
