import type { Core } from '@strapi/strapi';
import { appendOnly } from '../../../../../common/documents/append-only';
import { registerPipeline } from '../../../../../common/documents/pipeline';
import { UID } from '../constants';
import { forbidden } from '../messages';

const OWN: ReadonlySet<string> = new Set(Object.values(UID));

/** Keeps the outbox from being written by anything but the outbox. */
export const registerDocumentMiddleware = (strapi: Core.Strapi): void => {
  registerPipeline(strapi, [
    {
      name: 'outbox',
      concerns: ({ uid }) => OWN.has(uid),
      run: appendOnly(() => forbidden(strapi, 'error.message.written')),
    },
  ]);
};
