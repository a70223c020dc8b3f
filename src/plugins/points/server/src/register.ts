import { labelsOf } from '../../../../common/messages/labels';
import { requireCalendarSettings } from '../../../../common/time/calendar-settings';
import en from './translations/en.json';
import zhHans from './translations/zh-Hans.json';
import type { Core } from '@strapi/strapi';
import { PLUGIN } from './constants';
import { extendOptedInTypes } from './content-types/opt-in';
import { registerDocumentMiddleware } from './wiring/document-pipeline';
import { nameRefusedOfMany } from './entries/bulk-publish';
import { guardLibrary } from './files/library';
import { indexHashes } from './files/serve';
import { isolateRest } from './isolation/unfiltered-reads';
import { patchPickers } from './isolation/pickers';

export default ({ strapi }: { strapi: Core.Strapi }): void => {
  requireCalendarSettings(strapi);
  labelsOf(strapi).add('en', en);
  labelsOf(strapi).add('zh-Hans', zhHans);
  strapi.customFields.register({
    name: 'choice',
    plugin: PLUGIN,
    type: 'enumeration',
    inputSize: { default: 6, isResizable: true },
  });
  strapi.customFields.register({
    name: 'channel',
    plugin: PLUGIN,
    type: 'string',
    inputSize: { default: 6, isResizable: true },
  });
  extendOptedInTypes(strapi);
  registerDocumentMiddleware(strapi);
  nameRefusedOfMany(strapi);
  indexHashes(strapi);
  guardLibrary(strapi);
  isolateRest(strapi);
  patchPickers(strapi);
};
