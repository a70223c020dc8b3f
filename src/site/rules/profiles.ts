import { asRequester, isVisible } from '../../plugins/points/server/src/public';
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
    const { name } = own.unit;
    // That there is one cannot be kept from a unit; another unit's words can.
    if (!(await asRequester(() => isVisible(strapi, UID.profile, other.documentId)))) {
      throw refuse(strapi, 'unit', 'error.profile.takenUnseen', { name });
    }
    throw refuse(strapi, 'unit', 'error.profile.taken', { name, title: other.name });
  },
};
