import type { Core } from '@strapi/strapi';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { forbidden, sentence } from '../messages';
import { actionId, type Action } from './actions';

interface PolicyContext {
  state: { userAbility?: { can(action: string): boolean } };
}

/** Lets through who has the action; refuses others in words. */
export default (
  { state }: PolicyContext,
  { action }: { action: Action },
  { strapi }: { strapi: Core.Strapi }
): true => {
  if (state.userAbility?.can(actionId(action))) return true;
  throw forbidden(strapi, 'error.forbidden', {
    action: sentence(languageOfRequest(strapi), `action.${action}`),
    code: actionId(action),
  });
};
