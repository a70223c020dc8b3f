import type { Core } from '@strapi/strapi';
import type { UnitReference } from '../../../shared/contracts';
import { officersOf, personOf, type Person } from '../records/requester';
import { unitReference } from '../records/people';
import { unitRepository } from '../records/units';
import type { Transaction } from '../../../../../common/database/transaction';

/** Whose desk it is. */
export interface Asker {
  /** `null` when code runs without a request of the admin panel. */
  person: Person | null;
  /** Ids of the officer records that tie the person to units. */
  officers: readonly number[];
  /** Ids of the person's units. */
  own: readonly number[];
  units: readonly UnitReference[];
  maySign: boolean;
  mayWrite: boolean;
}

/** Who asks for a desk, and for which units. */
export const askerOf = async (strapi: Core.Strapi, trx: Transaction): Promise<Asker> => {
  const person = personOf(strapi);
  const officers = await officersOf(strapi, trx, person);
  const own = [...new Set(officers.flatMap(({ unit }) => unit ?? []))];
  const all = new Map((await unitRepository(strapi).units(trx)).map((unit) => [unit.id, unit]));
  return {
    person,
    officers: officers.map(({ id }) => id),
    own,
    units: own.flatMap((id) => {
      const unit = all.get(id);
      return unit ? [unitReference(unit)] : [];
    }),
    maySign: person?.can('sign') ?? false,
    mayWrite: person?.can('submit') ?? false,
  };
};
