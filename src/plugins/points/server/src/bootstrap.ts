import type { Core } from '@strapi/strapi';
import { PLUGIN } from './constants';
import { noticeSchedule } from './ledger/notice-schedule';
import { postingNoticeService } from './ledger/posting-notices';
import { reminderSchedule } from './commissions/reminder-schedule';
import { guardTies } from './files/library';
import { guardServing } from './files/serve';
import { registerInnermostMiddleware } from './wiring/document-pipeline';
import { answerStale } from './document-versions/stale';
import { isolateReadings } from './isolation/reads';
import { requireStorableText } from '../../../../common/http/storable-text';
import { ACTIONS } from './permissions/actions';
import { registerOwnUnitCondition } from './isolation/own-unit';
import { guardAppended } from './ledger/append-only-guard';
import { keptFileService } from './ledger/kept-files';
import { adoptionRepository } from './records/adoptions';
import { fileMentionRepository } from './files/file-mentions-repository';

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
  await fileMentionRepository(strapi).rebuild();
  await keptFileService(strapi).fill();
  await adoptionRepository(strapi).indexUndecided();
  guardTies(strapi);
  guardServing(strapi);
  requireStorableText(strapi);
  answerStale(strapi);
  registerInnermostMiddleware(strapi);
  reminderSchedule(strapi).start();
  await postingNoticeService(strapi).begin();
  noticeSchedule(strapi).start();
};
