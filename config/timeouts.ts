import type { Core } from '@strapi/strapi';

/** How long is waited for what others hold, in milliseconds. */
const config = ({ env }: Core.Config.Shared.ConfigParams) => ({
  /** For another process that writes to the SQLite file. */
  busy: env.int('DATABASE_BUSY_TIMEOUT', 15_000),
  /** For another process that boots on the same database. */
  boot: env.int('DATABASE_BOOT_TIMEOUT', 180_000),
  /** For the requests in flight, when the application ends. */
  shutdown: env.int('SHUTDOWN_TIMEOUT', 8_000),
});

export default config;
