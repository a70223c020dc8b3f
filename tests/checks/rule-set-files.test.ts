import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import type { AdoptionDetails } from '../../src/plugins/points/domain/adoption';
import { failedGates } from '../../src/plugins/points/domain/gates';
import type { Day } from '../../src/plugins/points/domain/period';
import { periodEffects } from '../../src/plugins/points/domain/period-effects';
import {
  pointsOf,
  type Deduction,
  type PeriodFacts,
} from '../../src/plugins/points/domain/period-facts';
import { ledgerOf, pointsIn } from '../../src/plugins/points/domain/period-ledger';
import { sumOf } from '../../src/plugins/points/domain/points';
import { rulesOf, type RuleSet } from '../../src/plugins/points/domain/rule-set';
import { ruleSetChanges, type RuleSetJson } from '../../src/plugins/points/domain/rule-set-changes';
import {
  parseRuleSetContent,
  RULE_SET_JSON_SCHEMA,
} from '../../src/plugins/points/domain/rule-set-content';
import { score } from '../../src/plugins/points/domain/score';
import type { Contributor } from '../../src/plugins/points/domain/shares';
import type { Category, OwnChannel } from '../../src/plugins/points/domain/vocabulary';

/** The rules of other bureaus, as they stand in `database/seeds/rule-sets`, and what they come to. */

const FOLDER = path.resolve(__dirname, '../../database/seeds/rule-sets');

const REGULATION = path.resolve(FOLDER, '../regulation.rule-set.json');

const FILES = readdirSync(FOLDER).map((file) => path.basename(file, '.json'));

const jsonOf = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8'));

const ruleSetOf = (name: string): RuleSet => {
  const parsed = parseRuleSetContent(jsonOf(name));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return {
    id: 1,
    name,
    effectiveFrom: '2020-01-01',
    effectiveTo: null,
    ...rulesOf(parsed.content),
  };
};

type Adopted = [channel: string, details?: AdoptionDetails & { organ?: string }];

const adoptionsOf = (adopted: readonly Adopted[]) =>
  adopted.map(([channel, { organ = null, ...details } = {}], index) => ({
    id: index + 1,
    channel: `own.${channel}` satisfies OwnChannel,
    adoptedOn: '2026-03-05',
    adoptedAt: index,
    organ,
    contributors: null,
    details,
  }));

const units = (count: number): Contributor[] =>
  Array.from({ length: count }, (_, index) => ({ unit: index + 1, officers: [] }));

/** What each of so many units gets for one item, in points. */
const sharesOf = (name: string, adopted: readonly Adopted[], count: number): string[] => {
  const awards = score({ contributors: units(count), adoptions: adoptionsOf(adopted) }, [
    ruleSetOf(name),
  ]);
  return units(count).map(({ unit }) =>
    sumOf(awards.filter((award) => award.unit === unit)).toFraction()
  );
};

const ITEMS: Array<[rules: string, what: string, adopted: Adopted[], each: string[]]> = [
  ['ningguo', 'a piece', [['adopted']], ['3']],
  ['ningguo', 'a survey that went up', [['adopted', { kind: 'research' }], ['upper-body']], ['25']],
  ['changshan', 'on its own in the city', [['city-dynamics', { form: 'single' }]], ['50']],
  ['changshan', 'among others in the city', [['city-dynamics']], ['20']],
  [
    'lianyungang',
    'through several papers',
    [['yesterday'], ['selected-for-province'], ['province-digest']],
    ['15'],
  ],
  ['lianyungang', 'a brief', [['yesterday', { form: 'brief' }]], ['1']],
  [
    'lianyungang',
    'one leader twice',
    [
      ['yesterday'],
      ['yesterday-instruction', { organ: '张市长' }],
      ['yesterday-instruction', { organ: ' 张 市长' }],
    ],
    ['8'],
  ],
  ['animal-husbandry', 'the two highest levels', [['bureau'], ['city'], ['higher']], ['12']],
  ['animal-husbandry', 'each level once', [['city'], ['city'], ['bureau']], ['6']],
  ['animal-husbandry', 'a reprint', [['bureau', { form: 'reprint' }]], ['1']],
  ['animal-husbandry', 'a long text counts as research', [['city', { length: 800 }]], ['12']],
  ['animal-husbandry', 'a text just short of it', [['city', { length: 799 }]], ['4']],
  ['animal-husbandry', 'two authors, 3:2', [['city']], ['12/5', '8/5']],
  ['animal-husbandry', 'of three authors the first two', [['city']], ['12/5', '8/5', '0']],
  [
    'development-zone',
    'the highest only',
    [['county-media'], ['zhenjiang-media'], ['province-media']],
    ['5'],
  ],
  [
    'development-zone',
    'a long one below a short one above',
    [['zhenjiang-media', { length: 1000 }], ['province-media']],
    ['5'],
  ],
  ['human-resources', 'the front page: 4 → 8', [['city-media', { place: 'front' }]], ['8']],
  ['human-resources', 'the front page: 6 → 10', [['province-media', { place: 'front' }]], ['10']],
  ['human-resources', 'the front page: 20 → 40', [['national-media', { place: 'front' }]], ['40']],
  ['henan-industry', 'half a point', [['shared']], ['1/2']],
  [
    'zhonglou',
    'research with an instruction',
    [
      ['city', { kind: 'research' }],
      ['city-instruction', { organ: '李市长' }],
    ],
    ['50'],
  ],
  ['suzhou', 'both sites', [['suzhou-site'], ['jiangsu-site']], ['7']],
  ['shangyu', 'a brief in the town’s press', [['county-press', { form: 'brief' }]], ['5/2']],
  ['shangyu', 'a brief in the national press', [['national-press', { form: 'brief' }]], ['15/2']],
  [
    'quzhou',
    'twice the province’s score',
    [['affairs'], ['province', { upperScore: 600 }]],
    ['14'],
  ],
  [
    'quzhou',
    'five times the State Council’s, by two',
    [['centre', { upperScore: 700 }]],
    ['35/2', '35/2'],
  ],
  ['quzhou', 'before the upper score is known', [['province']], ['0']],
  ['weekly', 'city and province', [['city-info'], ['province-info']], ['20']],
  [
    'county-party',
    'used with others: 3 for each unit',
    [['important', { form: 'combined' }]],
    ['3', '3', '3'],
  ],
  ['county-party', 'on its own by two', [['important']], ['5/2', '5/2']],
  ['county-party', 'a study, twice', [['province-office', { kind: 'theory' }]], ['40']],
  ['hangzhou', 'until somebody chooses', [['work']], ['2']],
  ['hangzhou', 'as the office chose', [['work', { chosen: { amount: 500, by: '王科长' } }]], ['5']],
  ['county-education', 'a long article', [['peoples-education', { length: 5000 }]], ['75']],
  ['county-education', 'a short article', [['peoples-education', { length: 1499 }]], ['25']],
  ['review-office', 'the highest, and 1 elsewhere', [['office-brief'], ['city-media']], ['11']],
  [
    'review-office',
    'two elsewhere, and an instruction on top',
    [
      ['office-site'],
      ['district-media'],
      ['city-brief', { form: 'special' }],
      ['city-instruction', { organ: '李市长' }],
    ],
    ['27'],
  ],
  ['review-office', 'broadcast counts half', [['national-media', { form: 'broadcast' }]], ['10']],
  ['yongkang-health', 'adds up', [['health-news'], ['city'], ['province']], ['20']],
  ['xiangshan-education', 'sent and not adopted', [['received', { form: 'brief' }]], ['1']],
  [
    'xiangshan-education',
    'adopted again counts the highest',
    [['received'], ['education-site'], ['county', { form: 'brief' }]],
    ['10'],
  ],
  ['shangyu-industry', 'on its own in the province', [['province', { form: 'single' }]], ['100']],
  [
    'shangyu-industry',
    'another leader counts half',
    [['instruction-other', { organ: '张副市长' }]],
    ['15/2'],
  ],
  ['construction-bureau', 'the front page', [['city-press', { place: 'front' }]], ['14']],
  ['construction-bureau', 'an academic paper', [['study-city', { place: 'academic' }]], ['7/2']],
  ['guangyuan', 'a picture by two', [['portal', { form: 'picture' }]], ['1/4', '1/4']],
  [
    'guangyuan',
    'important in the province',
    [['morning'], ['sichuan', { form: 'important' }]],
    ['7'],
  ],
  ['daying-cooperative', 'the highest only', [['site'], ['county'], ['province']], ['300']],
];

interface Sent {
  sent?: Day[];
  /** Of what was sent. */
  category?: Category;
  adopted?: Array<[channel: string, times: number, details?: AdoptionDetails]>;
  deductions?: Array<[code: string, day: Day]>;
  classes?: string[];
  /** When the adopted ones count; March unless it is said. */
  day?: Day;
}

/** One item for each adoption, as a unit sends them. */
const factsOf = (
  name: string,
  {
    adopted = [],
    category = 'culture-news',
    classes = [],
    day = '2026-03-05',
    deductions = [],
    sent = [],
  }: Sent
): PeriodFacts => {
  const items = adopted.flatMap(([channel, times, details]) =>
    Array.from({ length: times }, (): Adopted => [channel, details])
  );
  return {
    ledger: ledgerOf(
      items.flatMap((item, index) =>
        score({ contributors: units(1), adoptions: adoptionsOf([item]) }, [ruleSetOf(name)]).map(
          ({ amount, channel, divisor }) => ({
            amount,
            divisor,
            source: channel,
            day,
            adoption: index,
            submission: index,
          })
        )
      )
    ),
    received: sent.map((day) => ({ day, category, pieces: 1 })),
    deductions: deductions.map(([code, on]): Deduction => ({
      code,
      day: on,
      amount: null,
      reason: '通报',
      by: '办公室',
    })),
    classes,
  };
};

const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const QUARTER = { from: '2026-01-01', to: '2026-03-31' };
const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const LATER = '2027-01-01';

/** So many days of March. */
const days = (count: number): Day[] =>
  Array.from(
    { length: count },
    (_, index) => `2026-03-${String((index % 31) + 1).padStart(2, '0')}`
  );

const PERIODS: Array<
  [rules: string, what: string, span: typeof MARCH, sent: Sent, points: string]
> = [
  [
    'zhalantun',
    'its published quarter: 35 and 3',
    QUARTER,
    {
      adopted: [
        ['zhalantun-site', 35],
        ['hulunbuir-site', 3],
      ],
    },
    '205',
  ],
  ['zhalantun', 'its published quarter: 36', QUARTER, { adopted: [['zhalantun-site', 36]] }, '180'],
  [
    'zhalantun',
    'its published quarter: 27 and 1',
    QUARTER,
    {
      adopted: [
        ['zhalantun-site', 27],
        ['hulunbuir-site', 1],
      ],
    },
    '145',
  ],
  [
    'zhalantun',
    'its published quarter: 25 and 1',
    QUARTER,
    {
      adopted: [
        ['zhalantun-site', 25],
        ['hulunbuir-site', 1],
      ],
    },
    '135',
  ],
  ['zhalantun', 'its published quarter: 26', QUARTER, { adopted: [['zhalantun-site', 26]] }, '130'],
  [
    'tongzhou',
    'its published month: 2 sent, 2 adopted',
    MARCH,
    { sent: days(2), adopted: [['garden-news', 2]] },
    '8',
  ],
  [
    'tongzhou',
    'its published month: 4 sent, 4 adopted',
    MARCH,
    { sent: days(4), adopted: [['garden-news', 4]] },
    '16',
  ],
  ['ningguo', 'the quota met', MARCH, { sent: days(3), adopted: [['adopted', 2]] }, '9'],
  ['ningguo', 'one sent of two', MARCH, { sent: days(1) }, '-1'],
  ['ningguo', 'nothing in three months', QUARTER, {}, '-12'],
  [
    'changshan',
    'a township that sent nine',
    MARCH,
    { sent: days(9), classes: ['township'], adopted: [['express', 2]] },
    '20',
  ],
  [
    'changshan',
    'a township that sent seven',
    MARCH,
    { sent: days(7), classes: ['township'], adopted: [['express', 2]] },
    '10',
  ],
  ['changshan', 'another unit that sent nine', MARCH, { sent: days(9) }, '0'],
  [
    'development-zone',
    'no more than ten a year',
    YEAR,
    {
      adopted: [
        ['province-media', 2],
        ['zhenjiang-media', 1],
      ],
    },
    '10',
  ],
  ['human-resources', 'twice what is missing', MARCH, { adopted: [['city-media', 1]] }, '-8'],
  ['human-resources', 'the task done', MARCH, { adopted: [['city-media', 3]] }, '12'],
  [
    'human-resources',
    'a missed commission',
    MARCH,
    { adopted: [['city-media', 3]], deductions: [['missed-commission', '2026-03-09']] },
    '7',
  ],
  [
    'human-resources',
    'negative news: zero, and ten less',
    MARCH,
    { adopted: [['national-media', 1]], deductions: [['negative-news', '2026-03-09']] },
    '-10',
  ],
  [
    'zhonglou',
    'all done: 6 + 10 + 10',
    QUARTER,
    { sent: days(3), adopted: [['district', 2]] },
    '26',
  ],
  ['zhonglou', 'nothing sent: 6 − 3, and no rate', QUARTER, {}, '3'],
  ['zhonglou', 'few adopted', QUARTER, { sent: days(10), adopted: [['district', 2]] }, '25'],
  [
    'zhonglou',
    'not below zero',
    QUARTER,
    {
      deductions: [
        ['wrong-wording', '2026-02-01'],
        ['wrong-wording', '2026-03-01'],
      ],
    },
    '0',
  ],
  [
    'suzhou',
    'sent and run',
    MARCH,
    {
      sent: days(3),
      adopted: [
        ['suzhou-site', 2],
        ['jiangsu-site', 1],
      ],
    },
    '15',
  ],
  [
    'weekly',
    'a week of two and a week of three',
    MARCH,
    { sent: ['2026-03-02', '2026-03-08', '2026-03-09', '2026-03-10', '2026-03-15'] },
    '3',
  ],
  [
    'weekly',
    'the week that ends in April is April’s',
    MARCH,
    { sent: ['2026-03-30', '2026-03-31'] },
    '0',
  ],
  [
    'weekly',
    'the week that began in February is March’s',
    MARCH,
    { sent: ['2026-02-28', '2026-03-01'] },
    '1',
  ],
  [
    'yongkang-health',
    'a municipal unit that sent two',
    MARCH,
    { sent: days(2), classes: ['municipal'], adopted: [['health-news', 1]] },
    '65',
  ],
  ['yongkang-health', 'one of two', MARCH, { sent: days(1), classes: ['municipal'] }, '-5'],
  ['yongkang-health', 'one of one', MARCH, { sent: days(1), classes: ['other'] }, '60'],
  ['shangyu-industry', 'the task done', YEAR, { sent: days(24), classes: ['operations'] }, '30'],
  ['shangyu-industry', 'one short', YEAR, { sent: days(23), classes: ['operations'] }, '0'],
  ['construction-bureau', 'the weekly task not done', YEAR, { sent: days(51) }, '-10'],
  ['construction-bureau', 'the weekly task done', YEAR, { sent: days(52) }, '10'],
  [
    'guangyuan',
    'a commission missed',
    MARCH,
    { adopted: [['reference', 3]], deductions: [['missed', '2026-03-09']] },
    '5',
  ],
  ['daying-cooperative', 'two short', YEAR, { sent: days(8), classes: ['personnel'] }, '-80'],
  ['county-party', 'fifteen a year', YEAR, { sent: days(15) }, '50'],
  ['county-party', 'fourteen a year', YEAR, { sent: days(14) }, '0'],
  [
    'county-education',
    'at most thirty a quarter',
    QUARTER,
    {
      adopted: [
        ['national-network', 31],
        ['county-site', 1],
      ],
    },
    '61/2',
  ],
];

describe('the rules of other bureaus', () => {
  const validate = new Ajv2020({ strict: false, multipleOfPrecision: 6 }).compile({
    ...RULE_SET_JSON_SCHEMA,
  });

  it.each(FILES)('%s fits the schema and is read', (name) => {
    expect(validate(jsonOf(name))).toBe(true);
    expect(ruleSetOf(name).rules.size).toBeGreaterThan(0);
  });

  it.each(FILES)('%s is compared with the regulation, fractions of points and all', (name) => {
    const ofRegulation = JSON.parse(readFileSync(REGULATION, 'utf8')) as RuleSetJson;
    expect(ruleSetChanges(ofRegulation, jsonOf(name) as RuleSetJson).length).toBeGreaterThan(0);
  });

  it('are at least twelve, each with a document and a case', () => {
    expect(FILES.length).toBeGreaterThanOrEqual(12);
    expect(FILES.filter((name) => !ruleSetOf(name).extensions?.source)).toEqual([]);
    const tried = new Set([...ITEMS, ...PERIODS].map(([name]) => name));
    expect(FILES.filter((name) => !tried.has(name))).toEqual([]);
  });

  it.each(ITEMS)('%s: %s', (name, _what, adopted, each) => {
    expect(sharesOf(name, adopted, each.length)).toEqual(each);
  });

  it.each(PERIODS)('%s: %s', (name, _what, span, sent, points) => {
    const facts = factsOf(name, sent);
    const effects = periodEffects(facts, [ruleSetOf(name)], span, LATER);
    expect(pointsIn(facts.ledger, span).add(pointsOf(effects)).toFraction()).toBe(points);
  });

  it('do not ask in which order adoptions were recorded', () => {
    const rules = [ruleSetOf('animal-husbandry')];
    const channels = fc.constantFrom('bureau', 'city', 'higher');
    const some = fc.array(fc.record({ channel: channels, length: fc.nat({ max: 1600 }) }));
    fc.assert(
      fc.property(some, (items) => {
        const adoptions = adoptionsOf(items.map(({ channel, length }) => [channel, { length }]));
        const given = (all: typeof adoptions) =>
          score({ contributors: units(3), adoptions: all }, rules)
            .map(({ adoption, amount, divisor, unit }) => [adoption, unit, amount, divisor].join())
            .sort();
        expect(given([...adoptions].reverse())).toEqual(given(adoptions));
      })
    );
  });

  it('fails a gate on a category, whatever else was sent in', () => {
    const rules = [ruleSetOf('daying-cooperative')];
    const failed = (category: Category) =>
      failedGates(
        factsOf('daying-cooperative', { sent: days(9), category }),
        [],
        rules,
        YEAR,
        LATER
      ).map(({ effect }) => effect);
    expect(failed('culture-news')).toEqual(['below-standard']);
    expect(failed('research')).toEqual([]);
  });

  it('fails a gate without moving a place', () => {
    const rules = [ruleSetOf('zhonglou')];
    const facts = factsOf('zhonglou', {});
    const effects = periodEffects(facts, rules, QUARTER, LATER);
    expect(failedGates(facts, effects, rules, QUARTER, LATER)).toMatchObject([
      { effect: 'below-standard', why: { done: '3', least: '6' }, period: { code: '2026-Q1' } },
    ]);
    const village = factsOf('development-zone', { sent: days(1), classes: ['village'] });
    const zone = [ruleSetOf('development-zone')];
    expect(failedGates(village, [], zone, MARCH, LATER)).toMatchObject([{ why: { least: '2' } }]);
    expect(failedGates({ ...village, classes: ['department'] }, [], zone, MARCH, LATER)).toEqual(
      []
    );
  });
});
