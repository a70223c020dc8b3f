import type { Core } from '@strapi/strapi';

/** The mail server by which the outbox sends; without a host it sends nothing, and messages wait. */
const config = ({ env }: Core.Config.Shared.ConfigParams) => ({
  /** `smtp://user:password@host:587`, or `smtps://…` for a line that is encrypted from the start. */
  url: env('SMTP_URL', ''),
  host: env('SMTP_HOST', ''),
  port: env.int('SMTP_PORT', 0),
  secure: env.bool('SMTP_SECURE', false),
  user: env('SMTP_USER', ''),
  password: env('SMTP_PASSWORD', ''),
  /** Whether a line that cannot be encrypted is refused; unless told, where a password goes over it. */
  requireTls: env('SMTP_REQUIRE_TLS', ''),
  /** `address`, or `name <address>`. */
  from: env('MAIL_FROM', ''),
  /** How long the server may be silent, and how long one message may take in all, in milliseconds. */
  timeout: env.int('SMTP_TIMEOUT', 30_000),
  deliveryTimeout: env.int('SMTP_DELIVERY_TIMEOUT', 180_000),
});

export default config;
