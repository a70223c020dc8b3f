import { PLUGIN } from '../constants';

/** What a role can be allowed on the plugin's routes. */
export const ACTIONS = [
  { uid: 'message.read', displayName: 'Read the outbox (查看发件箱)' },
  { uid: 'message.send-again', displayName: 'Send mail again (重新发送邮件)' },
  { uid: 'message.cancel', displayName: 'Keep mail from being sent (取消发送邮件)' },
] as const;

export type Action = (typeof ACTIONS)[number]['uid'];

/** The full name of an action, as roles keep it. */
export const actionId = (action: Action): string => `plugin::${PLUGIN}.${action}`;
