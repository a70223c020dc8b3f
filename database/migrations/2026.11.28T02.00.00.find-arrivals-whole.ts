import type { Knex } from 'knex';

/**
 * The index of the time of receipt holds now all that is asked of a month's pieces, under a name of its
 * own: Strapi makes it, and never drops the one before it.
 */
export const up = async (trx: Knex): Promise<void> => {
  await trx.raw('drop index if exists points_submissions_received');
};
