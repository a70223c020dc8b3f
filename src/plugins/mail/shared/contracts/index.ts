export type { DeliveryEvent, State } from '../../domain/vocabulary';
export { STATES } from '../../domain/vocabulary';
export * from './messages';
