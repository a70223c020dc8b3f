import type { Core } from '@strapi/strapi';
import { PLUGIN } from './constants';
import { guardTies } from './files/library';
import { guardServing } from './files/serve';
import { registerInnermostMiddleware } from './document-middleware';
import { answerStale } from './document-versions/stale';
import { isolateReadings } from './isolation/reads';
import { requireStorableText } from './middlewares/storable-text';
import { ACTIONS } from './permissions/actions';
import { registerOwnUnitCondition } from './permissions/own-unit';
import { repositories } from './repositories';
import { guardAppended } from './repositories/guard';
import { fillFolded } from './services/fill-folded';
import { fillPosts } from './services/fill-posts';
import { fillStates } from './services/fill-states';
import { keptFileService } from './services/kept-files';

interface PermissionService {
  actionProvider: { registerMany(actions: readonly object[]): Promise<unknown> };
}

export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const permission = strapi.service('admin::permission') as unknown as PermissionService;
  await permission.actionProvider.registerMany(
    ACTIONS.map((action) => ({ ...action, section: 'plugins', pluginName: PLUGIN }))
  );
  await registerOwnUnitCondition(strapi);
  isolateReadings(strapi);
  await guardAppended(strapi);
  await fillStates(strapi);
  await fillPosts(strapi);
  await repositories(strapi).fileMentions.rebuild();
  await keptFileService({ strapi }).fill();
  guardTies(strapi);
  guardServing(strapi);
  await fillFolded(strapi);
  requireStorableText(strapi);
  answerStale(strapi);
  registerInnermostMiddleware(strapi);
};
