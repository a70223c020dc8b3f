import {
  choice,
  code,
  decimal,
  either,
  exactly,
  flag,
  list,
  nullable,
  problem,
  record,
  text,
  variants,
  whole,
  type JsonSchema,
  type Problem,
  type Reading,
  type Shape,
} from './json-shape';
import { ruleSetProblems } from './rule-set-checks';
import {
  CATEGORIES,
  CHANNELS,
  isOwnChannel,
  OWN_CODE,
  PLACEMENTS,
  type Channel,
} from './vocabulary';

/**
 * What a rule set (计分标准) says, as JSON: the points of each channel, the policies, and what other
 * bureaus' rules need beyond the regulation (`extensions`). Points are read as hundredths.
 * The same shapes read it, check it in the panel, and are its JSON Schema (`docs/rule-set.schema.json`).
 */

/** The newest form of the JSON; a file that names none is of the first. */
const RULE_SET_SCHEMA = 1;

/** Levels of the ladder 逐级上报 (§七.8). Channels of one level are its steps and add up. */
const LEVELS = ['site', 'newsletter', 'city', 'province', 'central', 'extra'] as const;

/** Every policy by name with the values that it may take; the first is the regulation's. */
const POLICIES = {
  /** §七.8 可重复计分: levels add up; `highest` counts the best level only; `extended`: as `extensions.combine` says. */
  combine: ['sum', 'highest', 'extended'],
  /** §七.8 平均分配: an adoption's points among the contributing units; `extended`: as `extensions.split` says. */
  jointItems: ['equal', 'extended'],
  /** A unit's share among its officers named. */
  officers: ['equal'],
  /** One submission in one placement through several entries. */
  samePlacement: ['once'],
  /** §七.4: one leader's instructions on one item. */
  sameLeader: ['once'],
  /** §七.6: a commission's points beside what the piece earns elsewhere. */
  commissions: ['on-top'],
  /** What comes after its month was sealed. */
  lateItems: ['first-open-month'],
  /** §七 注: base content is assessed, never scored. */
  baseContent: ['not-scored'],
} as const;

/** What sort of thing a channel is. One leader's `instruction` on one item counts once (§七.4). */
const CHANNEL_KINDS = [
  'website',
  'periodical',
  'news-media',
  'new-media',
  'upper-body',
  'instruction',
  'commission',
] as const;

/** Whether a hand records adoptions through a channel, or publishing makes them. */
const RECORDED = ['by-hand', 'publishing'] as const;

/** What an adoption recorded by hand must show: who adopted it, its number, or a file. */
const EVIDENCE = ['none', 'wanted', 'required'] as const;

/** Over what quotas, caps, floors and gates reach. A week runs from Monday and belongs where its Sunday lies. */
const RULE_PERIODS = ['week', 'month', 'quarter', 'half', 'year'] as const;

/** What a gate says of a unit that does not pass it. */
const GATE_EFFECTS = ['no-commendation', 'criticism', 'below-standard'] as const;

const sentence = text(1000);
const names = exactly({ zh: text(60), en: text(120) });
const clause = text(40);
/** Where the rules say so, and in which words. */
const ground = { clause, sentence: exactly({ zh: sentence, en: sentence }) };
const channelCode: Shape<Channel> = either(choice(CHANNELS), code(isOwnChannel, OWN_CODE, 60));
const level = either(choice(LEVELS), code(isOwnChannel, OWN_CODE, 60));
const TERM_CODE = '^[a-z0-9]+(-[a-z0-9]+)*$';
const TERM = new RegExp(TERM_CODE);
const termCode = code(
  (value): value is string => typeof value === 'string' && value.length <= 40 && TERM.test(value),
  TERM_CODE,
  40
);
const term = exactly({ code: termCode, name: names });
const points = decimal(4);
const period = choice(RULE_PERIODS);

const splitPolicy = variants({
  /** The same part for each unit. */
  equal: exactly({}),
  /** The whole for each unit: 每个单位计3分. */
  each: exactly({}),
  /** By the order of the units, as many as there are weights: 取前两名按3:2. */
  weights: exactly({ weights: list(whole(1, 100), 1, 20) }),
  /** Equal among the first so many. */
  first: exactly({ units: whole(1, 20) }),
});

const pointsCase = record(
  {
    /** All of these must be so. */
    when: record(
      {},
      {
        kind: termCode,
        form: termCode,
        place: termCode,
        /** Characters. */
        length: record({}, { from: whole(0, 1_000_000), below: whole(1, 1_000_000) }),
      }
    ),
  },
  {
    /** Gives so much instead: of several cases the first counts. */
    points,
    /** Gives so many times as much: of several cases all count. */
    times: points,
    split: splitPolicy,
  }
);

const channelRule = record(
  { channel: channelCode, points, level, ...ground },
  {
    /** Of an own channel, or in place of the translation. */
    name: names,
    kind: choice(CHANNEL_KINDS),
    recorded: choice(RECORDED),
    placement: choice(PLACEMENTS),
    evidence: choice(EVIDENCE),
    cases: list(pointsCase, 1, 50),
    /** Whoever records it chooses of these; `points` count until somebody has. */
    choice: variants({
      set: exactly({ of: list(points, 2, 50) }),
      range: exactly({ from: points, to: points }),
    }),
    /** So many times what the upper body gave; `points` count until that is known. */
    upperScoreTimes: decimal(4, 'above-zero'),
    split: splitPolicy,
  }
);

const channels = list(channelCode, 1, 100);

const counted = variants({
  /** Submissions received, of these categories or any. */
  submitted: record({}, { categories: list(choice(CATEGORIES), 1, CATEGORIES.length) }),
  /** Distinct submissions that earned. */
  adopted: exactly({}),
  /** Adoptions, through these channels or any. */
  adoptions: record({}, { channels }),
  /** Points, through these channels or all that there are so far. */
  points: record({}, { channels }),
  /** Submissions that earned, in percent of those received. */
  'adoption-rate': exactly({}),
});

const quotaEffect = variants({
  /** What the highest step reached gives, or takes. */
  steps: exactly({ steps: list(exactly({ from: decimal(6), points: decimal(4, 'any') }), 1, 20) }),
  /** As much of the points as of the target is reached. */
  proportion: exactly({ target: decimal(6, 'above-zero'), points }),
  /** Takes so much for each piece that is missing. */
  'per-missing': record({ target: decimal(6, 'above-zero'), points }, { most: points }),
  /** Takes so many times what is missing: 按未完成得分的2倍扣减. */
  shortfall: exactly({ target: decimal(6, 'above-zero'), times: points }),
  /** Gives so much for each piece beyond the target. */
  beyond: record({ target: decimal(6), points }, { most: points }),
});

const quota = record(
  { period, counts: counted, effect: quotaEffect, ...ground },
  { units: termCode }
);

const cap = record({ period, most: decimal(6), ...ground }, { channels, submitting: flag });

const deduction = record(
  { code: termCode, name: names, ...ground },
  {
    /** For each; a range where whoever decides chooses. */
    points: either(points, exactly({ from: points, to: points })),
    /** Sets what the unit has in the month, quarter, half or year of it to zero. */
    zeroes: choice(['month', 'quarter', 'half', 'year']),
    /** From which one in a year on: 凡2次以上. */
    from: whole(1, 100),
  }
);

const floor = exactly({ period, least: decimal(6, 'any'), ...ground });

const gate = record(
  { period, counts: counted, least: decimal(6, 'any'), effect: choice(GATE_EFFECTS), ...ground },
  { units: termCode }
);

const extensions = record(
  {},
  {
    /** The document that the rules are taken from. */
    source: record(
      { title: text(200) },
      { number: text(100), issuer: text(100), url: text(500), note: text(1000) }
    ),
    /** The rule set brings its own list of channels: not each of the thirteen must stand in it. */
    ownChannels: flag,
    /** What the cases and the recording of adoptions tell apart. */
    kinds: list(term, 1, 50),
    forms: list(term, 1, 50),
    places: list(term, 1, 50),
    /** Classes of units with quotas of their own, beside the two kinds; `units` by documentId. */
    unitClasses: list(
      record({ code: termCode, name: names }, { units: list(text(64), 0, 500) }),
      1,
      20
    ),
    /** For each submission received. */
    submitting: exactly({ points: decimal(4, 'above-zero'), ...ground }),
    /** Which levels of one item count: the best so many, of each level its best adoption alone; what any other gives. */
    combine: record({}, { top: whole(1, 20), oncePerLevel: flag, others: points }),
    split: splitPolicy,
    /** What of the whole goes to the office's own unit where it rewrote the piece: 0.5. */
    officeShare: decimal(1, 'above-zero'),
    caps: list(cap, 1, 50),
    quotas: list(quota, 1, 100),
    deductions: list(deduction, 1, 50),
    floors: list(floor, 1, 20),
    gates: list(gate, 1, 20),
  }
);

const policies = exactly({
  combine: choice(POLICIES.combine),
  jointItems: choice(POLICIES.jointItems),
  officers: choice(POLICIES.officers),
  samePlacement: choice(POLICIES.samePlacement),
  sameLeader: choice(POLICIES.sameLeader),
  commissions: choice(POLICIES.commissions),
  lateItems: choice(POLICIES.lateItems),
  baseContent: choice(POLICIES.baseContent),
});

const content = record(
  { channels: list(channelRule, 1, 100), policies },
  { schema: whole(1, RULE_SET_SCHEMA), name: text(120), extensions: nullable(extensions) }
);

export type Level = Reading<typeof level>;
export type Policies = Reading<typeof policies>;
export type SplitPolicy = Reading<typeof splitPolicy>;
export type Evidence = (typeof EVIDENCE)[number];
export type PointsCase = Reading<typeof pointsCase>;
export type ChannelContent = Reading<typeof channelRule>;
export type Counted = Reading<typeof counted>;
export type Quota = Reading<typeof quota>;
export type Cap = Reading<typeof cap>;
export type DeductionRule = Reading<typeof deduction>;
export type Floor = Reading<typeof floor>;
export type Gate = Reading<typeof gate>;
export type Extensions = Reading<typeof extensions>;
/** A rule set as its JSON says it, with points in hundredths. */
export type RuleSetContent = Reading<typeof content>;

/** The format as JSON Schema, draft 2020-12. */
export const RULE_SET_JSON_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Rule set (计分标准)',
  ...content.schema,
};

const newerSchema = (json: unknown): Problem[] => {
  const given =
    typeof json === 'object' && json !== null ? (json as { schema?: unknown }).schema : undefined;
  return typeof given === 'number' && given > RULE_SET_SCHEMA
    ? [problem('schema', 'newer-schema', { schema: given, known: RULE_SET_SCHEMA })]
    : [];
};

/** Reads a rule set's JSON, or says everything that is wrong with it and where. */
export const parseRuleSetContent = (
  json: unknown
): { ok: true; content: RuleSetContent } | { ok: false; problems: Problem[] } => {
  const newer = newerSchema(json);
  if (newer.length > 0) return { ok: false, problems: newer };
  const { value, problems } = content.read(json, '');
  const all = [...problems, ...(value ? ruleSetProblems(value) : [])];
  return value && all.length === 0 ? { ok: true, content: value } : { ok: false, problems: all };
};

/**
 * A rule set as it was stored, however much newer checks would find in it.
 *
 * @throws RangeError when it cannot be read at all
 */
export const readStoredRuleSet = (json: unknown): RuleSetContent => {
  const { value, problems } = content.read(json, '');
  if (value) return value;
  const [first] = problems;
  throw new RangeError(`A stored rule set cannot be read: ${first?.path} ${first?.code}`);
};
