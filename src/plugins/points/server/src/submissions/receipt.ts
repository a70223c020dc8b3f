import type { Core } from '@strapi/strapi';
import type { WorkflowRecord } from './workflow-repository';
import { clock } from '../../../../../common/time/clock';
import { refuse } from '../messages';

type Data = Record<string, unknown>;

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '';

/** The moment that is meant, or `NaN`; what is no moment Strapi refuses. */
const momentOf = (value: unknown): number =>
  typeof value === 'string' || value instanceof Date ? new Date(value).getTime() : NaN;

const isSame = (value: unknown, current: Date | null): boolean =>
  isNothing(value) ? current === null : momentOf(value) === current?.getTime();

const requirePast = (strapi: Core.Strapi, value: unknown): void => {
  if (momentOf(value) > clock.now().getTime()) {
    throw refuse(strapi, 'receivedAt', 'error.submission.receivedLater');
  }
};

/**
 * Says when a new submission was received: at the given moment, else now; a draft not yet.
 *
 * @throws ValidationError for a moment to come, and for any of a draft
 */
export const receive = (strapi: Core.Strapi, data: Data, isDraft: boolean): void => {
  const { receivedAt } = data;
  if (isDraft && !isNothing(receivedAt)) {
    throw refuse(strapi, 'receivedAt', 'error.submission.receivedDraft');
  }
  requirePast(strapi, receivedAt);
  const received = isNothing(receivedAt) ? clock.now().toISOString() : receivedAt;
  data.receivedAt = isDraft ? null : received;
};

/**
 * Lets the moment of receipt of a submission be corrected, and neither be taken away nor lie ahead.
 *
 * @throws ValidationError for these, and for any moment of a draft
 */
export const requireReceipt = (
  strapi: Core.Strapi,
  data: Data,
  { state, receivedAt }: Pick<WorkflowRecord, 'state' | 'receivedAt'>
): void => {
  if (!('receivedAt' in data) || isSame(data.receivedAt, receivedAt)) return;
  if (state === 'draft') throw refuse(strapi, 'receivedAt', 'error.submission.receivedDraft');
  if (isNothing(data.receivedAt)) {
    throw refuse(strapi, 'receivedAt', 'error.submission.receivedMissing');
  }
  requirePast(strapi, data.receivedAt);
};
