import { canonicalJson, type CanonicalValue } from './canonical-json';

/** What one version of the rules changes of another, so that it can be said in words. */

/** A rule set as its JSON says it, with points as they are written. */
export interface RuleSetJson {
  channels: ReadonlyArray<{ channel: string } & Readonly<Record<string, unknown>>>;
  policies: Readonly<Record<string, unknown>>;
  extensions?: Readonly<Record<string, unknown>> | null;
}

/** One value that differs: of a channel, of the policies, or of what extends the regulation. */
export interface RuleSetChange {
  part: 'channel' | 'policy' | 'extension';
  /** The channel, the policy, or the extension. */
  name: string;
  /** Which of a channel's values, as `points` or `sentence.zh`; `null` where the whole differs. */
  field: string | null;
  /** As text; `null` where there was none, or is none any more. */
  before: string | null;
  after: string | null;
}

type Values = ReadonlyMap<string, string>;

/** A canonical text has no fractions but as text: points may be written as 0.5. */
const withoutFractions = (value: unknown): CanonicalValue => {
  if (Array.isArray(value)) return value.map(withoutFractions);
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return String(value);
  if (typeof value !== 'object' || value === null) return value as CanonicalValue;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, withoutFractions(part)])
  );
};

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : canonicalJson(withoutFractions(value));

/** A value's parts by their path, `''` being the value itself where it has none. */
const leavesOf = (value: unknown, path = ''): Array<[string, string]> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value === undefined ? [] : [[path, textOf(value)]];
  }
  return Object.entries(value).flatMap(([key, part]) =>
    leavesOf(part, path === '' ? key : `${path}.${key}`)
  );
};

/** Names in the order in which either mentions them. */
const namesOf = <T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): string[] => [
  ...new Set([...after.keys(), ...before.keys()]),
];

const differing = (
  part: RuleSetChange['part'],
  name: string,
  before: Values,
  after: Values
): RuleSetChange[] =>
  namesOf(before, after)
    .filter((field) => before.get(field) !== after.get(field))
    .map((field) => ({
      ...{ part, name, field },
      before: before.get(field) ?? null,
      after: after.get(field) ?? null,
    }));

/** A channel that only one of them has is told as one change, by its points. */
const channelChanges = (
  name: string,
  before: Values | undefined,
  after: Values | undefined
): RuleSetChange[] => {
  if (before && after) return differing('channel', name, before, after);
  return [
    {
      ...{ part: 'channel' as const, name, field: null },
      before: before?.get('points') ?? null,
      after: after?.get('points') ?? null,
    },
  ];
};

const channelsOf = ({ channels }: RuleSetJson): Map<string, Values> =>
  new Map(
    channels.map(({ channel, ...values }) => [
      channel,
      new Map(leavesOf({ ...values, points: Number(values.points) })),
    ])
  );

const partsOf = (values: object | null | undefined): Map<string, Values> =>
  new Map(
    Object.entries(values ?? {}).map(([name, value]) => [name, new Map([['', textOf(value)]])])
  );

const NONE: Values = new Map();

const wholeChanges = (
  part: RuleSetChange['part'],
  before: ReadonlyMap<string, Values>,
  after: ReadonlyMap<string, Values>
): RuleSetChange[] =>
  namesOf(before, after).flatMap((name) =>
    differing(part, name, before.get(name) ?? NONE, after.get(name) ?? NONE).map((change) => ({
      ...change,
      field: null,
    }))
  );

/**
 * What a version changes of the one before it: channels in their order, then policies, then what
 * extends the regulation. Empty when both score alike and say the same.
 */
export const ruleSetChanges = (before: RuleSetJson, after: RuleSetJson): RuleSetChange[] => {
  const [channelsBefore, channelsAfter] = [channelsOf(before), channelsOf(after)];
  return [
    ...namesOf(channelsBefore, channelsAfter).flatMap((name) =>
      channelChanges(name, channelsBefore.get(name), channelsAfter.get(name))
    ),
    ...wholeChanges('policy', partsOf(before.policies), partsOf(after.policies)),
    ...wholeChanges('extension', partsOf(before.extensions), partsOf(after.extensions)),
  ];
};
