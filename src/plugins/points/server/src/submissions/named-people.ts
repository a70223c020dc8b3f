import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../../../common/database/transaction';
import { refuse } from '../messages';
import { unitRepository } from '../records/units';

/**
 * Looks at the units and officers that a new submission names, by documentIds.
 *
 * @throws ValidationError that names the first that is none
 */
export const requirePeople = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { units, officers = [] }: { units: readonly string[]; officers?: readonly string[] }
): Promise<void> => {
  const repository = unitRepository(strapi);
  for (const value of units) {
    if (await repository.findUnit(trx, value)) continue;
    throw refuse(strapi, 'units', 'error.unit.unknown', { value, field: 'units' });
  }
  for (const value of officers) {
    if (await repository.findMember(trx, value)) continue;
    throw refuse(strapi, 'officers', 'error.officer.unknown', { value, field: 'officers' });
  }
};
