import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::disclosure-document.disclosure-document', {
  only: ['find', 'findOne'],
});
