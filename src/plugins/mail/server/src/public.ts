/**
 * What the rest of the application may use of the plugin: its one door. A lint rule holds the site,
 * the commands, the seeds and other plugins to it.
 */
export {
  outboxService as outbox,
  type OutgoingAttachment,
  type OutgoingMessage,
} from './outbox/enqueue';
