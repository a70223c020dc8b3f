import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::livelihood-project.livelihood-project', {
  only: ['find', 'findOne'],
});
