import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::work.work', { only: ['find', 'findOne'] });
