import { setTimeout as wait } from 'node:timers/promises';

/** One line of the table: a time against another of the same run. */
export interface Row {
  measured: string;
  /** Milliseconds, the median. */
  time: number;
  against: string;
  againstTime: number;
  /** `time` over `againstTime`. */
  ratio: number;
  /** The ratio must not be above it; `null` where the figure is only told. */
  target: number | null;
}

/** What a bench is told. */
export interface Options {
  /** A smoke run: few rounds and little data, whose figures say little. */
  quick: boolean;
}

/** A bench measures on one database, which its process is given, and throws where results are wrong. */
export type Bench = (options: Options) => Promise<Row[]>;

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('Nothing was measured.');
  return middle;
};

/** Compares the medians of two series. */
export const compare = (
  [measured, times]: [string, readonly number[]],
  [against, againstTimes]: [string, readonly number[]],
  target: number | null
): Row => {
  const time = median(times);
  const againstTime = median(againstTimes);
  return { measured, time, against, againstTime, ratio: time / againstTime, target };
};

/** Holds a figure, in milliseconds unless its name says otherwise, against the most that it may be. */
export const atMost = (measured: string, time: number, most: number): Row => ({
  measured,
  time,
  against: 'at most',
  againstTime: most,
  ratio: time / most,
  target: 1,
});

/** Milliseconds that work takes. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** What a finished piece of work leaves running, Strapi's events for one, must not weigh on the next. */
const SETTLING_MS = 3;

interface Rounds {
  warmUp: number;
  rounds: number;
  /** What is done between warming up and measuring. */
  afterWarmUp?: () => Promise<void>;
}

/**
 * Measures contestants in turn, each once a round and each first in turn, so that whatever else
 * the machine does meets all of them alike.
 *
 * @param contestants each gives the milliseconds of its round
 */
export const interleave = async <Name extends string>(
  { warmUp, rounds, afterWarmUp }: Rounds,
  contestants: Record<Name, (round: number) => Promise<number>>
): Promise<Record<Name, number[]>> => {
  const names = Object.keys(contestants) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    number[]
  >;
  for (let round = 0; round < warmUp + rounds; round += 1) {
    if (round === warmUp) await afterWarmUp?.();
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      await wait(SETTLING_MS);
      const time = await contestants[name](round);
      if (round >= warmUp) times[name].push(time);
    }
  }
  return times;
};
