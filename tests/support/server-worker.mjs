/** The compiled application as `strapi start` runs it, without the admin panel; tells its parent its port. */
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
process.send?.({ port: strapi.server.httpServer.address().port });
