import { createRequire } from 'node:module';
import path from 'node:path';
import shortcuts from './shortcuts.cjs';

/**
 * The compiled application in `APP_DIR`, not loaded yet, in a process of its own. Where it has booted
 * on a copy's original already (POINTS_TEST_BOOTED), it trusts in what stands there.
 */
export const createApplication = () => {
  const appDir = process.env.APP_DIR ?? '';
  const { createStrapi } = createRequire(path.join(appDir, 'package.json'))('@strapi/strapi');
  const strapi = createStrapi({
    appDir,
    distDir: path.join(appDir, 'dist'),
    autoReload: false,
    serveAdminPanel: false,
  });
  strapi.log.level = 'error';
  if (process.env.POINTS_TEST_BOOTED) shortcuts.trustDatabase(strapi);
  return strapi;
};
