/**
 * The compiled application as `strapi start` runs it, without the admin panel; tells its parent its
 * port, and, where `TELL_REQUESTS` is set, the address of every request as it comes in.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

const appDir = process.env.APP_DIR ?? '';
const { createStrapi } = createRequire(path.join(appDir, 'package.json'))('@strapi/strapi');

const strapi = createStrapi({
  appDir,
  distDir: path.join(appDir, 'dist'),
  autoReload: false,
  serveAdminPanel: false,
});
strapi.log.level = 'error';
await strapi.start();
if (process.env.TELL_REQUESTS) {
  strapi.server.httpServer.on('request', (/** @type {{ url: string }} */ { url }) =>
    process.send?.({ received: url })
  );
}
process.send?.({ port: strapi.server.httpServer.address().port });
