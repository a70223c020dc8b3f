/**
 * What the rest of the application may use of the plugin: its one door. A lint rule holds the site,
 * the commands, the seeds and other plugins to it.
 */
export { isAddress } from '../../domain/header-text';
export type { State as MessageState } from '../../domain/vocabulary';
export { deliveryStateService as deliveryStates, type DeliveryState } from './outbox/states';
export {
  outboxService as outbox,
  type OutgoingAttachment,
  type OutgoingMessage,
} from './outbox/enqueue';
