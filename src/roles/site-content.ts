import type { Core, Struct } from '@strapi/strapi';
import { COLUMN, entryTypes } from '../site/content-types';
import type { Permission, RoleCode } from './definitions';

type Verb = 'create' | 'read' | 'update' | 'delete' | 'publish';

/** The article has permissions of its own: its placement is not everybody's. */
const ARTICLE = 'api::article.article';

/** What each role does with the entries of base content and with the columns. */
const VERBS: Readonly<Record<RoleCode, Readonly<Record<'entries' | 'columns', readonly Verb[]>>>> =
  {
    office: { entries: ['read', 'publish'], columns: ['create', 'read', 'update', 'delete'] },
    editor: { entries: ['create', 'read', 'update', 'delete', 'publish'], columns: ['read'] },
    officer: { entries: ['create', 'read', 'update'], columns: ['read'] },
    leader: { entries: ['read'], columns: ['read'] },
  };

/** Nobody writes the date of publication: the system does. */
const READ_ONLY: ReadonlySet<string> = new Set(['publicationDate']);

const WHOLE_ENTRY: ReadonlySet<Verb> = new Set(['publish', 'delete']);

const fieldsOf = ({ attributes }: Struct.ContentTypeSchema, verb: Verb): string[] =>
  Object.keys(attributes).filter((name) => verb === 'read' || !READ_ONLY.has(name));

const on = (contentType: Struct.ContentTypeSchema, verbs: readonly Verb[]): Permission[] =>
  verbs.map((verb) => ({
    action: `plugin::content-manager.explorer.${verb}`,
    subject: contentType.uid,
    ...(WHOLE_ENTRY.has(verb) ? {} : { properties: { fields: fieldsOf(contentType, verb) } }),
  }));

/** What a role may do with the site's content types, whichever there are; Strapi drops unknown fields. */
export const sitePermissions = (strapi: Core.Strapi, role: RoleCode): Permission[] => {
  const { entries, columns } = VERBS[role];
  return [
    ...on(strapi.contentType(COLUMN), columns),
    ...entryTypes(strapi)
      .filter(({ uid }) => uid !== ARTICLE)
      .flatMap((contentType) => on(contentType, entries)),
  ];
};
