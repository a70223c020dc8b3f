import type { Core } from '@strapi/strapi';
import { MEGABYTE, MOST_MEGABYTES } from '../src/site/limits';

const { form, json } = MOST_MEGABYTES;
const body = {
  name: 'strapi::body',
  config: { jsonLimit: json * MEGABYTE, formidable: { maxFileSize: form * MEGABYTE } },
};

const config: Core.Config.Middlewares = [
  'strapi::logger',
  'strapi::errors',
  'global::database-faults',
  'strapi::security',
  'strapi::cors',
  'strapi::poweredBy',
  'strapi::query',
  'global::readable-body',
  body,
  'strapi::session',
  'strapi::favicon',
  'global::site-pages',
  'strapi::public',
];

export default config;
