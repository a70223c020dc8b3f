import { problem, within, type Problem } from './json-shape';
import type { ChannelContent, Counted, Extensions, RuleSetContent } from './rule-set-content';
import { CHANNELS, isOwnChannel, isSiteChannel, UNIT_KINDS, type Channel } from './vocabulary';

/** What no single place of a rule set's JSON shows: what stands twice, is missing, or contradicts. */

interface Named {
  code: string;
}

const doubles = <T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
  path: string,
  field: string
) => {
  const seen = new Set<string>();
  return items.flatMap((item, index): Problem[] => {
    const key = keyOf(item);
    if (key === undefined) return [];
    if (seen.has(key)) return [problem(`${path}[${index}].${field}`, 'double', { value: key })];
    seen.add(key);
    return [];
  });
};

const codeOf = ({ code }: Named): string => code;

const doubleTerms = (extensions: Extensions): Problem[] =>
  (['kinds', 'forms', 'places', 'unitClasses', 'deductions'] as const).flatMap((field) =>
    doubles<Named>(extensions[field] ?? [], codeOf, `extensions.${field}`, 'code')
  );

/** Where publishing makes adoptions of it; `undefined` where a hand records them. */
const placementOf = ({ channel, placement }: ChannelContent): string | undefined =>
  isSiteChannel(channel) ? channel.slice('site.'.length) : placement;

const missingChannels = ({ channels, extensions }: RuleSetContent): Problem[] => {
  if (extensions?.ownChannels) return [];
  const there = new Set<Channel>(channels.map(({ channel }) => channel));
  return CHANNELS.filter((channel) => !there.has(channel)).map((channel) =>
    problem('channels', 'missing-channel', { value: channel })
  );
};

const contradiction = (path: string, other: string): Problem =>
  problem(path, 'contradiction', { other });

const ownChannelProblems = (rule: ChannelContent, path: string, isOwnList: boolean): Problem[] => {
  const problems: Problem[] = [];
  const { channel, level, name, placement, recorded } = rule;
  if (isOwnChannel(channel) && !isOwnList) {
    problems.push(contradiction(`${path}.channel`, 'extensions.ownChannels'));
  }
  if (isOwnChannel(level) && !isOwnList) {
    problems.push(contradiction(`${path}.level`, 'extensions.ownChannels'));
  }
  if (isOwnChannel(channel) && !name) problems.push(problem(`${path}.name`, 'required'));
  if (!isOwnChannel(channel) && (placement || recorded)) {
    problems.push(
      contradiction(`${path}.${placement ? 'placement' : 'recorded'}`, `${path}.channel`)
    );
  }
  if (isOwnChannel(channel) && (recorded === 'publishing') !== (placement !== undefined)) {
    problems.push(
      placement === undefined
        ? problem(`${path}.placement`, 'required')
        : contradiction(`${path}.placement`, `${path}.recorded`)
    );
  }
  return problems;
};

const isInChoice = ({ choice, points }: ChannelContent): boolean => {
  if (!choice) return true;
  if (choice.kind === 'set') return choice.of.includes(points);
  return choice.from <= points && points <= choice.to;
};

const pointsProblems = (rule: ChannelContent, path: string): Problem[] => {
  const { cases = [], choice, upperScoreTimes } = rule;
  const problems: Problem[] = [];
  if (choice && upperScoreTimes !== undefined) {
    problems.push(contradiction(`${path}.upperScoreTimes`, `${path}.choice`));
  }
  if (choice?.kind === 'range' && choice.from >= choice.to) {
    problems.push(contradiction(`${path}.choice.from`, `${path}.choice.to`));
  }
  if (!isInChoice(rule)) problems.push(contradiction(`${path}.points`, `${path}.choice`));
  cases.forEach(({ points, split, times, when }, index) => {
    const own = `${path}.cases[${index}]`;
    const { from = 0, below } = when.length ?? {};
    if (points === undefined && times === undefined && !split)
      problems.push(problem(`${own}.points`, 'required'));
    if (points !== undefined && (choice || upperScoreTimes !== undefined)) {
      problems.push(
        contradiction(`${own}.points`, `${path}.${choice ? 'choice' : 'upperScoreTimes'}`)
      );
    }
    if (points !== undefined && times !== undefined)
      problems.push(contradiction(`${own}.times`, `${own}.points`));
    if (Object.keys(when).length === 0) problems.push(problem(`${own}.when`, 'required'));
    if (below !== undefined && from >= below) {
      problems.push(contradiction(`${own}.when.length.from`, `${own}.when.length.below`));
    }
  });
  return problems;
};

const unknown = (path: string, value: string, known: ReadonlySet<string>): Problem[] =>
  known.has(value)
    ? []
    : [problem(path, 'unknown-reference', { value, values: [...known].join(' / ') })];

const codesOf = (terms: readonly Named[] = []): ReadonlySet<string> => new Set(terms.map(codeOf));

const caseReferences = (rule: ChannelContent, path: string, extensions: Extensions): Problem[] => {
  const { cases = [] } = rule;
  const known = {
    kind: codesOf(extensions.kinds),
    form: codesOf(extensions.forms),
    place: codesOf(extensions.places),
  };
  return cases.flatMap(({ when }, index) =>
    (['kind', 'form', 'place'] as const).flatMap((field) => {
      const value = when[field];
      return value === undefined
        ? []
        : unknown(`${path}.cases[${index}].when.${field}`, value, known[field]);
    })
  );
};

const policyProblems = ({ policies, extensions }: RuleSetContent): Problem[] => {
  const pairs = [
    ['combine', 'combine'],
    ['jointItems', 'split'],
  ] as const;
  return pairs.flatMap(([policy, extension]) => {
    const isGiven = extensions?.[extension] !== undefined;
    if ((policies[policy] === 'extended') === isGiven) return [];
    return [
      isGiven
        ? contradiction(`policies.${policy}`, `extensions.${extension}`)
        : problem(`extensions.${extension}`, 'required'),
    ];
  });
};

/** What other adoptions give is said of a choice among them alone. */
const combineProblems = ({ combine }: Extensions): Problem[] =>
  combine?.others === undefined || combine.top !== undefined || combine.oncePerLevel
    ? []
    : [contradiction('extensions.combine.others', 'extensions.combine.top')];

const channelReferences = (
  channels: readonly Channel[] | undefined,
  path: string,
  known: ReadonlySet<string>
): Problem[] =>
  (channels ?? []).flatMap((channel, index) => unknown(`${path}[${index}]`, channel, known));

const countedReferences = (counts: Counted, path: string, known: ReadonlySet<string>): Problem[] =>
  'channels' in counts ? channelReferences(counts.channels, within(path, 'channels'), known) : [];

const periodProblems = (content: RuleSetContent, extensions: Extensions): Problem[] => {
  const channels = new Set<string>(content.channels.map(({ channel }) => channel));
  const classes = new Set<string>([...UNIT_KINDS, ...codesOf(extensions.unitClasses)]);
  const problems: Problem[] = [];
  const requireCounted = (rule: { counts: Counted; units?: string }, path: string): void => {
    problems.push(...countedReferences(rule.counts, `${path}.counts`, channels));
    if (rule.units !== undefined) problems.push(...unknown(`${path}.units`, rule.units, classes));
  };
  (extensions.quotas ?? []).forEach((quota, index) => {
    const path = `extensions.quotas[${index}]`;
    requireCounted(quota, path);
    if (quota.effect.kind !== 'steps') return;
    quota.effect.steps.forEach(({ from }, place, steps) => {
      if (place > 0 && from <= (steps[place - 1]?.from ?? 0)) {
        const step = `${path}.effect.steps`;
        problems.push(contradiction(`${step}[${place}].from`, `${step}[${place - 1}].from`));
      }
    });
  });
  (extensions.gates ?? []).forEach((gate, index) =>
    requireCounted(gate, `extensions.gates[${index}]`)
  );
  (extensions.caps ?? []).forEach((cap, index) => {
    const path = `extensions.caps[${index}]`;
    problems.push(...channelReferences(cap.channels, `${path}.channels`, channels));
    if (cap.submitting && !extensions.submitting) {
      problems.push(contradiction(`${path}.submitting`, 'extensions.submitting'));
    }
  });
  (extensions.deductions ?? []).forEach(({ points, zeroes }, index) => {
    const path = `extensions.deductions[${index}]`;
    if (points === undefined && zeroes === undefined)
      problems.push(problem(`${path}.points`, 'required'));
    if (typeof points === 'object' && points.from >= points.to) {
      problems.push(contradiction(`${path}.points.from`, `${path}.points.to`));
    }
  });
  if (extensions.officeShare !== undefined && extensions.officeShare > 100) {
    problems.push(
      problem('extensions.officeShare', 'range', {
        value: extensions.officeShare / 100,
        least: 0,
        most: 1,
      })
    );
  }
  return problems;
};

/** Everything that is wrong between the places of a rule set that can each be read. */
export const ruleSetProblems = (content: RuleSetContent): Problem[] => {
  const { channels } = content;
  const extensions = content.extensions ?? {};
  const isOwnList = extensions.ownChannels === true;
  return [
    ...doubles(channels, ({ channel }) => channel, 'channels', 'channel'),
    ...doubles(channels, placementOf, 'channels', 'placement'),
    ...missingChannels(content),
    ...channels.flatMap((rule, index) => {
      const path = `channels[${index}]`;
      return [
        ...ownChannelProblems(rule, path, isOwnList),
        ...pointsProblems(rule, path),
        ...caseReferences(rule, path, extensions),
      ];
    }),
    ...policyProblems(content),
    ...combineProblems(extensions),
    ...doubleTerms(extensions),
    ...periodProblems(content, extensions),
  ];
};
