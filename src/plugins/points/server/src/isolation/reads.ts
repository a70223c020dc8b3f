import type { Core } from '@strapi/strapi';
import { narrowReadings } from './visibility-filters';
import { isScopedRequest, readingScope } from './requester';
import { ownershipRepository } from './ownership';

/** Holds the readings of every request to the units of who asks; those of the application see all. */
export const isolateReadings = (strapi: Core.Strapi): void => {
  const ownership = ownershipRepository(strapi);
  narrowReadings(strapi, {
    isScoped: () => isScopedRequest(strapi),
    isOwned: ownership.isOwned,
    async filterOf(uid) {
      const membership = await readingScope(strapi, uid);
      return membership && ownership.filter(uid, membership);
    },
  });
};
