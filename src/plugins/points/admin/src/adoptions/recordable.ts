import type { RecordableChannel, RecordableView } from '../../../shared/contracts';

/**
 * What a hand may record of a day by the rules in force on it; where there are none, or no day is named yet, by the
 * latest rules: the server says of the day itself what is wrong with it.
 *
 * @param day `YYYY-MM-DD`, or empty
 */
export const recordableOn = (
  views: readonly RecordableView[],
  day: string
): RecordableView | undefined =>
  views.find(({ from, to }) => day !== '' && from <= day && (to === null || day <= to)) ??
  views.at(-1);

/** Every channel that the rules of any day let a hand record, each once, as the latest rules call it. */
export const everRecordable = (views: readonly RecordableView[]): RecordableChannel[] => [
  ...new Map(
    views.flatMap(({ channels }) => channels).map((each) => [each.channel, each] as const)
  ).values(),
];
