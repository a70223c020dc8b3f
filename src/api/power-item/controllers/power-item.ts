import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::power-item.power-item');
