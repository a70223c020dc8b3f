'use strict';

const { performance } = require('node:perf_hooks');
const { createStrapi } = require('@strapi/strapi');

/** Boots the application once, as a server does, and tells how long the process has lived by then. */
const main = async () => {
  const [appDir, distDir] = process.argv.slice(2);
  const strapi = createStrapi({ appDir, distDir, autoReload: false, serveAdminPanel: false });
  strapi.log.level = 'error';
  await strapi.load();
  strapi.server.mount();
  await new Promise((resolve) => {
    strapi.server.httpServer.listen(0, '127.0.0.1', resolve);
  });
  process.send(performance.now());
  await strapi.destroy();
  process.exit(0);
};

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
