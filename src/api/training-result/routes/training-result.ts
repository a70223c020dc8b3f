import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::training-result.training-result', {
  only: ['find', 'findOne'],
});
