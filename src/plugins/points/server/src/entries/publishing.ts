import type { Core, Struct } from '@strapi/strapi';
import { stateOnAdoption } from '../../../domain/submission-workflow';
import { requireConfirmed } from '../confirmation';
import { hasPlacement } from '../content-types/opt-in';
import { UID } from '../constants';
import { type Notice, noticeService } from '../notices/notices';
import { type VersionTie, entryRepository } from '../records/entries';
import { acceptanceService } from '../submissions/acceptance';
import { workflowRepository } from '../submissions/workflow-repository';
import { nameOfChoice } from '../submissions/transition-context';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { refuse, type MessageKey } from '../messages';

/** What of submissions decides whether an entry may be published, and what publishing does to them. */
export const publishingService = oncePerApplication((strapi: Core.Strapi) => {
  const entries = entryRepository(strapi);
  const acceptance = acceptanceService(strapi);
  const notices = noticeService(strapi);
  const workflows = workflowRepository(strapi);

  /** What the units of a piece are told that is published and earns nothing by it. */
  const publishedNotices = async (
    trx: Transaction,
    { id, title }: VersionTie
  ): Promise<Notice[]> => {
    const piece = await workflows.findById(trx, id);
    if (!piece) return [];
    const about = { uid: UID.submission, documentId: piece.documentId };
    return piece.units.map((unit) => ({
      ...{ kind: 'published', to: { unit: unit.id }, about, details: { title } },
    }));
  };

  const requireSent = ({ title, state }: VersionTie, key: MessageKey): void => {
    if (stateOnAdoption(state) !== null) return;
    throw refuse(strapi, 'submission', key, { title, state: nameOfChoice(strapi, state) });
  };

  return {
    /** The submissions that an entry belongs to as it is published. */
    tiesOf: (trx: Transaction, uid: string, documentId: string): Promise<VersionTie[]> =>
      entries.tiesOf(trx, uid, documentId, 'published'),

    /**
     * Holds what is being published against the submissions that it belongs to.
     *
     * @returns those that still wait and that no adoption will accept: `accept` them
     * @throws ValidationError where one is not with the office, and where the placement is missing
     *   and nobody has said that this is meant
     */
    check(contentType: Struct.ContentTypeSchema, ties: readonly VersionTie[]): VersionTie[] {
      for (const tie of ties) requireSent(tie, 'error.life.notAdoptable');
      const scores = hasPlacement(contentType);
      const forgotten = scores ? ties.find(({ isTied, placement }) => isTied && !placement) : null;
      if (forgotten) {
        requireConfirmed(strapi, 'no-placement', 'placement', 'error.publish.noPlacement', {
          title: forgotten.title,
        });
      }
      return ties.filter(({ state, placement }) => state === 'submitted' && !(scores && placement));
    },

    /**
     * Lets nobody but a unit copy what its unit has not sent: the copy's words would be published
     * without the submission that they belong to.
     *
     * @throws ValidationError where a submission of the entry is not with the office
     */
    async requireCopyable(trx: Transaction, uid: string, documentId: string): Promise<void> {
      const ties = await entries.tiesOf(trx, uid, documentId, 'edited');
      for (const tie of ties) requireSent(tie, 'error.entry.notCopyable');
    },

    /** Publishing uses a piece, so it is accepted, also where it earns nothing. */
    async accept(trx: Transaction, waiting: readonly VersionTie[]): Promise<void> {
      for (const submission of waiting) {
        await acceptance.accept(trx, submission);
        await notices.tell(trx, await publishedNotices(trx, submission));
      }
    },
  };
});
