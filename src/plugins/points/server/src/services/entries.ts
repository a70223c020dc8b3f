import type { Core } from '@strapi/strapi';
import { channelOf } from '../../../domain/vocabulary';
import { repositories } from '../repositories';
import type { AdoptionRecord, NewSiteAdoption } from '../repositories/adoptions';
import { readTogether, type Transaction } from '../repositories/connection';
import type { Publication } from '../repositories/entries';
import { calendarService } from './calendar';
import { clock } from './clock';
import { settleService, type Cause } from './settle';

type SiteCause = Extract<Cause, 'publish' | 'unpublish' | 'delete' | 'reconcile'>;

const isAdopted = (publication: Publication, adoptions: readonly AdoptionRecord[]): boolean =>
  adoptions.some(
    ({ submission, channel }) =>
      submission === publication.submission && channel === channelOf(publication.placement)
  );

const isPublished = (adoption: AdoptionRecord, publications: readonly Publication[]): boolean =>
  publications.some(
    ({ submission, placement }) =>
      submission === adoption.submission && channelOf(placement) === adoption.channel
  );

/** What of an entry's site adoptions does not follow from what is published of it. */
export const siteDifference = (
  publications: readonly Publication[],
  adoptions: readonly AdoptionRecord[]
): { missing: Publication[]; surplus: AdoptionRecord[] } => ({
  missing: publications.filter((publication) => !isAdopted(publication, adoptions)),
  surplus: adoptions.filter((adoption) => !isPublished(adoption, publications)),
});

/** Site adoptions: made and withdrawn by what is published, never by hand. */
export const entryService = ({ strapi }: { strapi: Core.Strapi }) => {
  const { adoptions, entries } = repositories(strapi);
  const settle = settleService({ strapi });
  const calendar = calendarService({ strapi });

  return {
    /**
     * Brings an entry's site adoptions in line with what is published of it, and settles the
     * submissions concerned. A new adoption is dated now; publishing again changes nothing;
     * another placement or submission withdraws the old adoption and makes a new one.
     */
    async synchronize(
      trx: Transaction,
      uid: string,
      documentId: string,
      cause: SiteCause
    ): Promise<void> {
      const { publications, inForce } = await readTogether(strapi, trx, {
        publications: entries.publicationsOf(trx, uid, documentId),
        inForce: adoptions.inForceOfEntry(trx, uid, documentId),
      });
      const { missing, surplus } = siteDifference(publications, inForce);
      if (missing.length === 0 && surplus.length === 0) return;

      const now = clock.now();
      const added = missing.map(({ submission, placement }): NewSiteAdoption => ({
        submission,
        channel: channelOf(placement),
        adoptedOn: calendar.dayOf(now),
        entryUid: uid,
        entryDocumentId: documentId,
      }));
      await adoptions.withdraw(
        trx,
        surplus.map(({ id }) => id),
        cause,
        now
      );
      await adoptions.insertSiteAdoptions(trx, added, now);
      const touched = new Set([...added, ...surplus].map(({ submission }) => submission));
      for (const submission of touched) await settle.run(trx, submission, cause);
    },
  };
};
