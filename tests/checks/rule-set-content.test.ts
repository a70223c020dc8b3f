import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import documented from '../../docs/rule-set.schema.json';
import seed from '../../database/seeds/regulation.rule-set.json';
import {
  parseRuleSetContent,
  RULE_SET_JSON_SCHEMA,
} from '../../src/plugins/points/domain/rule-set-content';

const validate = new Ajv2020({ strict: false, multipleOfPrecision: 6 }).compile({
  ...RULE_SET_JSON_SCHEMA,
});

/** The seed with one place of it otherwise. */
const withChange = (change: (json: typeof seed & Record<string, unknown>) => void): unknown => {
  const json = structuredClone(seed) as typeof seed & Record<string, unknown>;
  change(json);
  return json;
};

const channel = (values: object) => ({ ...seed.channels[0], ...values });

const OWN = {
  channel: 'own.county-journal',
  points: 5,
  level: 'own.county',
  clause: '三(二)1',
  sentence: { zh: '《要情快报》采用1条，计5分', en: 'Adopted by the county’s journal: 5 points' },
  name: { zh: '要情快报', en: 'County express' },
};

const extended = (extensions: object, values: object = {}): unknown => ({
  ...seed,
  extensions,
  ...values,
});

const own = (values: object = {}, extensions: object = {}): unknown => ({
  channels: [{ ...OWN, ...values }],
  policies: seed.policies,
  extensions: { ownChannels: true, ...extensions },
});

const GROUND = { clause: '四', sentence: { zh: '每月不少于2篇', en: 'Two pieces a month' } };

const quota = (values: object) => ({
  period: 'month',
  counts: { kind: 'submitted' },
  effect: { kind: 'per-missing', target: 2, points: 2 },
  ...GROUND,
  ...values,
});

const GOOD: Array<[what: string, json: unknown]> = [
  ['the regulation', seed],
  ['no extensions said', { ...seed, extensions: null }],
  ['the form named', { ...seed, schema: 1 }],
  [
    'points as text',
    withChange(({ channels }) => Object.assign(channels[0] ?? {}, { points: '2.25' })),
  ],
  ['a channel of its own', own()],
  ['a channel that publishing fills', own({ recorded: 'publishing', placement: 'headline' })],
  ['a choice', own({ choice: { kind: 'set', of: [2, 5] } })],
  [
    'a front page',
    own(
      { cases: [{ when: { place: 'front' }, times: 2 }] },
      { places: [{ code: 'front', name: { zh: '头版', en: 'front page' } }] }
    ),
  ],
  ['a quota', own({}, { quotas: [quota({})] })],
  [
    'an own way to combine',
    extended(
      { combine: { top: 2, oncePerLevel: true } },
      { policies: { ...seed.policies, combine: 'extended' } }
    ),
  ],
];

/** What a JSON Schema sees, too. */
const BAD_SHAPES: Array<[what: string, json: unknown, path: string, code: string]> = [
  ['no object', [], '', 'type'],
  ['nothing', null, '', 'required'],
  ['no channels', { policies: seed.policies }, 'channels', 'required'],
  ['channels that are no list', { ...seed, channels: 'all' }, 'channels', 'type'],
  ...([-1, 0.005, '1e3', 'x', null, 1e300, '', true] as const).map(
    (points): [string, unknown, string, string] => [
      `${JSON.stringify(points)} points`,
      { ...seed, channels: [channel({ points }), ...seed.channels.slice(1)] },
      'channels[0].points',
      points === null ? 'required' : 'points',
    ]
  ),
  [
    'absurd points',
    { ...seed, channels: [channel({ points: 10_000 }), ...seed.channels.slice(1)] },
    'channels[0].points',
    'range',
  ],
  [
    'a channel unknown',
    { ...seed, channels: [channel({ channel: 'radio' }), ...seed.channels.slice(1)] },
    'channels[0].channel',
    'choice',
  ],
  ['a code with capitals', own({ channel: 'own.Journal' }), 'channels[0].channel', 'choice'],
  [
    'an unknown level',
    { ...seed, channels: [channel({ level: 'moon' }), ...seed.channels.slice(1)] },
    'channels[0].level',
    'choice',
  ],
  [
    'an empty clause',
    { ...seed, channels: [channel({ clause: ' ' }), ...seed.channels.slice(1)] },
    'channels[0].clause',
    'required',
  ],
  ['an unknown key', { ...seed, colour: 'red' }, 'colour', 'unknown-key'],
  [
    'an unknown key of a channel',
    { ...seed, channels: [channel({ weight: 2 }), ...seed.channels.slice(1)] },
    'channels[0].weight',
    'unknown-key',
  ],
  [
    'a name of JavaScript',
    JSON.parse(JSON.stringify(seed).replace('{', '{"__proto__": {"x": 1},')),
    '__proto__',
    'forbidden-key',
  ],
  [
    'another policy',
    { ...seed, policies: { ...seed.policies, combine: 'best' } },
    'policies.combine',
    'choice',
  ],
  [
    'an unknown policy',
    { ...seed, policies: { ...seed.policies, mood: 'good' } },
    'policies.mood',
    'unknown-key',
  ],
  ['a newer form', { ...seed, schema: 2 }, 'schema', 'newer-schema'],
  [
    'a quota of no kind',
    own({}, { quotas: [quota({ effect: { target: 2, points: 2 } })] }),
    'extensions.quotas[0].effect.kind',
    'required',
  ],
  [
    'a quota of an unknown kind',
    own({}, { quotas: [quota({ effect: { kind: 'luck' } })] }),
    'extensions.quotas[0].effect.kind',
    'choice',
  ],
  [
    'a quota without a target',
    own({}, { quotas: [quota({ effect: { kind: 'per-missing', target: 0, points: 1 } })] }),
    'extensions.quotas[0].effect.target',
    'points',
  ],
  [
    'a period unknown',
    own({}, { quotas: [quota({ period: 'day' })] }),
    'extensions.quotas[0].period',
    'choice',
  ],
  [
    'weights of nobody',
    own({ split: { kind: 'weights', weights: [] } }),
    'channels[0].split.weights',
    'count',
  ],
];

/** What lies between places, which the schema does not see. */
const CONTRADICTIONS: Array<[what: string, json: unknown, path: string, code: string]> = [
  [
    'a channel missing',
    { ...seed, channels: seed.channels.slice(1) },
    'channels',
    'missing-channel',
  ],
  [
    'a channel twice',
    { ...seed, channels: [...seed.channels, seed.channels[0]] },
    'channels[13].channel',
    'double',
  ],
  [
    'an own channel, undeclared',
    { ...seed, channels: [...seed.channels, OWN] },
    'channels[13].channel',
    'contradiction',
  ],
  ['an own channel without a name', own({ name: undefined }), 'channels[0].name', 'required'],
  [
    'publishing without a placement',
    own({ recorded: 'publishing' }),
    'channels[0].placement',
    'required',
  ],
  [
    'a placement recorded by hand',
    own({ placement: 'video' }),
    'channels[0].placement',
    'contradiction',
  ],
  [
    'an extension that the policy does not name',
    extended({ combine: { top: 1 } }),
    'policies.combine',
    'contradiction',
  ],
  [
    'what others give, where all count',
    extended({ combine: { others: 1 } }, { policies: { ...seed.policies, combine: 'extended' } }),
    'extensions.combine.others',
    'contradiction',
  ],
  [
    'a policy without its extension',
    extended({}, { policies: { ...seed.policies, jointItems: 'extended' } }),
    'extensions.split',
    'required',
  ],
  [
    'a choice without its points',
    own({ points: 3, choice: { kind: 'set', of: [2, 5] } }),
    'channels[0].points',
    'contradiction',
  ],
  [
    'a range turned round',
    own({ choice: { kind: 'range', from: 9, to: 2 } }),
    'channels[0].choice.from',
    'contradiction',
  ],
  [
    'a choice and a multiple',
    own({ choice: { kind: 'set', of: [5, 6] }, upperScoreTimes: 2 }),
    'channels[0].upperScoreTimes',
    'contradiction',
  ],
  [
    'a case that gives nothing',
    own({ cases: [{ when: { length: { from: 800 } } }] }),
    'channels[0].cases[0].points',
    'required',
  ],
  [
    'a case of nothing',
    own({ cases: [{ when: {}, points: 1 }] }),
    'channels[0].cases[0].when',
    'required',
  ],
  [
    'a case of a kind that is none',
    own({ cases: [{ when: { kind: 'poem' }, points: 1 }] }),
    'channels[0].cases[0].when.kind',
    'unknown-reference',
  ],
  [
    'a quota of a channel that is none',
    own({}, { quotas: [quota({ counts: { kind: 'adoptions', channels: ['own.radio'] } })] }),
    'extensions.quotas[0].counts.channels[0]',
    'unknown-reference',
  ],
  [
    'a quota of a class that is none',
    own({}, { quotas: [quota({ units: 'a' })] }),
    'extensions.quotas[0].units',
    'unknown-reference',
  ],
  [
    'steps downwards',
    own(
      {},
      {
        quotas: [
          quota({
            effect: {
              kind: 'steps',
              steps: [
                { from: 5, points: 1 },
                { from: 2, points: 3 },
              ],
            },
          }),
        ],
      }
    ),
    'extensions.quotas[0].effect.steps[1].from',
    'contradiction',
  ],
  [
    'a cap on what nobody gives',
    own({}, { caps: [{ period: 'month', most: 5, submitting: true, ...GROUND }] }),
    'extensions.caps[0].submitting',
    'contradiction',
  ],
  [
    'a deduction of nothing',
    own({}, { deductions: [{ code: 'late', name: OWN.name, ...GROUND }] }),
    'extensions.deductions[0].points',
    'required',
  ],
  [
    'two terms of one code',
    own(
      {},
      {
        kinds: [
          { code: 'a', name: OWN.name },
          { code: 'a', name: OWN.name },
        ],
      }
    ),
    'extensions.kinds[1].code',
    'double',
  ],
  [
    'more than the whole for the office',
    own({}, { officeShare: 1.5 }),
    'extensions.officeShare',
    'range',
  ],
];

const problemsOf = (json: unknown) => {
  const parsed = parseRuleSetContent(json);
  return parsed.ok ? [] : parsed.problems.map(({ code, path: place }) => [place, code]);
};

/** As it comes over the wire. */
const sent = (json: unknown): unknown => JSON.parse(JSON.stringify(json ?? null));

describe('the content of a rule set', () => {
  it.each(GOOD)('is taken: %s', (_what, json) => {
    expect(problemsOf(json)).toEqual([]);
    expect(validate(sent(json))).toBe(true);
  });

  it.each(BAD_SHAPES)('is refused by its shape: %s', (_what, json, place, code) => {
    expect(problemsOf(json)).toContainEqual([place, code]);
    expect(validate(json)).toBe(false);
  });

  it.each(CONTRADICTIONS)('is refused by what contradicts: %s', (_what, json, place, code) => {
    expect(problemsOf(json)).toContainEqual([place, code]);
  });

  it('is read with its points in hundredths', () => {
    const parsed = parseRuleSetContent(seed);
    expect(parsed.ok && parsed.content.channels[0]?.points).toBe(300);
  });

  it('is refused or taken, whatever it is, and never worse; what is taken fits the schema', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('channels', 'policies', 'extensions', 'schema'),
        (value, field) => {
          for (const json of [value, { ...seed, [field]: value }]) {
            if (parseRuleSetContent(json).ok) expect(validate(sent(json))).toBe(true);
          }
        }
      )
    );
  });

  it('is documented as it is read', () => {
    expect(documented).toEqual(JSON.parse(JSON.stringify(RULE_SET_JSON_SCHEMA)));
  });
});
