import type { Core, Struct } from '@strapi/strapi';
import { COLUMN, entryTypes } from '../site/content-types';
import { ofOwnUnit, on, type Permission, type RoleCode, type Verb } from './permissions';

interface SiteRights {
  entries: readonly Verb[];
  /** What more of the entries that come from submissions. */
  sentIn?: readonly Verb[];
  columns: readonly Verb[];
  /** Whether of the entries that units send in only the own units' are meant. */
  isHeldToUnit: boolean;
}

/** What each role does with the site's entries and with its columns. */
const RIGHTS: Readonly<Record<RoleCode, SiteRights>> = {
  office: {
    entries: ['read', 'publish'],
    // It makes them of submissions, and would stand before a form that it cannot finish.
    sentIn: ['update'],
    columns: ['create', 'read', 'update', 'delete'],
    isHeldToUnit: false,
  },
  editor: {
    entries: ['create', 'read', 'update', 'delete', 'publish'],
    columns: ['read'],
    isHeldToUnit: false,
  },
  officer: { entries: ['create', 'read', 'update'], columns: ['read'], isHeldToUnit: true },
  leader: { entries: ['read', 'update'], columns: ['read'], isHeldToUnit: true },
};

/** Nobody writes the date of publication: the system does. */
const KEPT_BY_CODE: ReadonlySet<string> = new Set(['publicationDate']);

/** Where an entry runs on the site is the editor's choice, not the unit's. */
const EDITORS_CHOICE: ReadonlySet<string> = new Set(['placement']);

interface ContentTypeService {
  getNestedFields: (
    this: void,
    contentType: Struct.ContentTypeSchema,
    options: { components: unknown }
  ) => string[];
}

const fieldsOf = (
  strapi: Core.Strapi,
  contentType: Struct.ContentTypeSchema,
  verb: Verb,
  isHeldToUnit: boolean
): string[] => {
  const { getNestedFields } = strapi.service(
    'admin::content-type'
  ) as unknown as ContentTypeService;
  const fields = getNestedFields(contentType, { components: strapi.components });
  if (verb === 'read') return fields;
  return fields.filter(
    (field) => !KEPT_BY_CODE.has(field) && !(isHeldToUnit && EDITORS_CHOICE.has(field))
  );
};

const isSentIn = ({ pluginOptions }: Struct.ContentTypeSchema): boolean =>
  pluginOptions?.points !== undefined;

/** What a role may do with the site's content types, whichever there are. */
export const sitePermissions = (strapi: Core.Strapi, role: RoleCode): Permission[] => {
  const { entries, sentIn = [], columns, isHeldToUnit } = RIGHTS[role];
  const permit = (contentType: Struct.ContentTypeSchema, verbs: readonly Verb[]): Permission[] =>
    verbs.flatMap((verb) => {
      const fields = fieldsOf(strapi, contentType, verb, isHeldToUnit);
      const permissions = on(contentType.uid, [verb], fields);
      // What is made is held to the unit where it is written.
      const isHeld = isHeldToUnit && isSentIn(contentType) && verb !== 'create';
      return isHeld ? ofOwnUnit(permissions) : permissions;
    });
  return [
    ...permit(strapi.contentType(COLUMN), columns),
    ...entryTypes(strapi).flatMap((contentType) =>
      permit(contentType, isSentIn(contentType) ? [...entries, ...sentIn] : entries)
    ),
  ];
};
