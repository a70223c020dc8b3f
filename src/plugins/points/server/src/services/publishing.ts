import type { Core, Struct } from '@strapi/strapi';
import { stateOnAdoption } from '../../../domain/life';
import { requireConfirmed } from '../confirmation';
import { hasPlacement } from '../content-types/opt-in';
import { refuse } from '../errors';
import { repositories } from '../repositories';
import type { Transaction } from '../repositories/connection';
import type { PublishedTie } from '../repositories/entries';
import { lifeService } from './life';

/** What of submissions decides whether an entry may be published, and what publishing does to them. */
export const publishingService = ({ strapi }: { strapi: Core.Strapi }) => {
  const { entries } = repositories(strapi);
  const life = lifeService({ strapi });

  const requireSent = ({ title, state }: PublishedTie): void => {
    if (stateOnAdoption(state) !== null) return;
    throw refuse(strapi, 'submission', 'error.life.notAdoptable', {
      title,
      state: life.nameOfChoice(state),
    });
  };

  return {
    /**
     * Holds what is being published against the submissions that it belongs to.
     *
     * @returns those that still wait and that no adoption will accept: `accept` them
     * @throws ValidationError where one is not with the office, and where the placement is missing
     *   and nobody has said that this is meant
     */
    async check(
      trx: Transaction,
      contentType: Struct.ContentTypeSchema,
      documentId: string
    ): Promise<PublishedTie[]> {
      const ties = await entries.publishedTies(trx, contentType.uid, documentId);
      ties.forEach(requireSent);
      const scores = hasPlacement(contentType);
      const forgotten = scores ? ties.find(({ isTied, placement }) => isTied && !placement) : null;
      if (forgotten) {
        requireConfirmed(strapi, 'no-placement', 'placement', 'error.publish.noPlacement', {
          title: forgotten.title,
        });
      }
      return ties.filter(({ state, placement }) => state === 'submitted' && !(scores && placement));
    },

    /** Publishing uses a piece, so it is accepted, also where it earns nothing. */
    async accept(trx: Transaction, waiting: readonly PublishedTie[]): Promise<void> {
      for (const submission of waiting) await life.adopt(trx, submission);
    },
  };
};
