import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::training-result.training-result');
