import type { Core, Struct } from '@strapi/strapi';

/** The columns themselves: what entries stand in, and no entry. */
export const COLUMN = 'api::column.column';

/** The site's other content types that have rules of their own. */
export const UID = {
  disclosureDocument: 'api::disclosure-document.disclosure-document',
  event: 'api::event.event',
  milestone: 'api::milestone.milestone',
  numberSeries: 'api::number-series.number-series',
  policy: 'api::policy.policy',
  powerItem: 'api::power-item.power-item',
  profile: 'api::profile.profile',
} as const;

/** What our code reads of an attribute, whatever its type. */
export interface Attribute {
  type: string;
  required?: boolean;
  component?: string;
  allowedTypes?: readonly string[];
  relation?: string;
  target?: string;
  inversedBy?: string;
  mappedBy?: string;
}

/** A schema's attributes, by name. */
export const attributesOf = ({
  attributes,
}: Pick<Struct.Schema, 'attributes'>): Array<[string, Attribute]> =>
  Object.entries(attributes as unknown as Record<string, Attribute>);

/** Whether entries of the type stand in a column. */
export const standsInColumn = (contentType: Struct.ContentTypeSchema): boolean =>
  (contentType.attributes as unknown as Record<string, Attribute | undefined>).column?.target ===
  COLUMN;

/** The site's content types whose entries stand in a column, in the order of their UIDs. */
export const entryTypes = (strapi: Core.Strapi): Struct.ContentTypeSchema[] =>
  (Object.values(strapi.contentTypes) as unknown as Struct.ContentTypeSchema[])
    .filter(standsInColumn)
    .sort((one, other) => one.uid.localeCompare(other.uid, 'en'));
