import type { Action } from '../permissions/actions';

/** An admin route behind one permission of its own. */
const route = (method: 'GET' | 'POST', path: string, handler: string, action: Action) => ({
  method,
  path,
  handler: `messages.${handler}`,
  config: {
    policies: ['admin::isAuthenticatedAdmin', { name: 'plugin::mail.allowed', config: { action } }],
  },
});

export default {
  type: 'admin',
  routes: [
    route('GET', '/messages', 'find', 'message.read'),
    route('GET', '/messages/:documentId', 'findOne', 'message.read'),
    route('POST', '/messages/:documentId/send-again', 'sendAgain', 'message.send-again'),
    route('POST', '/messages/:documentId/cancel', 'cancel', 'message.cancel'),
  ],
};
