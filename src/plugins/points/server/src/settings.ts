import type { Core } from '@strapi/strapi';
import type { ReminderRules } from '../../domain/commission';
import { PLUGIN } from './constants';

/** What may be set of the plugin (`config/plugins`). */
interface Settings {
  /** How many working days a unit has to object to a line of a month that was circulated. */
  objectionDays: number;
  /** How many days before its day a unit is reminded of a commission. */
  commissionDaysBefore: number;
  /** How often after it: on the day after, and then each week. */
  commissionOverdue: number;
  /** From which hour of the bureau's day unread notices are mailed together. */
  noticeHour: number;
  /** For how many days a notice is kept that was read. */
  noticeDays: number;
  /** Where people reach the panel, without a slash at its end; empty where nobody has said so. */
  panelUrl: string;
}

const requireWhole = (name: string, value: number, [from, to]: [number, number], of: string) => {
  if (Number.isInteger(value) && value >= from && value <= to) return;
  throw new Error(`${name} is ${value}; it takes a number of ${of} from ${from} to ${to}.`);
};

/** Addresses that mails lead to. */
const isPanelUrl = (text: string): boolean =>
  text === '' || /^https?:\/\/[^\s/]+(\/[^\s?#]*)?$/.test(text);

const requireSettings = (settings: Settings): void => {
  const { commissionDaysBefore, commissionOverdue, noticeDays, noticeHour } = settings;
  const { objectionDays, panelUrl } = settings;
  requireWhole('POINTS_OBJECTION_DAYS', objectionDays, [1, 366], 'working days');
  requireWhole('POINTS_COMMISSION_DAYS_BEFORE', commissionDaysBefore, [1, 60], 'days');
  requireWhole('POINTS_COMMISSION_OVERDUE', commissionOverdue, [0, 52], 'reminders');
  requireWhole('POINTS_NOTICE_HOUR', noticeHour, [0, 23], 'hours');
  requireWhole('POINTS_NOTICE_DAYS', noticeDays, [1, 3660], 'days');
  if (isPanelUrl(panelUrl)) return;
  throw new Error(
    `PANEL_URL is ${panelUrl}; it takes an address such as https://cms.example.gov.cn/admin.`
  );
};

/** The settings as Strapi reads and checks them at start. */
export default {
  default: {
    ...{ objectionDays: 5, commissionDaysBefore: 3, commissionOverdue: 3, panelUrl: '' },
    ...{ noticeHour: 8, noticeDays: 365 },
  } satisfies Settings,
  validator: requireSettings,
};

/** How many working days a unit has to object to a line of a month that was circulated. */
export const objectionDaysOf = (strapi: Core.Strapi): number =>
  strapi.config.get<Settings['objectionDays']>(`plugin::${PLUGIN}.objectionDays`);

/** When units are reminded of what they owe. */
export const reminderRulesOf = (strapi: Core.Strapi): ReminderRules => ({
  daysBefore: strapi.config.get<number>(`plugin::${PLUGIN}.commissionDaysBefore`),
  overdue: strapi.config.get<number>(`plugin::${PLUGIN}.commissionOverdue`),
});

/** From which hour of the bureau's day unread notices are mailed together. */
export const noticeHourOf = (strapi: Core.Strapi): number =>
  strapi.config.get<Settings['noticeHour']>(`plugin::${PLUGIN}.noticeHour`);

/** For how many days a notice is kept that was read. */
export const noticeDaysOf = (strapi: Core.Strapi): number =>
  strapi.config.get<Settings['noticeDays']>(`plugin::${PLUGIN}.noticeDays`);

/** Where people reach the panel, for the links in mails; empty where nobody has said so. */
export const panelUrlOf = (strapi: Core.Strapi): string =>
  strapi.config.get<Settings['panelUrl']>(`plugin::${PLUGIN}.panelUrl`).replace(/\/+$/, '');
