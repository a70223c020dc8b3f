import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::artist.artist', { only: ['find', 'findOne'] });
