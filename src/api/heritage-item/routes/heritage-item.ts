import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::heritage-item.heritage-item', {
  only: ['find', 'findOne'],
});
