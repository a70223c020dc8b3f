import type { Core } from '@strapi/strapi';
import { forbidden } from '../errors';
import { languageOfRequest, sentence, type MessageKey } from '../language';
import { actionId, type Action } from './actions';

interface PolicyContext {
  state: { userAbility?: { can(action: string): boolean } };
}

/**
 * Lets through who has the action; refuses others in words, where Strapi's own policy only says
 * that one failed.
 */
export default (
  { state }: PolicyContext,
  { action }: { action: Action },
  { strapi }: { strapi: Core.Strapi }
): true => {
  if (state.userAbility?.can(actionId(action))) return true;
  throw forbidden(strapi, 'error.forbidden', {
    action: sentence(languageOfRequest(strapi), `action.${action}` as MessageKey),
    code: actionId(action),
  });
};
