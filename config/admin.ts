import type { Core } from '@strapi/strapi';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => ({
  auth: { secret: env('ADMIN_JWT_SECRET')! },
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
