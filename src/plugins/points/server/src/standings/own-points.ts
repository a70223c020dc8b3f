import type { Core } from '@strapi/strapi';
import type { UnitReference } from '../../../shared/contracts';
import { inTransaction } from '../../../../../common/database/transaction';
import { unitScope } from '../isolation/requester';
import { actionId } from '../permissions/actions';
import { forbidden } from '../messages';
import { unitReference } from '../records/people';
import { unitRepository } from '../records/units';

/** Ids of the units whose postings alone the asker may read; `null` for every unit. */
export const unitsWithOpenPoints = async (strapi: Core.Strapi): Promise<readonly number[] | null> =>
  (await unitScope(strapi, actionId('ledger.read')))?.units ?? null;

/** @throws PolicyError when the asker may not read this unit's postings */
export const requireOpenPoints = async (
  strapi: Core.Strapi,
  unit: number | null
): Promise<void> => {
  const own = await unitsWithOpenPoints(strapi);
  if (own === null || (unit !== null && own.includes(unit))) return;
  throw forbidden(strapi, 'error.ownUnit.points');
};

/** The units whose postings alone the asker may read, as answers name them; `null` for every unit. */
export const namedUnitsWithOpenPoints = async (
  strapi: Core.Strapi
): Promise<UnitReference[] | null> => {
  const own = await unitsWithOpenPoints(strapi);
  if (own === null) return null;
  return inTransaction(strapi, async (trx) =>
    (await unitRepository(strapi).units(trx))
      .filter(({ id }) => own.includes(id))
      .map(unitReference)
  );
};
