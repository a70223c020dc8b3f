import type { Core, UID } from '@strapi/strapi';
import { labelOf } from '../../common/messages/validation';
import { attributesOf, standsInColumn } from '../content-types';
import { refuse } from '../refusals';
import type { Row, Rule, Written } from '../write';

const targetsOf = (value: unknown): Row[] => {
  if (Array.isArray(value)) return value as Row[];
  return value === null || value === undefined ? [] : [value as Row];
};

const isPublished = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  { documentId }: Row
): Promise<boolean> =>
  (await strapi.db.query(uid).count({ where: { documentId, publishedAt: { $notNull: true } } })) >
  0;

const nameOf = ({ title, name, documentId }: Row): string => {
  const given = title ?? name;
  return typeof given === 'string' ? given : documentId;
};

const requirePublished = async (
  { strapi, contentType, row, documentId }: Written,
  field: string,
  target: UID.ContentType
): Promise<void> => {
  for (const chosen of targetsOf(row[field])) {
    if (chosen.documentId === documentId || (await isPublished(strapi, target, chosen))) continue;
    const label = labelOf(strapi, field, contentType.uid);
    throw refuse(strapi, field, 'error.unpublished', { field, label, name: nameOf(chosen) });
  }
};

/**
 * What an entry points at is published before it: of a relation to a draft, Strapi publishes
 * nothing, and the reader would never see it.
 */
export const publishedTargets: Rule = {
  concerns: standsInColumn,
  async after(written) {
    if (!written.publishes) return;
    for (const [name, { type, target, mappedBy }] of attributesOf(written.contentType)) {
      if (type !== 'relation' || target === undefined || mappedBy !== undefined) continue;
      const uid = target as UID.ContentType;
      if (!target.startsWith('api::') || !standsInColumn(written.strapi.contentType(uid))) continue;
      await requirePublished(written, name, uid);
    }
  },
};
