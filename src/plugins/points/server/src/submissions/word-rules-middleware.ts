import type { Core } from '@strapi/strapi';
import { UID } from '../constants';
import { requireContent } from '../../../../../common/messages/validation';
import {
  writesData,
  type DocumentContext,
  type Next,
} from '../../../../../common/documents/context';

/** The office's word list, checked in words. A word is kept without blanks around it. */
export const wordRuleMiddleware =
  (strapi: Core.Strapi) =>
  async (context: DocumentContext, next: Next): Promise<unknown> => {
    if (!writesData(context)) return next();
    const data = (context.params.data ??= {});
    if (typeof data.word === 'string') data.word = data.word.trim();
    requireContent(strapi, UID.wordRule, data, context.action === 'create');
    return next();
  };
