import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::training-result.training-result');
