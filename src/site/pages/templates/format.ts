import labels from '../../labels/zh-Hans.json';

const ZONE = 'Asia/Shanghai';
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' });
const MINUTE = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  dateStyle: 'short',
  timeStyle: 'short',
});

type Moment = string | Date | null | undefined;

/** The Chinese day of a moment: `2026-03-31`. */
export const day = (moment: Moment): string => (moment ? DAY.format(new Date(moment)) : '');

/** The Chinese day and time of a moment: `2026-03-31 09:00`. */
export const minute = (moment: Moment): string => (moment ? MINUTE.format(new Date(moment)) : '');

/** A span of time, without saying its day twice. */
export const span = (from: Moment, to: Moment): string => {
  if (!to) return minute(from);
  return day(from) === day(to)
    ? `${minute(from)}–${minute(to).slice(11)}`
    : `${day(from)} 至 ${day(to)}`;
};

/** `2026-03` as `2026年3月`. */
export const chineseDate = (date: string): string => {
  const [year = '', month, ofMonth] = date.split('-');
  return `${year}年${month ? `${Number(month)}月` : ''}${ofMonth ? `${Number(ofMonth)}日` : ''}`;
};

/** Kilobytes as a person reads them. */
export const fileSize = (kilobytes: number | string | null | undefined): string => {
  const size = Number(kilobytes ?? 0);
  return size < 1024 ? `${Math.max(1, Math.round(size))} KB` : `${(size / 1024).toFixed(1)} MB`;
};

const NAMES: Readonly<Record<string, string | undefined>> = labels;

/** The Chinese name of a value of a closed list. */
export const named = (value: string | null | undefined): string =>
  value ? (NAMES[value] ?? value) : '';
