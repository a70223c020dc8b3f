import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::livelihood-project.livelihood-project');
