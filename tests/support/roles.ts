/** One permission of an admin role, as the admin's own services take it. */
export interface Permission {
  action: string;
  subject?: string | null;
  properties?: { fields?: string[]; locales?: string[] };
  conditions?: string[];
}

/** Codes of the roles that the bureau's people have, and Strapi's own for all rights. */
export type RoleCode = 'office' | 'editor' | 'officer' | 'leader' | 'super-admin';

const points = (...names: string[]): Permission[] =>
  names.map((name) => ({ action: `plugin::points.${name}` }));

const contentManager = (subject: string, ...names: string[]): Permission[] =>
  names.map((name) => ({ action: `plugin::content-manager.explorer.${name}`, subject }));

const ARTICLE = 'api::article.article';
const CRUD = ['create', 'read', 'update', 'delete'];

/** What each role may do in the suites that do not test permissions themselves. */
export const ROLES: Record<Exclude<RoleCode, 'super-admin'>, Permission[]> = {
  office: [
    ...points('report.read', 'ledger.read', 'entry.read', 'submission.from-entry'),
    ...points('adoption.record', 'adoption.withdraw', 'reconcile.read', 'unit.read'),
    ...['unit', 'officer', 'submission', 'adoption', 'rule-set'].flatMap((type) =>
      contentManager(`plugin::points.${type}`, ...CRUD)
    ),
    ...contentManager(ARTICLE, 'read'),
  ],
  editor: [
    ...points('entry.read', 'submission.from-entry', 'unit.read'),
    ...contentManager(ARTICLE, ...CRUD, 'publish'),
    ...contentManager('plugin::points.submission', 'create', 'read', 'update'),
  ],
  officer: [
    ...points('report.read', 'entry.read'),
    ...contentManager(ARTICLE, 'create', 'read', 'update'),
    ...contentManager('plugin::points.submission', 'create', 'read', 'update'),
  ],
  leader: points('report.read', 'ledger.read'),
};
