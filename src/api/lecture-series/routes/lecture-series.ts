import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::lecture-series.lecture-series', {
  only: ['find', 'findOne'],
});
