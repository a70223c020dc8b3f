import type { Core } from '@strapi/strapi';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', 1337),
  app: { keys: env.array('APP_KEYS')! },
  // Where the site is reached by https, a proxy in front of it speaks https: what it says of who asks
  // is then believed, and only what the nearest one says.
  proxy: {
    koa: env.bool('PROXY', env('PUBLIC_URL', '').startsWith('https://')),
    maxIpsCount: env.int('PROXY_COUNT', 1),
  },
  cron: { enabled: env.bool('CRON_ENABLED', true) },
  // Rows keep their numbers in our own backup alone.
  transfer: { remote: { enabled: false } },
});

export default config;
