/** A source of chance that gives the same numbers for the same seed on every machine. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number between both, both included. */
  integer(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** `count` different elements, or all when there are fewer. */
  sample<T>(from: readonly T[], count: number): T[];
  /** One of the keys, each as likely as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** A source of its own: what it is asked does not change what this one gives. */
  fork(label: string): Random;
}

/** FNV-1a over a label, so that a fork depends on its name and not on the order of forking. */
const hash = (label: string, seed: number): number => {
  let value = (seed ^ 0x811c9dc5) >>> 0;
  for (const character of label) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return value;
};

/** Mulberry32: small, fast, and good enough for invented data. */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const createRandom = (seed: number): Random => {
  const next = mulberry32(seed);
  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));

  const pick = <T>(from: readonly T[]): T => {
    const element = from[integer(0, from.length - 1)];
    if (element === undefined) throw new Error('Nothing to pick from.');
    return element;
  };

  const sample = <T>(from: readonly T[], count: number): T[] => {
    const left = [...from];
    const taken: T[] = [];
    while (taken.length < count && left.length > 0) {
      taken.push(...left.splice(integer(0, left.length - 1), 1));
    }
    return taken;
  };

  const weighted = <K extends string>(weights: Readonly<Record<K, number>>): K => {
    const entries = Object.entries(weights) as Array<[K, number]>;
    let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    return pick(entries)[0];
  };

  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick,
    sample,
    weighted,
    fork: (label) => createRandom(hash(label, seed)),
  };
};
