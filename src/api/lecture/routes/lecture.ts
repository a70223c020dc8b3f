import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::lecture.lecture', { only: ['find', 'findOne'] });
