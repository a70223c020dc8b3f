/**
 * The compiled application as `strapi start` runs it, without the admin panel; tells its parent its
 * port, and, where `TELL_REQUESTS` is set, the address of every request as it comes in.
 */
import { createApplication } from './child-application.mjs';

const strapi = createApplication();
await strapi.start();
if (process.env.TELL_REQUESTS) {
  strapi.server.httpServer.on('request', (/** @type {{ url: string }} */ { url }) =>
    process.send?.({ received: url })
  );
}
process.send?.({ port: strapi.server.httpServer.address().port });
