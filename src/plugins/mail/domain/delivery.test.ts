import fc from 'fast-check';
import {
  isCancellable,
  isOpenAttempt,
  isRepeatable,
  MOST_ATTEMPTS,
  needsReason,
  standingAfter,
} from './delivery';
import { STATES } from './vocabulary';

const NOW = new Date('2026-03-02T01:00:00Z');

const minutesAfter = (attempts: number): number | null => {
  const { nextAttemptAt } = standingAfter('temporary', attempts, NOW);
  return nextAttemptAt && (nextAttemptAt.getTime() - NOW.getTime()) / 60_000;
};

describe('standingAfter', () => {
  it('waits longer after every attempt that failed, and gives up after the ninth', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map(minutesAfter)).toEqual([
      ...[1, 5, 15, 60, 180, 360, 720, 1440],
      null,
    ]);
    expect(MOST_ATTEMPTS).toBe(9);
    expect(standingAfter('temporary', MOST_ATTEMPTS, NOW)).toEqual({
      state: 'failed',
      nextAttemptAt: null,
      event: 'failed',
    });
  });

  it.each([
    ['accepted', 'sent', 'accepted'],
    ['unsure', 'unsure', 'unsure'],
    ['final', 'failed', 'failed'],
  ] as const)('ends with what is %s', (kind, state, event) => {
    expect(standingAfter(kind, 1, NOW)).toEqual({ state, nextAttemptAt: null, event });
  });

  it('is tried again only where it waits, and always later', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('accepted', 'temporary', 'final', 'unsure'),
        fc.integer({ min: 1, max: 50 }),
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        (kind, attempts, now) => {
          const { state, nextAttemptAt } = standingAfter(kind, attempts, now);
          expect(state === 'waiting').toBe(nextAttemptAt !== null);
          if (nextAttemptAt) expect(nextAttemptAt.getTime()).toBeGreaterThan(now.getTime());
          if (kind !== 'temporary') expect(state).not.toBe('waiting');
          if (attempts >= MOST_ATTEMPTS) expect(state).not.toBe('waiting');
        }
      )
    );
  });
});

describe('what a person may do', () => {
  it.each([
    ['waiting', { cancel: true, repeat: false, reason: false, open: false }],
    ['sending', { cancel: false, repeat: false, reason: false, open: true }],
    ['sent', { cancel: false, repeat: true, reason: true, open: false }],
    ['failed', { cancel: false, repeat: true, reason: false, open: false }],
    ['unsure', { cancel: false, repeat: true, reason: true, open: true }],
    ['cancelled', { cancel: false, repeat: true, reason: false, open: false }],
  ] as const)('with what is %s', (state, expected) => {
    expect({
      cancel: isCancellable(state),
      repeat: isRepeatable(state),
      reason: needsReason(state),
      open: isOpenAttempt(state),
    }).toEqual(expected);
  });

  it('is never both: to keep it from being sent, and to send it again', () => {
    for (const state of STATES) expect(isCancellable(state) && isRepeatable(state)).toBe(false);
  });
});
