import type { Core } from '@strapi/strapi';
import { MEGABYTE, MOST_FIELDS, MOST_MEGABYTES } from '../src/site/limits';

const { form, json } = MOST_MEGABYTES;
const body = {
  name: 'strapi::body',
  config: {
    // `global::bounded-body` has read these already.
    json: false,
    urlencoded: false,
    formidable: {
      maxFileSize: form * MEGABYTE,
      maxFieldsSize: json * MEGABYTE,
      maxFields: MOST_FIELDS,
    },
  },
};

const config: Core.Config.Middlewares = [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  'strapi::cors',
  'strapi::poweredBy',
  'global::rate-limits',
  'global::bounded-query',
  'strapi::query',
  'global::readable-body',
  'global::bounded-body',
  body,
  'global::login-limits',
  'strapi::session',
  'strapi::favicon',
  'global::site-pages',
  'global::download-names',
  'strapi::public',
];

export default config;
