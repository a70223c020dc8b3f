import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../../../common/database/transaction';
import { labelOf } from '../../../../../common/messages/validation';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { isActiveOn, type Dated } from '../../../domain/active';
import type { Day } from '../../../domain/period';
import type { OfficerReference, UnitReference } from '../../../shared/contracts';
import { refuse } from '../messages';
import { loadPeople, officerReference, unitReference } from '../records/people';

const dayOf = (strapi: Core.Strapi, value: string | undefined): Day => {
  const calendar = calendarService(strapi);
  if (value === undefined) return calendar.dayOf(clock.now());
  const day = calendar.parseDay(value);
  if (day !== null) return day;
  const label = labelOf(strapi, 'day');
  throw refuse(strapi, 'day', 'error.date', { field: 'day', label, value });
};

/**
 * Units that were active on a day with the officers that were active then, for pickers.
 *
 * @param value the day; today unless told
 * @throws ValidationError when it is no day
 */
export const activeUnits = async (
  strapi: Core.Strapi,
  value?: string
): Promise<Array<UnitReference & { officers: OfficerReference[] }>> => {
  const day = dayOf(strapi, value);
  const isActive = (dated: Dated): boolean => isActiveOn(dated, day);
  return inTransaction(strapi, async (trx) => {
    const people = await loadPeople(strapi, trx);
    return [...people.units.values()].filter(isActive).map((unit) => ({
      ...unitReference(unit),
      officers: [...people.members.values()]
        .filter(
          (officer) =>
            officer.unit === unit.id && officer.position !== 'leader' && isActive(officer)
        )
        .map(officerReference),
    }));
  });
};
