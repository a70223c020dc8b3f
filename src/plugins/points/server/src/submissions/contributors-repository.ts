import type { Core } from '@strapi/strapi';
import { UID } from '../constants';
import {
  attachmentTableOf,
  inListOrder,
  linkTableOf,
  tableOf,
} from '../../../../../common/database/tables';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** A unit, or an officer with theirs, as a submission names it. */
export interface Named {
  id: number;
  name: string;
  /** The unit itself, or the officer's. */
  unit: { id: number; documentId: string };
}

/** An attachment, and which account uploaded it. */
interface OwnedFile {
  id: number;
  name: string;
  account: number | null;
}

/** Who and what a submission names at a moment, units and officers in its order. */
export interface Contribution {
  units: Named[];
  officers: Named[];
  attachments: OwnedFile[];
}

interface Row {
  id: number;
  name: string;
  unit: number;
  document_id: string;
}

const toNamed = ({ id, name, unit, document_id: documentId }: Row): Named => ({
  id,
  name,
  unit: { id: unit, documentId },
});

const FILE = 'plugin::upload.file';

/** Who contributes to submissions, and who brought what. */
export const contributorRepository = oncePerApplication((strapi: Core.Strapi) => {
  const units = linkTableOf(strapi, UID.submission, 'units');
  const officers = linkTableOf(strapi, UID.submission, 'officers');
  const memberUnits = linkTableOf(strapi, UID.member, 'unit');
  const accounts = linkTableOf(strapi, UID.member, 'account');
  const files = attachmentTableOf(strapi, FILE);
  const unitTable = tableOf(strapi, UID.unit);
  const memberTable = tableOf(strapi, UID.member);

  return {
    async of(trx: Transaction, submission: number): Promise<Contribution> {
      const named: Row[] = await trx({ l: units.table })
        .join({ u: unitTable }, 'u.id', `l.${units.target}`)
        .where(`l.${units.source}`, submission)
        .orderBy(inListOrder(units))
        .select({ id: 'u.id', name: 'u.name', unit: 'u.id', document_id: 'u.document_id' });
      const people: Row[] = await trx({ l: officers.table })
        .join({ o: memberTable }, 'o.id', `l.${officers.target}`)
        .join({ ou: memberUnits.table }, `ou.${memberUnits.source}`, 'o.id')
        .join({ u: unitTable }, 'u.id', `ou.${memberUnits.target}`)
        .where(`l.${officers.source}`, submission)
        .orderBy(inListOrder(officers))
        .select({ id: 'o.id', name: 'o.name', unit: 'u.id', document_id: 'u.document_id' });
      const attachments: OwnedFile[] = await trx({ r: files.table })
        .join({ f: tableOf(strapi, FILE) }, 'f.id', `r.${files.file}`)
        .where({ [`r.${files.type}`]: UID.submission, [`r.${files.id}`]: submission })
        .select({ id: 'f.id', name: 'f.name', account: 'f.created_by_id' });
      return { units: named.map(toNamed), officers: people.map(toNamed), attachments };
    },

    /** The units that an account is or was of. */
    async unitsOfAccount(trx: Transaction, account: number): Promise<number[]> {
      const rows: Array<{ unit: number }> = await trx({ a: accounts.table })
        .join({ ou: memberUnits.table }, `ou.${memberUnits.source}`, `a.${accounts.source}`)
        .where(`a.${accounts.target}`, account)
        .select({ unit: `ou.${memberUnits.target}` });
      return rows.map(({ unit }) => unit);
    },

    /** The account that made a submission. */
    async authorOf(trx: Transaction, submission: number): Promise<number | null> {
      const row: { account: number | null } | undefined = await trx(tableOf(strapi, UID.submission))
        .where('id', submission)
        .select({ account: 'created_by_id' })
        .first();
      return row?.account ?? null;
    },
  };
});
