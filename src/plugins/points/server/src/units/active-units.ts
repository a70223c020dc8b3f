import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../../../common/database/transaction';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { isActiveOn, type Dated } from '../../../domain/active';
import type { OfficerReference, UnitReference } from '../../../shared/contracts';
import { loadPeople, officerReference, unitReference } from '../records/people';

/** Active units with their active officers, for pickers. */
export const activeUnits = async (
  strapi: Core.Strapi
): Promise<Array<UnitReference & { officers: OfficerReference[] }>> => {
  const today = calendarService(strapi).dayOf(clock.now());
  const isActive = (dated: Dated): boolean => isActiveOn(dated, today);
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
