import type { Core } from '@strapi/strapi';
import type { Contributor } from '../../../domain/shares';
import type { OfficerReference, UnitReference } from '../../../shared/contracts';
import { type MemberRecord, type UnitRecord, unitRepository } from './units';
import type { Transaction } from '../../../../../common/database/transaction';

/** A unit as responses name it. */
export const unitReference = ({ documentId, code, name, kind }: UnitRecord): UnitReference => ({
  documentId,
  code,
  name,
  kind,
});

/** An officer as responses name them. */
export const officerReference = ({ documentId, name }: MemberRecord): OfficerReference => ({
  documentId,
  name,
});

/** Units and their members by id. */
export interface People {
  units: Map<number, UnitRecord>;
  members: Map<number, MemberRecord>;
}

/** All units and members, for whoever turns ids into names. Both lists are short. */
export const loadPeople = async (strapi: Core.Strapi, trx: Transaction): Promise<People> => {
  const units = unitRepository(strapi);
  return {
    units: new Map((await units.units(trx)).map((unit) => [unit.id, unit])),
    members: new Map((await units.members(trx)).map((member) => [member.id, member])),
  };
};

/** Contributing units with their officers, named. */
export const contributorsOf = (
  contributors: readonly Contributor[],
  people: People
): Array<{ unit: UnitReference; officers: OfficerReference[] }> =>
  contributors.flatMap(({ unit, officers }) => {
    const record = people.units.get(unit);
    if (!record) return [];
    return {
      unit: unitReference(record),
      officers: officers.flatMap((officer) => {
        const found = people.members.get(officer);
        return found ? officerReference(found) : [];
      }),
    };
  });
