import type { Core } from '@strapi/strapi';
import { labelsOf } from '../../../../common/messages/labels';
import { mailSettings } from './delivery/settings';
import en from './translations/en.json';
import zhHans from './translations/zh-Hans.json';
import { registerDocumentMiddleware } from './wiring/document-pipeline';

export default ({ strapi }: { strapi: Core.Strapi }): void => {
  // What is set up wrong is said at the start, and not when the first mail is due.
  mailSettings(strapi);
  labelsOf(strapi).add('en', en);
  labelsOf(strapi).add('zh-Hans', zhHans);
  registerDocumentMiddleware(strapi);
};
