import type { Core } from '@strapi/strapi';
import { has, siteTypes, type SiteType } from '../public-api/site-types';

/** What pages look for among published entries: an address, a day, what runs in a placement. */
const LOOKED_FOR: ReadonlyArray<{ suffix: string; columns: Readonly<Record<string, string>> }> = [
  { suffix: 'slug', columns: { slug: 'slug' } },
  { suffix: 'date', columns: { publicationDate: 'publication_date' } },
  {
    suffix: 'placement',
    columns: { placement: 'placement', publicationDate: 'publication_date' },
  },
];

const indexesOf = (type: SiteType) =>
  LOOKED_FOR.filter(({ columns }) => Object.keys(columns).every((name) => has(type, name)));

/**
 * Indexes by which pages find what is published among many entries. Made at every boot: a schema
 * cannot say that an index is of published rows only, and a change of it that rebuilds a SQLite table
 * takes the index along.
 */
export const indexPublished = async (strapi: Core.Strapi): Promise<void> => {
  for (const type of siteTypes(strapi)) {
    const { tableName } = strapi.db.metadata.get(type.uid);
    for (const { suffix, columns } of indexesOf(type)) {
      const names = Object.values(columns);
      await strapi.db.connection.raw(
        `create index if not exists ?? on ?? (${names.map(() => '??').join(', ')})
          where published_at is not null`,
        [`${tableName}_published_${suffix}`, tableName, ...names]
      );
    }
  }
};
