import type { Core, Struct } from '@strapi/strapi';
import { rolesOf } from './definitions';
import type { PermissionFacts } from './permissions-table';

interface RegisteredAction {
  actionId: string;
  displayName: string;
  /** Only of actions on content types. */
  subjects?: readonly string[] | null;
}

interface PermissionService {
  actionProvider: { values(): readonly RegisteredAction[] };
}

/** A route as a plugin declares it; of its policies, those that name an action. */
interface PluginRoute {
  method: string;
  path: string;
  config?: { policies?: ReadonlyArray<string | { config?: { action?: string } }> };
}

/** The plugins of the house. */
const PLUGINS = ['points', 'mail'] as const;

const OURS = /^(api|plugin::(points|mail))\b/;

const actionsOf = (strapi: Core.Strapi): PermissionFacts['actions'] => {
  const { actionProvider } = strapi.service('admin::permission') as unknown as PermissionService;
  return actionProvider
    .values()
    .filter(({ subjects }) => !subjects)
    .map(({ actionId, displayName }) => ({ id: actionId, name: displayName }));
};

const contentTypesOf = (strapi: Core.Strapi): PermissionFacts['contentTypes'] =>
  (Object.values(strapi.contentTypes) as unknown as Struct.ContentTypeSchema[])
    .filter(({ uid }) => OURS.test(uid))
    .map(({ uid, info }) => ({ uid, name: info.displayName }))
    .sort((one, other) => one.uid.localeCompare(other.uid, 'en'));

const routesOfPlugin = (strapi: Core.Strapi, plugin: string): PermissionFacts['routes'] => {
  const routers = Object.values(strapi.plugin(plugin).routes) as unknown as Array<{
    routes: readonly PluginRoute[];
  }>;
  return routers
    .flatMap(({ routes }) => routes)
    .map(({ method, path, config }) => {
      const named = (config?.policies ?? []).flatMap((policy) =>
        typeof policy === 'string' || !policy.config?.action ? [] : [policy.config.action]
      );
      return {
        method,
        path: `/${plugin}${path}`,
        action: named.map((action) => `plugin::${plugin}.${action}`).join(', '),
      };
    });
};

/** What the tables of docs/permissions.md are made of, read from the application. */
export const permissionFactsOf = (strapi: Core.Strapi): PermissionFacts => ({
  roles: rolesOf(strapi),
  actions: actionsOf(strapi),
  contentTypes: contentTypesOf(strapi),
  routes: PLUGINS.flatMap((plugin) => routesOfPlugin(strapi, plugin)),
});
