import type { Core } from '@strapi/strapi';
import type { Adoption } from '../../src/plugins/points/domain/adoption';
import { difference, recordedOf } from '../../src/plugins/points/domain/difference';
import { CHAIN_START, type ChainHead } from '../../src/plugins/points/domain/posting-chain';
import type { Month } from '../../src/plugins/points/domain/period';
import type { RuleSet } from '../../src/plugins/points/domain/rule-set';
import { score } from '../../src/plugins/points/domain/score';
import type { Contributor } from '../../src/plugins/points/domain/shares';
import { isSiteChannel, type Channel } from '../../src/plugins/points/domain/vocabulary';
import { postingRow } from '../../src/plugins/points/server/src/ledger/append';
import { linkAll } from '../../src/plugins/points/server/src/ledger/posting-hashes';
import type { NewAdoptionPosting } from '../../src/plugins/points/server/src/ledger/postings';
import { createRandom, type Random } from '../../src/seeds/demo/random';
import { insertRows, momentFor, momentOf, type Row } from './bulk';

const ARTICLE = 'api::article.article';
const UNIT_IDS = Array.from({ length: 100 }, (_, index) => index + 1);
const OFFICERS_A_UNIT = 3;
const POSTINGS_A_STATEMENT = 10_000;

const officerOf = (unit: number, index: number): number => (unit - 1) * OFFICERS_A_UNIT + index + 1;

/** How a hundred adoptions of a year spread over the channels. */
const CHANNELS: Record<Channel, number> = {
  'site.dynamics': 42,
  'site.picture': 14,
  'site.headline': 9,
  'site.video': 5,
  newsletter: 10,
  'city.forwarded': 7,
  'city.adopted': 3,
  'province.adopted': 2,
  'central.adopted': 1,
  instruction: 2,
  'commission.info': 3,
  'commission.research': 1,
  'commission.feature': 1,
};

/** How many of a hundred submissions have so many units and adoptions, and units so many officers named. */
const UNIT_COUNTS = { 1: 72, 2: 14, 3: 8, 5: 4, 7: 2 };
const ADOPTION_COUNTS = { 1: 60, 2: 28, 3: 12 };
const OFFICER_COUNTS = { 0: 20, 1: 60, 2: 15, 3: 5 };

const countOf = (random: Random, weights: Record<string, number>): number =>
  Number(random.weighted(weights));

const pad = (number: number): string => String(number).padStart(2, '0');

interface Tables {
  submissions: Row[];
  submissionUnits: Row[];
  submissionOfficers: Row[];
  adoptions: Row[];
  adoptionSubmissions: Row[];
  postings: Row[];
}

const emptyTables = (): Tables => ({
  submissions: [],
  submissionUnits: [],
  submissionOfficers: [],
  adoptions: [],
  adoptionSubmissions: [],
  postings: [],
});

const write = async (strapi: Core.Strapi, tables: Tables): Promise<void> => {
  await insertRows(strapi, 'points_submissions', tables.submissions);
  await insertRows(strapi, 'points_submissions_units_lnk', tables.submissionUnits);
  await insertRows(strapi, 'points_submissions_officers_lnk', tables.submissionOfficers);
  await insertRows(strapi, 'points_adoptions', tables.adoptions);
  await insertRows(strapi, 'points_adoptions_submission_lnk', tables.adoptionSubmissions);
  await insertRows(strapi, 'points_postings', tables.postings);
};

const makeUnits = async (strapi: Core.Strapi): Promise<void> => {
  await insertRows(
    strapi,
    'points_units',
    UNIT_IDS.map((id) => ({
      id,
      document_id: `unit-${id}`,
      code: `U${id}`,
      name: `单位${id}`,
      kind: id % 5 < 3 ? 'institution' : 'department',
    }))
  );
  const officers = UNIT_IDS.flatMap((unit) =>
    Array.from({ length: OFFICERS_A_UNIT }, (_, index) => ({ id: officerOf(unit, index), unit }))
  );
  await insertRows(
    strapi,
    'points_officers',
    officers.map(({ id }) => ({ id, document_id: `officer-${id}`, name: `信息员${id}` }))
  );
  await insertRows(
    strapi,
    'points_officers_unit_lnk',
    officers.map(({ id, unit }) => ({ officer_id: id, unit_id: unit }))
  );
};

const makeContributors = (random: Random): Contributor[] =>
  random.sample(UNIT_IDS, countOf(random, UNIT_COUNTS)).map((unit) => ({
    unit,
    officers: Array.from({ length: countOf(random, OFFICER_COUNTS) }, (_, index) =>
      officerOf(unit, index)
    ),
  }));

/** When adoptions are made, and through which channels. */
interface Spread {
  months: readonly Month[];
  /** How many of a hundred adoptions are made through each channel. */
  channels: Readonly<Record<string, number>>;
}

const SPREAD: Spread = {
  months: Array.from({ length: 12 }, (_, index) => `2026-${pad(index + 1)}`),
  channels: CHANNELS,
};

/** Without those of the site, which need entries to be published. */
export const BY_HAND: Spread['channels'] = Object.fromEntries(
  Object.entries(CHANNELS).filter(([channel]) => !channel.startsWith('site.'))
);

const makeAdoptions = (
  random: Random,
  firstId: number,
  { months, channels: weights }: Spread
): Adoption[] => {
  const channels = new Set<Channel>();
  const count = countOf(random, ADOPTION_COUNTS);
  while (channels.size < count) channels.add(random.weighted(weights) as Channel);
  return [...channels].map((channel, index) => ({
    id: firstId + index,
    channel,
    adoptedOn: `${random.pick(months)}-${pad(random.integer(1, 28))}`,
    adoptedAt: 0,
    organ: channel === 'instruction' ? '市领导' : null,
    contributors: null,
  }));
};

const entryOf = (adoption: number, channel: Channel) =>
  isSiteChannel(channel)
    ? { uid: ARTICLE, documentId: `entry-${adoption}` }
    : { uid: null, documentId: null };

interface Item {
  id: number;
  title: string;
  contributors: Contributor[];
  adoptions: Adoption[];
}

const addSubmission = (tables: Tables, strapi: Core.Strapi, item: Item): void => {
  const [firstDay = ''] = item.adoptions.map(({ adoptedOn }) => adoptedOn).sort();
  tables.submissions.push({
    id: item.id,
    document_id: `submission-${item.id}`,
    title: item.title,
    category: 'culture-news',
    received_at: momentFor(strapi, firstDay),
  });
  for (const { unit, officers } of item.contributors) {
    tables.submissionUnits.push({ submission_id: item.id, unit_id: unit });
    for (const officer of officers) {
      tables.submissionOfficers.push({ submission_id: item.id, officer_id: officer });
    }
  }
};

const addAdoptions = (tables: Tables, strapi: Core.Strapi, item: Item): void => {
  for (const { id, channel, adoptedOn, organ } of item.adoptions) {
    const entry = entryOf(id, channel);
    tables.adoptions.push({
      id,
      document_id: `adoption-${id}`,
      channel,
      adopted_on: adoptedOn,
      adopted_at: momentFor(strapi, adoptedOn),
      organ,
      entry_uid: entry.uid,
      entry_document_id: entry.documentId,
    });
    tables.adoptionSubmissions.push({ adoption_id: id, submission_id: item.id });
  }
};

/** The rule set of the year, and the documentId by which postings name it. */
interface RulesOfYear {
  ruleSet: RuleSet;
  ruleSetDocumentId: string;
}

/** Adds the postings of an item to the tables and to the chain, which then ends with the last of them. */
const addPostings = (
  tables: Tables,
  strapi: Core.Strapi,
  item: Item,
  { ruleSet, ruleSetDocumentId }: RulesOfYear,
  chainHead: ChainHead
): ChainHead => {
  let last = chainHead;
  for (const posting of difference(score(item, [ruleSet]), recordedOf([]), null, item.id)) {
    const entry = entryOf(posting.adoption, posting.channel);
    const row: NewAdoptionPosting = {
      ...posting,
      submission: item.id,
      submissionTitle: item.title,
      unitName: `单位${posting.unit}`,
      officerName: posting.officer === null ? null : `信息员${posting.officer}`,
      entryUid: entry.uid,
      entryDocumentId: entry.documentId,
      cause: 'record',
      bonusDocumentId: null,
      objectionDocumentId: null,
      submissionDocumentId: `submission-${item.id}`,
      adoptionDocumentId: `adoption-${posting.adoption}`,
      ruleSetDocumentId,
      unitDocumentId: `unit-${posting.unit}`,
      officerDocumentId: posting.officer === null ? null : `officer-${posting.officer}`,
    };
    for (const linked of linkAll(last, [row], momentOf(posting.adoptedOn))) {
      tables.postings.push({
        ...postingRow(linked),
        posted_at: momentFor(strapi, posting.adoptedOn),
      });
      last = linked;
    }
  }
  return last;
};

/**
 * Fills an empty database with the year 2026 of a hundred units, past the services, for a million
 * publications would take hours: submissions, their adoptions, and the postings that the domain
 * computes for them. The running totals are left to the plugin.
 *
 * @param postings so many, or a few more
 * @param spread over which months, and through which channels, where not all of both
 */
export const makeYear = async (
  strapi: Core.Strapi,
  rules: RulesOfYear,
  postings: number,
  spread: Partial<Spread> = {}
): Promise<void> => {
  const random = createRandom(2026);
  await makeUnits(strapi);
  let tables = emptyTables();
  let written = 0;
  let nextAdoption = 1;
  let chainHead = CHAIN_START;
  for (let id = 1; written + tables.postings.length < postings; id += 1) {
    const adoptions = makeAdoptions(random, nextAdoption, { ...SPREAD, ...spread });
    nextAdoption += adoptions.length;
    const title = `群众文化活动信息第${id}条`;
    const item = { id, title, contributors: makeContributors(random), adoptions };
    addSubmission(tables, strapi, item);
    addAdoptions(tables, strapi, item);
    chainHead = addPostings(tables, strapi, item, rules, chainHead);
    if (tables.postings.length < POSTINGS_A_STATEMENT) continue;
    await write(strapi, tables);
    written += tables.postings.length;
    tables = emptyTables();
  }
  await write(strapi, tables);
};
