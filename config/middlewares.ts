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

/** Each a text: Strapi fills a list that is shorter than its own up with its own hosts. */
const directives = {
  'connect-src': "'self'",
  'img-src': "'self' data: blob:",
  'media-src': "'self' data: blob:",
  'font-src': "'self' data:",
  'style-src': "'self' 'unsafe-inline'",
  'frame-ancestors': "'self'",
};

const security = (isHttps: boolean, isRead: boolean) => ({
  name: 'strapi::security',
  config: {
    contentSecurityPolicy: { directives },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: isRead ? 'cross-origin' : 'same-site' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    hsts: isHttps ? { maxAge: 31536000, includeSubDomains: false } : false,
  },
});

interface Request {
  path: string;
}

/** Pages of other origins read the public API where they are named, and never the admin panel's. */
const cors = (origins: string[]) => ({
  name: 'strapi::cors',
  config: {
    origin: ({ path }: Request) => (path.startsWith('/api/') ? origins : []),
    credentials: false,
  },
});

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Middlewares => {
  const origins = env.array('CORS_ORIGINS', []).filter((origin) => origin !== '' && origin !== '*');
  const isHttps = env('PUBLIC_URL', '').startsWith('https://');
  return [
    'global::request-log',
    'strapi::errors',
    'global::database-faults',
    security(isHttps, origins.length > 0),
    'global::permissions-policy',
    cors(origins),
    'global::rate-limits',
    'global::bounded-query',
    'global::kept-answers',
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
};

export default config;
