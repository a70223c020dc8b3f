import { contentTypesOf } from '../../../../../common/documents/content-types';
import type { Core, Struct } from '@strapi/strapi';
import { PLACEMENTS } from '../../../domain/vocabulary';
import { CHOICE_FIELD, UID } from '../constants';

interface PointsOption {
  /** `false` for a type that never runs in a placement: it keeps provenance and earns nothing. */
  placement?: boolean;
  /** The fields that say when what it tells of takes place: the day, or from when and to when. */
  eventDate?: readonly string[];
}

const optionOf = (contentType: Struct.ContentTypeSchema): PointsOption | undefined =>
  (contentType.pluginOptions as { points?: PointsOption } | undefined)?.points;

/** Whether a content type is one of the site's own, not Strapi's or a plugin's. */
export const isOfSite = (uid: string): boolean => uid.split('::', 1)[0] === 'api';

/** Whether the content type's entries are tied to the submission they came from. */
export const isOptedIn = (contentType: Struct.ContentTypeSchema): boolean =>
  optionOf(contentType) !== undefined;

/** Whether the content type's entries may run in a placement, and so earn points. */
export const hasPlacement = (contentType: Struct.ContentTypeSchema): boolean => {
  const option = optionOf(contentType);
  return option !== undefined && option.placement !== false;
};

/** The names of the fields that take the date of the event, from and to, if the type has them. */
export const eventDateFieldsOf = (contentType: Struct.ContentTypeSchema): readonly string[] =>
  optionOf(contentType)?.eventDate ?? [];

/** The UIDs of the content types whose entries can earn points. */
export const scoringTypes = (strapi: Core.Strapi): string[] =>
  [...contentTypesOf(strapi).values()].filter(hasPlacement).map(({ uid }) => uid);

interface Layouts {
  list?: string[];
  edit?: Array<Array<{ name: string; size: number }>>;
}

/**
 * Puts our fields where the type lays its form and list out: behind the first row and column, or at
 * the form's end where the entry earns nothing by them. The type cannot name them itself, for Strapi would not start without the plugin then.
 */
const layOut = (contentType: Struct.ContentTypeSchema, fields: readonly string[]): void => {
  const { list, edit } = (contentType as { config?: { layouts?: Layouts } }).config?.layouts ?? {};
  if (edit && !edit.flat().some(({ name }) => fields.includes(name))) {
    edit.splice(
      fields.includes('placement') ? 1 : edit.length,
      0,
      fields.map((name) => ({ name, size: 6 }))
    );
  }
  if (list && fields.includes('placement') && !list.includes('placement')) {
    list.splice(1, 0, 'placement');
  }
};

/**
 * Adds `submission` and, where the type may run in one, `placement` to every content type that
 * carries `pluginOptions.points`. Editors then fill them in the normal form, drafts keep them and
 * the public API filters by them.
 */
export const extendOptedInTypes = (strapi: Core.Strapi): void => {
  for (const contentType of contentTypesOf(strapi).values()) {
    if (!isOptedIn(contentType)) continue;
    const attributes = contentType.attributes as Record<string, unknown>;
    if (hasPlacement(contentType)) {
      attributes.placement = {
        type: 'customField',
        customField: CHOICE_FIELD,
        enum: [...PLACEMENTS],
        configurable: false,
      };
    }
    attributes.submission = {
      type: 'relation',
      relation: 'manyToOne',
      target: UID.submission,
      configurable: false,
    };
    layOut(contentType, hasPlacement(contentType) ? ['placement', 'submission'] : ['submission']);
  }
};
