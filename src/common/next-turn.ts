import { setImmediate } from 'node:timers/promises';

/**
 * Lets whatever else waits have its turn. SQLite answers at once, so that a long work in many
 * statements would otherwise keep the process to itself until its end.
 */
export const nextTurn = (): Promise<void> => setImmediate();
