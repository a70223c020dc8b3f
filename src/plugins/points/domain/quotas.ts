import Fraction from 'fraction.js';
import type { Quota } from './rule-set-content';

/** What a quota (报送任务) gives or takes for what was done, in points. */

type QuotaEffect = Quota['effect'];

/** Hundredths, as the number that they are. */
const plain = (hundredths: number): Fraction => new Fraction(hundredths, 100);

const ZERO = new Fraction(0);

const atMost = (value: Fraction, most: number | undefined): Fraction =>
  most !== undefined && value.compare(plain(most)) > 0 ? plain(most) : value;

/** How much is missing to the target; nothing where it is reached. */
export const missingTo = (target: number, done: Fraction): Fraction => {
  const missing = plain(target).sub(done);
  return missing.compare(0) > 0 ? missing : ZERO;
};

const stepPoints = (steps: ReadonlyArray<{ from: number; points: number }>, done: Fraction) =>
  plain(steps.filter(({ from }) => plain(from).compare(done) <= 0).at(-1)?.points ?? 0);

/**
 * What a quota comes to: below 0 it takes. By steps (15 pieces: 50 points), in proportion, for each
 * piece missing, so many times what is missing, or for each piece beyond.
 */
export const quotaPoints = (effect: QuotaEffect, done: Fraction): Fraction => {
  switch (effect.kind) {
    case 'steps':
      return stepPoints(effect.steps, done);
    case 'proportion': {
      const part = done.div(plain(effect.target));
      return plain(effect.points).mul(part.compare(1) > 0 ? 1 : part);
    }
    case 'per-missing': {
      const pieces = missingTo(effect.target, done).ceil();
      return atMost(plain(effect.points).mul(pieces), effect.most).neg();
    }
    case 'shortfall':
      return plain(effect.times).mul(missingTo(effect.target, done)).neg();
    case 'beyond': {
      const beyond = done.sub(plain(effect.target)).floor();
      const pieces = beyond.compare(0) > 0 ? beyond : ZERO;
      return atMost(plain(effect.points).mul(pieces), effect.most);
    }
  }
};

/** What must be reached, where the quota names one number. */
export const targetOf = (effect: QuotaEffect): Fraction | null =>
  effect.kind === 'steps' ? null : plain(effect.target);
