import type { Core } from '@strapi/strapi';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => ({
  auth: {
    secret: env('ADMIN_JWT_SECRET')!,
    cookie: {
      // Unsaid, it is as the request: Secure behind https, plain on a machine of one's own.
      secure: env('COOKIE_SECURE') === undefined ? undefined : env.bool('COOKIE_SECURE'),
      sameSite: env.oneOf('COOKIE_SAME_SITE', ['strict', 'lax', 'none'] as const, 'strict'),
      domain: env('COOKIE_DOMAIN'),
    },
  },
  apiToken: { salt: env('API_TOKEN_SALT')! },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT')! } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY')! },
  // Attempts are counted by `global::login-limits`, which says in words how long to wait.
  rateLimit: { enabled: false },
  // A government site's admin panel asks no surveys and advertises nothing.
  flags: { nps: false, promoteEE: false, docLinks: false },
  // The site has no preview of drafts; unsaid, every entry invites its editor to set one up.
  preview: { enabled: false, config: { handler: () => null } },
  ai: { enabled: false },
  watchIgnoreFiles: ['**/tests/**', '**/docs/**'],
});

export default config;
