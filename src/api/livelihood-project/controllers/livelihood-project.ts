import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::livelihood-project.livelihood-project');
