import type { Core } from '@strapi/strapi';
import { PLUGIN } from './constants';
import { extendOptedInTypes } from './content-types/opt-in';
import { registerDocumentMiddleware } from './document-middleware';
import { nameRefusedOfMany } from './document-middleware/bulk-publish';
import { guardLibrary } from './files/library';
import { indexHashes } from './files/serve';
import { isolateRest } from './isolation/past-the-queries';
import { mendPickers } from './isolation/pickers';

export default ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.customFields.register({
    name: 'choice',
    plugin: PLUGIN,
    type: 'enumeration',
    inputSize: { default: 6, isResizable: true },
  });
  extendOptedInTypes(strapi);
  registerDocumentMiddleware(strapi);
  nameRefusedOfMany(strapi);
  indexHashes(strapi);
  guardLibrary(strapi);
  isolateRest(strapi);
  mendPickers(strapi);
};
