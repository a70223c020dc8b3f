import type { Core } from '@strapi/strapi';
import type { Head } from '../../../domain/addressees';
import { linkTableOf, tableOf } from '../../../../../common/database/tables';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { UID } from '../constants';

interface Row {
  unit: number;
  name: string | null;
  mail: string | null;
  member: number | null;
}

/** Who heads each unit (主要负责人, §八.1). Names and addresses are the office's and the unit's own to read. */
export const headRepository = oncePerApplication((strapi: Core.Strapi) => {
  const link = linkTableOf(strapi, UID.unit, 'headMember');

  const toHead = ({ name, mail, member }: Row): Head => ({
    name: name ?? '',
    mail: mail === '' ? null : mail,
    member,
  });

  const rows = (trx: Transaction) =>
    trx({ u: tableOf(strapi, UID.unit) })
      .leftJoin({ l: link.table }, `l.${link.source}`, 'u.id')
      .select({
        ...{ unit: 'u.id', name: 'u.head_name', mail: 'u.head_mail' },
        member: `l.${link.target}`,
      });

  return {
    /** What is known of a unit's head. */
    async find(trx: Transaction, unit: number): Promise<Head> {
      const row: Row | undefined = await rows(trx).where('u.id', unit).first();
      return row ? toHead(row) : { name: '', mail: null, member: null };
    },

    /** The heads of all units, by the units' ids; a unit without one is not among them. */
    async all(trx: Transaction): Promise<Map<number, Head>> {
      const all: Row[] = await rows(trx);
      return new Map(
        all
          .map((row) => [row.unit, toHead(row)] as const)
          .filter(([, { member, name }]) => name !== '' || member !== null)
      );
    },
  };
});
