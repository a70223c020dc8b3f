import type { Core } from '@strapi/strapi';
import { describePoints, sumOfSound } from '../../../domain/points';
import type { EntryView } from '../../../shared/contracts';
import { hasPlacement } from '../content-types/opt-in';
import { unitScope } from '../isolation/requester';
import { visibleOf } from '../isolation/visible';
import { actionId } from '../permissions/actions';
import { entryRepository } from '../records/entries';
import { ledgerService } from '../standings/drill-down';
import { loadPeople } from '../records/people';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { postingRepository } from '../ledger/postings';
import { inTransaction } from '../../../../../common/database/transaction';
import { awardPreviewService } from './award-preview';
import { provenanceService, type Unsaved } from './provenance';

/** The side panel of an entry: where it came from, what publishing would award, what was awarded. */
export const entryViewService = oncePerApplication((strapi: Core.Strapi) => {
  const entries = entryRepository(strapi);
  const postings = postingRepository(strapi);
  const ledger = ledgerService(strapi);
  const provenance = provenanceService(strapi);
  const awardPreview = awardPreviewService(strapi);

  /** Which postings the request may see: a unit reads of others' points only the standings. */
  const ownUnits = async (): Promise<(posting: { unit: number }) => boolean> => {
    const membership = await unitScope(strapi, actionId('entry.read'));
    return ({ unit }) => membership === null || membership.units.includes(unit);
  };

  return {
    /**
     * What the panel shows of an entry.
     *
     * @param unsaved values of the form in place of the saved ones
     * @throws ValidationError for a type that is not tied to submissions, NotFoundError for an
     *   entry that does not exist
     */
    async view(uid: string, documentId: string, unsaved: Unsaved): Promise<EntryView> {
      const contentType = provenance.requireType(uid);
      return inTransaction(strapi, async (trx) => {
        const saved = await provenance.requireTie(trx, uid, documentId);
        const tie = await provenance.withUnsaved(trx, saved, unsaved);
        const people = await loadPeople(strapi, trx);
        const own = await ownUnits();
        const awarded = (await postings.ofEntry(trx, uid, documentId)).filter(own);
        const { unreadable, views } = await ledger.describe(trx, awarded);
        const scores = hasPlacement(contentType);
        return {
          uid,
          documentId,
          published: await entries.isPublished(trx, uid, documentId),
          placement: tie.placement,
          submission:
            tie.submission === null ? null : await provenance.describe(trx, tie.submission, people),
          ...(scores
            ? await awardPreview.of(trx, tie, { uid, documentId }, people, own)
            : { preview: [], notices: [] }),
          awarded: views,
          unreadable,
          total: describePoints(sumOfSound(awarded)),
        };
      });
    },

    /** Net points of many entries, by documentId; those without postings are left out. */
    async pointsOf(uid: string, documentIds: readonly string[]) {
      provenance.requireType(uid);
      const visible = await visibleOf(strapi, uid, documentIds);
      const own = await ownUnits();
      const shares = await inTransaction(strapi, (trx) =>
        postings.sharesOfEntries(trx, uid, visible)
      );
      return Object.fromEntries(
        visible
          .map((documentId) => ({
            documentId,
            own: shares.filter((share) => share.documentId === documentId && own(share)),
          }))
          .filter(({ own }) => own.length > 0)
          .map(({ documentId, own }) => [documentId, describePoints(sumOfSound(own))])
      );
    },
  };
});
