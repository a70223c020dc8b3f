import type { Core } from '@strapi/strapi';
import { requireVisible } from './visible';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { actionId, type Action } from '../permissions/actions';
import { forbidden, sentence } from '../messages';

interface PolicyContext {
  state: { userAbility?: { can(action: string): boolean } };
  params?: { uid?: string; documentId?: string };
}

interface PolicyConfig {
  action: Action;
  /** Type of the document that the path names; without it, the path's `uid`. */
  type?: string;
}

/**
 * Lets through who has the action, to documents that are there for them; refuses others in words,
 * where Strapi's own policy only says that one failed.
 */
export default async (
  { state, params = {} }: PolicyContext,
  { action, type }: PolicyConfig,
  { strapi }: { strapi: Core.Strapi }
): Promise<true> => {
  if (!state.userAbility?.can(actionId(action))) {
    throw forbidden(strapi, 'error.forbidden', {
      action: sentence(languageOfRequest(strapi), `action.${action}`),
      code: actionId(action),
    });
  }
  const uid = type ?? params.uid;
  if (uid && params.documentId) await requireVisible(strapi, uid, params.documentId);
  return true;
};
