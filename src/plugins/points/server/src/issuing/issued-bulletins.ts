import type { Core } from '@strapi/strapi';
import type { Issued } from '../../../shared/contracts';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { bulletinDraftService } from '../bulletin-documents/bulletin-drafts';
import { type BulletinRecord, sealRepository } from '../ledger/seals';
import { notFound } from '../messages';
import { unitRepository } from '../records/units';
import { type Place, placeOf } from './places';

/** Bulletins as those who issue and read them ask for them. */
export const issuedBulletins = oncePerApplication((strapi: Core.Strapi) => {
  const drafts = bulletinDraftService(strapi);
  const seals = sealRepository(strapi);
  const units = unitRepository(strapi);

  return {
    /** @throws NotFoundError when there is no such bulletin */
    async require(trx: Transaction, documentId: string): Promise<BulletinRecord> {
      const bulletin = await seals.find(trx, documentId);
      if (bulletin) return bulletin;
      throw notFound(strapi, 'error.bulletin.unknown', { value: documentId });
    },

    /** When and by whom it was issued; `null` until then. */
    async issued(trx: Transaction, documentId: string): Promise<Issued | null> {
      const issued = await drafts.issued(trx, documentId);
      return issued && { at: issued.at.toISOString(), by: issued.by };
    },

    /** Where units stood in a sealed month among those of their kind, by the units' ids. */
    async places(trx: Transaction, month: string): Promise<Map<number, Place>> {
      const standings = await seals.standingsOf(trx, month);
      const rows = standings?.month.units ?? [];
      const places = new Map<number, Place>();
      for (const { documentId, id } of await units.units(trx)) {
        const place = placeOf(rows, documentId);
        if (place) places.set(id, place);
      }
      return places;
    },
  };
});
