import { labelOf, shown } from '../../common/messages/validation';
import { refuse } from '../refusals';
import type { Rule } from '../write';

/** The attributes that hold an address of another site. */
const ADDRESSES = ['videoUrl', 'bookingUrl', 'applyUrl', 'website'] as const;

const isHttps = (value: unknown): boolean => {
  if (typeof value !== 'string') return false;
  try {
    return new URL(value).protocol === 'https:' && /^https:\/\/[^\s]+$/i.test(value);
  } catch {
    return false;
  }
};

/** Addresses of films, bookings and units' sites are whole and encrypted. */
export const links: Rule = {
  concerns: ({ attributes }) => ADDRESSES.some((name) => name in attributes),
  before({ strapi, contentType, data }) {
    for (const field of ADDRESSES) {
      const value = data?.[field];
      if (value === undefined || value === null || value === '' || isHttps(value)) continue;
      const label = labelOf(strapi, field, contentType.uid);
      throw refuse(strapi, field, 'error.link', { field, label, value: shown(value) });
    }
  },
};
