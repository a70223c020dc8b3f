import type { Problem, ProblemCode } from '../domain/json-shape';

/** A sentence on what is wrong with a rule set, by its key among the translations. */
type ProblemKey =
  | `ruleSet.problem.${Exclude<ProblemCode, 'points' | 'type'>}`
  | `ruleSet.problem.points.${'any' | 'zero-or-more' | 'above-zero'}`
  | `ruleSet.problem.type.${'text' | 'whole' | 'flag' | 'list' | 'object'}`
  | 'ruleSet.place.channel'
  | 'ruleSet.place.whole'
  | 'ruleSet.problem';

type Translate<Key> = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

const SIGNS = ['any', 'zero-or-more', 'above-zero'] as const;
const TYPES = ['text', 'whole', 'flag', 'list', 'object'] as const;

const keyOf = ({ code, values }: Problem): ProblemKey => {
  if (code === 'points') {
    return `ruleSet.problem.points.${SIGNS.find((sign) => sign === values.sign) ?? 'zero-or-more'}`;
  }
  if (code === 'type') {
    return `ruleSet.problem.type.${TYPES.find((type) => type === values.type) ?? 'object'}`;
  }
  return `ruleSet.problem.${code}`;
};

const CHANNEL = /^channels\[(\d+)\]/;

const placeOf = (path: string, translate: Translate<ProblemKey>): string => {
  if (path === '') return translate('ruleSet.place.whole');
  const position = CHANNEL.exec(path)?.[1];
  if (position === undefined) return path;
  return translate('ruleSet.place.channel', { position: Number(position) + 1, path });
};

/** What is wrong at a place, and what that takes. */
export const problemAt = (problem: Problem, translate: Translate<ProblemKey>): string =>
  translate(keyOf(problem), problem.values);

/** What is wrong with a rule set, where, and what that place takes, as one sentence. */
export const problemSentence = (problem: Problem, translate: Translate<ProblemKey>): string =>
  translate('ruleSet.problem', {
    place: placeOf(problem.path, translate),
    problem: problemAt(problem, translate),
  });
