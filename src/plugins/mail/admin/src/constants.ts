/** The plugin's name: prefix of its routes, permissions and translations. */
export const PLUGIN_ID = 'mail';

/** Admin permission actions, as the server registers them. */
export const ACTIONS = {
  read: 'plugin::mail.message.read',
  sendAgain: 'plugin::mail.message.send-again',
  cancel: 'plugin::mail.message.cancel',
} as const;

/** Where the outbox is mounted, below the admin's base path. */
export const OUTBOX_PATH = `plugins/${PLUGIN_ID}`;
