import { labelOf } from '../../common/messages/validation';
import { attributesOf } from '../content-types';
import type { Rule } from '../write';
import { refuse } from '../../common/messages/messages';

/** A text that must be there says something once it is published: Strapi takes blanks for a title. */
export const requiredTexts: Rule = {
  concerns: () => true,
  after({ strapi, contentType, row, publishes }) {
    if (!publishes && contentType.options?.draftAndPublish === true) return;
    for (const [field, { required }] of attributesOf(contentType)) {
      const value = row[field];
      if (!required || typeof value !== 'string' || value.trim() !== '') continue;
      const label = labelOf(strapi, field, contentType.uid);
      throw refuse(strapi, field, 'error.required', { field, label });
    }
  },
};
