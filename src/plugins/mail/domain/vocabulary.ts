/**
 * Where a message stands. `sending` is written down before the mail server hears of it; `unsure` is
 * what may have arrived and may not.
 */
export const STATES = ['waiting', 'sending', 'sent', 'failed', 'unsure', 'cancelled'] as const;

export type State = (typeof STATES)[number];

/** Languages that a message can be written in. */
export type Language = 'zh-Hans' | 'en';

/** What became of an attempt to deliver. */
export type OutcomeKind = 'accepted' | 'temporary' | 'final' | 'unsure';

/** Why a message was not delivered, or may not have been. */
export const FAULTS = [
  'bad-address',
  'recipient-refused',
  'content-refused',
  'too-large',
  'server-busy',
  'sender-refused',
  'login-refused',
  'unreachable',
  'no-answer',
  'connection-lost',
  'not-secure',
  'unexpected',
  'answer-lost',
  'interrupted',
] as const;

export type Fault = (typeof FAULTS)[number];

/** A line of a message's trail. */
export const EVENTS = [
  'started',
  'accepted',
  'deferred',
  'failed',
  'unsure',
  'cancelled',
  'sent-again',
] as const;

export type DeliveryEvent = (typeof EVENTS)[number];
