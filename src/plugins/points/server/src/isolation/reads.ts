import type { Core } from '@strapi/strapi';
import { repositories } from '../repositories';
import { narrowReadings } from '../repositories/narrowing';
import { isHeldRequest, readingHeldTo } from './requester';

/** Holds the readings of every request to the units of who asks; those of the application see all. */
export const isolateReadings = (strapi: Core.Strapi): void => {
  const { ownership } = repositories(strapi);
  narrowReadings(strapi, {
    isHeld: () => isHeldRequest(strapi),
    isOwned: ownership.isOwned,
    async filterOf(uid) {
      const membership = await readingHeldTo(strapi, uid);
      return membership && ownership.filter(uid, membership);
    },
  });
};
