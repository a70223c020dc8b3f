import type { Core } from '@strapi/strapi';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', 1337),
  app: { keys: env.array('APP_KEYS')! },
  cron: { enabled: env.bool('CRON_ENABLED', true) },
  // Rows keep their numbers in our own backup alone.
  transfer: { remote: { enabled: false } },
});

export default config;
