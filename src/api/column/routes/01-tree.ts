import type { Core } from '@strapi/strapi';

/** Files are taken by their names: this one comes before the column's own, whose `:id` would take `tree`. */
const routes: Core.RouterConfig = {
  type: 'content-api',
  routes: [
    {
      method: 'GET',
      path: '/columns/tree',
      handler: 'api::site.site.columns',
      config: { auth: false },
    },
  ],
};

export default routes;
