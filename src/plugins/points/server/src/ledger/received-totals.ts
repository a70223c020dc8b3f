import type { Core } from '@strapi/strapi';
import type { Intake } from '../../../domain/totals';
import type { SubmissionRecord } from '../records/submissions';
import { calendarService } from '../../../../../common/time/calendar';

/** When a submission was received and from whom; `null` while it is a draft, or part of another. */
export const receivedTotals = (
  strapi: Core.Strapi,
  submission: SubmissionRecord | null | undefined
): Intake | null =>
  submission?.receivedAt && !submission.isMerged
    ? {
        receivedOn: calendarService(strapi).dayOf(submission.receivedAt),
        contributors: submission.contributors,
      }
    : null;
