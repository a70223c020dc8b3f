import type { Core } from '@strapi/strapi';
import { departs } from '../../../domain/award-proposal';
import type { Day } from '../../../domain/period';
import { labelOf } from '../../../../../common/messages/validation';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import {
  MOST_RUNNING_TEXT,
  type AwardCandidate,
  type AwardClass,
  type AwardDecision,
  type ReviewContent,
  type ReviewFacts,
} from '../../../shared/contracts';
import { refuse } from '../messages';
import { outcomeOf, type ReviewSaying } from './outcome';
import { runningLength } from './review-document';
import type { Review } from './stored-texts';

const subjectsOf = (awardClass: AwardClass, { heads, officers, units }: ReviewFacts): string[] =>
  awardClass === 'officer'
    ? [...officers, ...heads].map(({ officer }) => officer.documentId)
    : units.filter(({ unit }) => unit.kind === awardClass).map(({ unit }) => unit.documentId);

/** What the office may write and decide. */
export const reviewRules = oncePerApplication((strapi: Core.Strapi) => {
  const calendar = calendarService(strapi);

  const requireKnown = (
    field: string,
    named: readonly string[],
    known: ReadonlySet<string>
  ): void => {
    const stranger = named.find((id) => !known.has(id));
    if (stranger !== undefined) {
      throw refuse(strapi, field, 'error.review.stranger', { value: stranger });
    }
    const twice = named.find((id, place) => named.indexOf(id) !== place);
    if (twice !== undefined) throw refuse(strapi, field, 'error.review.twice', { value: twice });
  };

  const requireDay = (value: string): Day => {
    const day = calendar.parseDay(value);
    if (day === null) {
      const label = labelOf(strapi, 'day');
      throw refuse(strapi, 'day', 'error.date', { field: 'day', label, value });
    }
    const today = calendar.dayOf(clock.now());
    if (day <= today) return day;
    throw refuse(strapi, 'day', 'error.review.future', { day, today });
  };

  /** Whoever is not on the list of candidates can be decided on too: the leaders are free. */
  const verdictOn = (
    saying: ReviewSaying,
    { class: awardClass, subject }: Pick<AwardDecision, 'class' | 'subject'>
  ): AwardCandidate['verdict'] =>
    outcomeOf(saying).candidates.find(
      (each) => each.class === awardClass && each.subject === subject
    )?.verdict ?? 'not';

  return {
    /** @throws ValidationError when it is published */
    requireOpen({ closing, period }: Review['record']): void {
      if (closing !== null) throw refuse(strapi, 'review', 'error.review.published', { period });
    },

    /**
     * What the office wrote names whom the review is of, and its document is no longer than a document
     * may be.
     *
     * @throws ValidationError that names the first field that is wrong
     */
    requireContent(review: Review, content: ReviewContent): void {
      const { facts } = review;
      const units = new Set(facts.units.map(({ unit }) => unit.documentId));
      const persons = [...facts.officers, ...facts.heads].map(({ officer }) => officer.documentId);
      requireKnown('criticised', content.criticised, units);
      requireKnown(
        'baseContent',
        content.baseContent.map(({ unit }) => unit),
        units
      );
      requireKnown(
        'vetoes',
        content.vetoes.map(({ subject }) => subject),
        new Set([...units, ...persons])
      );
      const count = runningLength({
        ...{ content, facts },
        outcome: outcomeOf({ ...review, content }),
        isDecided: true,
        closedOn: null,
        fingerprint: '',
        moment: new Date(facts.madeAt),
      });
      if (count > MOST_RUNNING_TEXT) {
        throw refuse(strapi, 'prose', 'error.review.tooLong', {
          count,
          maximum: MOST_RUNNING_TEXT,
        });
      }
    },

    /**
     * A decision on one of those whom the review is of, with its reason where it departs from what was
     * proposed.
     *
     * @throws ValidationError that names the first field that is wrong
     */
    requireDecision(review: Review, decision: AwardDecision): AwardDecision {
      const { facts } = review;
      if (facts.kind !== 'year') throw refuse(strapi, 'class', 'error.review.noAwards');
      requireKnown('subject', [decision.subject], new Set(subjectsOf(decision.class, facts)));
      const day = requireDay(decision.day);
      const isDeparting = departs(verdictOn(review, decision), decision.awarded);
      if (isDeparting && decision.reason === '') {
        throw refuse(strapi, 'reason', 'error.review.reason');
      }
      return { ...decision, day };
    },
  };
});
