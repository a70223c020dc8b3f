/** The plugin's name: prefix of its UIDs, routes and permissions. */
export const PLUGIN = 'mail';

/** The plugin's content types. */
export const UID = {
  attachment: 'plugin::mail.attachment',
  deliveryEvent: 'plugin::mail.delivery-event',
  message: 'plugin::mail.message',
} as const;
