import type { Core } from '@strapi/strapi';
import { monthOf, type Month } from '../../../domain/period';
import { countsIn } from '../../../domain/seal';
import type { Intake } from '../../../domain/totals';
import type { SubmissionFacts } from '../records/submissions';
import { calendarService } from '../../../../../common/time/calendar';

type Received = Pick<SubmissionFacts, 'receivedAt' | 'mergedInto' | 'contributors' | 'countedIn'>;

/**
 * In which open month a submission counts as received, and from whom: the month in which it arrived,
 * or the first open month where that is sealed. `null` while it is a draft or part of another, and
 * once a bulletin has counted it: what that says stays, whatever becomes of the submission.
 *
 * @param firstOpen the first month that is not sealed, `null` when none is
 */
export const receivedTotals = (
  strapi: Core.Strapi,
  submission: Received | null | undefined,
  firstOpen: Month | null
): Intake | null => {
  if (!submission?.receivedAt || submission.mergedInto !== null) return null;
  if (submission.countedIn !== null) return null;
  const arrived = monthOf(calendarService(strapi).dayOf(submission.receivedAt));
  return { month: countsIn(arrived, firstOpen), contributors: submission.contributors };
};
