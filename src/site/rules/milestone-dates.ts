import { shown } from '../../common/messages/validation';
import { UID } from '../content-types';
import { refuse } from '../refusals';
import type { Rule } from '../write';

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether a text is a year, a month or a day that the calendar has: `2026`, `2026-03`, `2026-03-31`. */
const isDateOfAnyPrecision = (text: string): boolean => {
  const [, year, month = '01', day = '01'] = DATE.exec(text) ?? [];
  if (year === undefined || year === '0000') return false;
  const moment = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return (
    !Number.isNaN(moment.getTime()) &&
    moment.toISOString().slice(0, 10) === `${year}-${month}-${day}`
  );
};

/** A milestone is dated as exactly as is known. */
export const milestoneDates: Rule = {
  concerns: ({ uid }) => uid === UID.milestone,
  before({ strapi, data }) {
    const value = data?.date;
    if (value === undefined || value === null || value === '') return;
    if (typeof value === 'string' && isDateOfAnyPrecision(value)) return;
    throw refuse(strapi, 'date', 'error.milestone.date', { value: shown(value) });
  },
};
