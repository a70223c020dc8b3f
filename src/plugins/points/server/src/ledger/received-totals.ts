import type { Core } from '@strapi/strapi';
import type { Intake } from '../../../domain/totals';
import type { SubmissionFacts } from '../records/submissions';
import { calendarService } from '../../../../../common/time/calendar';

/** When a submission was received and from whom; `null` while it is a draft, or part of another. */
export const receivedTotals = (
  strapi: Core.Strapi,
  submission: Pick<SubmissionFacts, 'receivedAt' | 'mergedInto' | 'contributors'> | null | undefined
): Intake | null =>
  submission?.receivedAt && submission.mergedInto === null
    ? {
        receivedOn: calendarService(strapi).dayOf(submission.receivedAt),
        contributors: submission.contributors,
      }
    : null;
