import type { Core } from '@strapi/strapi';

const config: Core.Config.Middlewares = [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  'strapi::cors',
  'strapi::poweredBy',
  'strapi::query',
  'global::readable-body',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'global::site-pages',
  'strapi::public',
];

export default config;
