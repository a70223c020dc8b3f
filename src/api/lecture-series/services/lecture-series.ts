import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::lecture-series.lecture-series');
