import type { Core } from '@strapi/strapi';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { FILE } from '../constants';

type Data = Record<string, unknown>;

/**
 * The media library's rows as Strapi's query engine gives them: with the fields that plugins add, and
 * with the rows' relations written along. In the transaction that is under way.
 */
export const libraryRepository = oncePerApplication((strapi: Core.Strapi) => ({
  find: (id: number | string): Promise<unknown> => strapi.db.query(FILE).findOne({ where: { id } }),

  write: (id: number | string, data: Data): Promise<unknown> =>
    strapi.db.query(FILE).update({ where: { id }, data }),

  /** Takes the row away and leaves the bytes where they are. */
  forget: (id: number | string): Promise<unknown> =>
    strapi.db.query(FILE).delete({ where: { id } }),

  /** Whether the request that is being answered may see the file's row. */
  async isVisible(id: number): Promise<boolean> {
    return (await strapi.db.query(FILE).count({ where: { id } })) > 0;
  },
}));

/** Shows `look` what is about to be written to a file's row, by whichever way; it throws to refuse. */
export const watchFileWrites = (strapi: Core.Strapi, look: (data: Data) => void): void => {
  const before = ({ params }: { params: { data?: Data } }): void => {
    look(params.data ?? {});
  };
  strapi.db.lifecycles.subscribe({
    models: [FILE],
    beforeCreate: before,
    beforeUpdate: before,
  });
};
