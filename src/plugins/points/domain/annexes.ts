import { signOf } from './points';
import type { Day, Month } from './period';
import type { ChainedPosting } from './posting-chain';
import type { CommissionOutcome } from './commission';
import { BONUS, CHANNELS } from './vocabulary';

/** What a bulletin freezes beside its standings, for the annexes of its paper (通报附件). */
export interface Annexes {
  /** Submissions that the month counted as received: a joint one once. */
  received: number;
  /** Distinct submissions that the month gave points for. */
  adopted: number;
  titles: AdoptedTitle[];
  commissions: CommissionOutcome[];
}

/** What the month's ledger says of one adoption, or of one bonus. */
export interface AdoptedTitle {
  channel: string;
  title: string;
  /** Their names as they were, in the order of the ledger. */
  units: string[];
  day: Day;
  /** The month that it belongs to: an earlier one where that was sealed. */
  belongsTo: Month;
  /** `adopted`: these units got points for it; `reduced`: points were taken back from them. */
  effect: 'adopted' | 'reduced';
}

type Line = Pick<
  ChainedPosting,
  | 'adoption'
  | 'adoptedOn'
  | 'amount'
  | 'belongsTo'
  | 'bonus'
  | 'channel'
  | 'divisor'
  | 'submission'
  | 'submissionTitle'
  | 'unit'
  | 'unitName'
>;

/** The lines of one adoption or bonus for one unit come to this. */
interface UnitSum {
  name: string;
  sign: number;
}

const ORDER: ReadonlyMap<string, number> = new Map(
  [...CHANNELS, BONUS].map((channel, index) => [channel, index])
);

const placeOf = ({ channel }: AdoptedTitle): number => ORDER.get(channel) ?? ORDER.size;

const compareTexts = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

const compareTitles = (one: AdoptedTitle, other: AdoptedTitle): number =>
  placeOf(one) - placeOf(other) ||
  compareTexts(one.day, other.day) ||
  compareTexts(one.title, other.title) ||
  compareTexts(one.units.join(), other.units.join());

const grouped = <T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

const sumsOf = (lines: readonly Line[]): UnitSum[] =>
  [...grouped(lines, ({ unit }) => unit).values()].map((own) => ({
    name: own[0]?.unitName ?? '',
    sign: signOf(own),
  }));

const titlesOfOne = (lines: readonly Line[]): AdoptedTitle[] => {
  const [first] = lines;
  if (!first) return [];
  const sums = sumsOf(lines);
  return ([1, -1] as const).flatMap((sign) => {
    const units = sums.filter((sum) => sum.sign === sign).map(({ name }) => name);
    if (units.length === 0) return [];
    return {
      channel: first.channel,
      title: first.submissionTitle,
      units,
      day: first.adoptedOn,
      belongsTo: first.belongsTo,
      effect: sign > 0 ? 'adopted' : 'reduced',
    };
  });
};

/**
 * What a month's postings gave points for, by channel and day. What was given and taken back within
 * the month is none of it; a share that grew smaller because another unit joined later is `reduced`.
 *
 * @param postings those that count in the month, in the order of the ledger
 */
export const adoptedTitles = (postings: readonly Line[]): AdoptedTitle[] =>
  [...grouped(postings, ({ adoption, bonus }) => `${adoption ?? ''} ${bonus ?? ''}`).values()]
    .flatMap(titlesOfOne)
    .sort(compareTitles);

/** How many distinct submissions a month's postings give points for. */
export const adoptedCount = (postings: readonly Line[]): number =>
  [
    ...grouped(
      postings.filter(({ bonus }) => bonus === null),
      ({ submission }) => submission
    ).values(),
  ].filter((lines) => sumsOf(lines).some(({ sign }) => sign > 0)).length;

/** How many items of each channel a list of titles says were adopted, in the order of the channels. */
export const countByChannel = (
  titles: readonly AdoptedTitle[]
): Array<{ channel: string; count: number }> =>
  [
    ...grouped(
      titles.filter(({ channel, effect }) => effect === 'adopted' && channel !== BONUS),
      ({ channel }) => channel
    ),
  ].map(([channel, found]) => ({ channel, count: found.length }));
