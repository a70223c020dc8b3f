import type { Core } from '@strapi/strapi';
import { REASON_HEADER } from '../../shared/contracts';
import { refuse } from './messages';

const LONGEST = 500;

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text).trim();
  } catch {
    return null;
  }
};

/**
 * The reason that a request gives in its header for what it takes down or deletes; `null` for none,
 * and for what the application does by itself.
 *
 * @throws ValidationError for one that is too long or not percent-encoded
 */
export const givenReason = (strapi: Core.Strapi): string | null => {
  // The seeds act for accounts without a request.
  const request = strapi.requestContext.get()?.request;
  const header = request ? request.get(REASON_HEADER) : '';
  if (header === '') return null;
  const reason = decoded(header);
  if (reason === null || reason.length > LONGEST) {
    throw refuse(strapi, REASON_HEADER, 'error.takeDown.reason', { maximum: LONGEST });
  }
  return reason === '' ? null : reason;
};
