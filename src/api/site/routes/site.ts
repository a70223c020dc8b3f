import type { Core } from '@strapi/strapi';

/** `auth: false`: the same answer for everyone, whatever the public role may do. */
const get = (path: string, action: string) => ({
  method: 'GET' as const,
  path,
  handler: `site.${action}`,
  config: { auth: false as const },
});

const routes: Core.RouterConfig = {
  type: 'content-api',
  routes: [get('/home', 'home'), get('/search', 'search')],
};

export default routes;
