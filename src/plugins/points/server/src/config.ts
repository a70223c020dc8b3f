import { requireHolidays, type PublicHolidays } from './public-holidays';

interface PointsConfig {
  timeZone: string;
  holidays: PublicHolidays;
}

/** The plugin's settings in `config/plugins`. */
export default {
  default: (): PointsConfig => ({ timeZone: 'Asia/Shanghai', holidays: {} }),

  /** @throws when `timeZone` is no IANA time zone, or a holiday is no day of its year */
  validator({ timeZone, holidays }: PointsConfig): void {
    requireHolidays(holidays);
    try {
      new Intl.DateTimeFormat('en', { timeZone });
    } catch (cause) {
      throw new Error(
        `The points plugin's timeZone is "${timeZone}"; it takes an IANA name such as Asia/Shanghai.`,
        { cause }
      );
    }
  },
};
