import type { Core } from '@strapi/strapi';
import { PLUGIN } from './constants';

/** What may be set of the plugin (`config/plugins`). */
interface Settings {
  /** How many working days a unit has to object to a line of a month that was circulated. */
  objectionDays: number;
}

const requireSettings = ({ objectionDays }: Settings): void => {
  if (Number.isInteger(objectionDays) && objectionDays >= 1 && objectionDays <= 366) return;
  throw new Error(
    `POINTS_OBJECTION_DAYS is ${objectionDays}; it takes a number of working days from 1 to 366.`
  );
};

/** The settings as Strapi reads and checks them at start. */
export default {
  default: { objectionDays: 5 } satisfies Settings,
  validator: requireSettings,
};

/** How many working days a unit has to object to a line of a month that was circulated. */
export const objectionDaysOf = (strapi: Core.Strapi): number =>
  strapi.config.get<Settings['objectionDays']>(`plugin::${PLUGIN}.objectionDays`);
