import { UID } from '../content-types';
import { refuse } from '../refusals';
import type { Rule, Row } from '../write';

interface Profile extends Row {
  name: string;
  unit: { documentId: string; name: string } | null;
}

/** A unit introduces itself once. */
export const profiles: Rule = {
  concerns: ({ uid }) => uid === UID.profile,
  async after({ strapi, documentId }) {
    const query = strapi.db.query(UID.profile);
    const own = (await query.findOne({
      where: { documentId, publishedAt: null },
      populate: { unit: true },
    })) as Profile | null;
    if (!own?.unit) return;
    const other = (await query.findOne({
      where: {
        documentId: { $ne: documentId },
        publishedAt: null,
        unit: { documentId: own.unit.documentId },
      },
    })) as Profile | null;
    if (!other) return;
    throw refuse(strapi, 'unit', 'error.profile.taken', { name: own.unit.name, title: other.name });
  },
};
