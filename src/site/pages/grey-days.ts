import { isDay, type Day } from '../../common/time/day';

/** A day, days from one to another, or a day of every year. */
interface Span {
  from: string;
  to: string;
  /** Whether its days are of every year: `12-13`. */
  isYearly: boolean;
}

const YEARLY = /^\d{2}-\d{2}$/;

const spanOf = (text: string): Span => {
  // Of every year: the leap year knows all its days.
  if (YEARLY.test(text) && isDay(`2028-${text}`)) return { from: text, to: text, isYearly: true };
  const [from = '', to = from] = text.split('..');
  if (isDay(from) && isDay(to) && from <= to) return { from, to, isYearly: false };
  throw new Error(
    `SITE_GREY_DAYS: "${text}" is no day (2026-12-13, 2026-12-13..2026-12-15, or 12-13 of every year).`
  );
};

/**
 * Whether the site is grey on a day: on days of national mourning government sites take off their colours.
 *
 * @throws where a setting names no day
 */
export const greyDays = (settings: readonly string[]): ((day: Day) => boolean) => {
  const spans = settings.filter((text) => text !== '').map(spanOf);
  return (day) =>
    spans.some(({ from, to, isYearly }) =>
      isYearly ? day.slice(5) === from : from <= day && day <= to
    );
};
