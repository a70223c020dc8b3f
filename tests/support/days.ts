import { addDays, type Day } from '../../src/plugins/points/domain/period';

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/**
 * The day that it is at the bureau, which is not the one of UTC in its first eight hours, or the
 * day so many days later (earlier: a negative count).
 */
export const today = (later = 0): Day => addDays(calendar.format(new Date()), later);
