import type { DeliveryEvent, OutcomeKind, State } from './vocabulary';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long is waited after the first, second, … attempt that failed, in milliseconds. */
const BACK_OFF: readonly number[] = [
  ...[MINUTE, 5 * MINUTE, 15 * MINUTE],
  ...[HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR],
];

/** As often as delivering is tried before it is given up: two days, less an hour. */
export const MOST_ATTEMPTS = BACK_OFF.length + 1;

/** Where a message stands once an attempt has ended. */
export interface Standing {
  state: State;
  /** When it is tried again; `null` where nothing more happens by itself. */
  nextAttemptAt: Date | null;
  event: DeliveryEvent;
}

/**
 * Where a message stands after an attempt. What is unsure is not tried again: it may have arrived.
 *
 * @param attempts how many have been made, the one that ended among them
 */
export const standingAfter = (kind: OutcomeKind, attempts: number, now: Date): Standing => {
  if (kind === 'accepted') return { state: 'sent', nextAttemptAt: null, event: 'accepted' };
  if (kind === 'unsure') return { state: 'unsure', nextAttemptAt: null, event: 'unsure' };
  const pause = kind === 'temporary' ? BACK_OFF[attempts - 1] : undefined;
  if (pause === undefined) return { state: 'failed', nextAttemptAt: null, event: 'failed' };
  return {
    state: 'waiting',
    nextAttemptAt: new Date(now.getTime() + pause),
    event: 'deferred',
  };
};

/** Whether a message can still be kept from being sent. */
export const isCancellable = (state: State): boolean => state === 'waiting';

/** Whether a person may have it sent again: what is under way may not, it would arrive twice. */
export const isRepeatable = (state: State): boolean => state !== 'waiting' && state !== 'sending';

/** Whether sending again needs a reason: the recipient has it, or may have. */
export const needsReason = (state: State): boolean => state === 'sent' || state === 'unsure';

/** Whether what became of an attempt may still be written down, late as it may be. */
export const isOpenAttempt = (state: State): boolean => state === 'sending' || state === 'unsure';
