import type { AdoptionDetails } from './adoption';
import type { Share } from './points';
import type { ChannelRule } from './rule-set';
import type { PointsCase, SplitPolicy } from './rule-set-content';

/** What one adoption gives, before it is combined with others and divided. */
export interface ItemPoints extends Share {
  /** How it is divided, where the channel or the case says so. */
  split: SplitPolicy | null;
}

/** What was chosen lies outside of what the channel lets choose. */
export class OutsideChoiceError extends Error {
  constructor(readonly channel: string) {
    super(`What was chosen for an adoption through ${channel} is not among what may be chosen`);
  }
}

const matches = ({ when }: PointsCase, details: AdoptionDetails): boolean => {
  const { from = 0, below = Infinity } = when.length ?? {};
  return (
    (when.kind === undefined || when.kind === details.kind) &&
    (when.form === undefined || when.form === details.form) &&
    (when.place === undefined || when.place === details.place) &&
    (when.length === undefined ||
      (details.length !== undefined && from <= details.length && details.length < below))
  );
};

/** Whether a number of points, in hundredths, is among those that a channel lets choose. */
export const mayChoose = ({ more }: ChannelRule, amount: number): boolean => {
  if (!more?.choice) return false;
  const { choice } = more;
  return choice.kind === 'set'
    ? choice.of.includes(amount)
    : choice.from <= amount && amount <= choice.to;
};

const chosen = (rule: ChannelRule, { chosen: choice }: AdoptionDetails): number => {
  if (!rule.more?.choice || !choice) return rule.amount;
  if (mayChoose(rule, choice.amount)) return choice.amount;
  throw new OutsideChoiceError(rule.channel);
};

const commonDivisor = (one: number, other: number): number =>
  other === 0 ? one : commonDivisor(other, one % other);

/** So many hundredths times as much. */
const multiplied = (share: Share, times: number): Share => {
  const amount = share.amount * times;
  const divisor = share.divisor * 100;
  const common = commonDivisor(amount, divisor);
  return { amount: amount / common, divisor: divisor / common };
};

const baseOf = (
  rule: ChannelRule,
  details: AdoptionDetails,
  fixed: PointsCase | undefined
): Share => {
  const times = rule.more?.upperScoreTimes;
  if (times !== undefined && details.upperScore !== undefined) {
    return multiplied({ amount: details.upperScore, divisor: 1 }, times);
  }
  return { amount: fixed?.points ?? chosen(rule, details), divisor: 1 };
};

/**
 * What an adoption gives: the channel's points, those of the first case that fits, those chosen, or so
 * many times what the upper body gave; then every case that fits and multiplies.
 *
 * @throws OutsideChoiceError when what was chosen may not be
 */
export const itemPoints = (rule: ChannelRule, details: AdoptionDetails | null): ItemPoints => {
  const { cases = [], split } = rule.more ?? {};
  const fitting = cases.filter((each) => matches(each, details ?? {}));
  const fixed = fitting.find(({ points }) => points !== undefined);
  const points = fitting.reduce(
    (share, { times }) => (times === undefined ? share : multiplied(share, times)),
    baseOf(rule, details ?? {}, fixed)
  );
  return { ...points, split: fitting.find((each) => each.split)?.split ?? split ?? null };
};
