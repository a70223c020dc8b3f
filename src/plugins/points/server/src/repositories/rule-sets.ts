import type { Core } from '@strapi/strapi';
import { parseHundredths } from '../../../domain/points';
import type { Day } from '../../../domain/period';
import type { Level, Policies, RuleSet } from '../../../domain/rule-set';
import type { Channel } from '../../../domain/vocabulary';
import { UID } from '../constants';
import { reading, tableOf, type Reading, type Transaction } from './connection';

/** One channel as a rule set's JSON holds it. */
interface ChannelEntry {
  channel: Channel;
  /** Points, at most two decimals. */
  points: number | string;
  level: Level;
  clause: string;
  sentence: { zh: string; en: string };
}

/** A rule set with the sentences that explain it. */
export interface RuleSetRecord extends RuleSet {
  documentId: string;
  sentences: ReadonlyMap<Channel, { zh: string; en: string }>;
}

interface Row {
  id: number;
  document_id: string;
  name: string;
  effective_from: Day;
  effective_to: Day | null;
  channels: unknown;
  policies: unknown;
}

const COLUMNS = [
  'id',
  'document_id',
  'name',
  'effective_from',
  'effective_to',
  'channels',
  'policies',
];

const parseJson = (value: unknown): unknown =>
  typeof value === 'string' ? JSON.parse(value) : value;

const fromRow = (row: Row): RuleSetRecord => {
  const channels = parseJson(row.channels) as ChannelEntry[];
  return {
    id: row.id,
    documentId: row.document_id,
    name: row.name,
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to,
    policies: parseJson(row.policies) as Policies,
    rules: new Map(
      channels.map(({ channel, points, level, clause }) => [
        channel,
        { channel, level, clause, amount: parseHundredths(points) ?? 0 },
      ])
    ),
    sentences: new Map(channels.map(({ channel, sentence }) => [channel, sentence])),
  };
};

/** Rule sets (计分标准). Few, and validated when they are written. */
export const ruleSetRepository = (strapi: Core.Strapi) => ({
  all: (trx: Transaction): Reading<RuleSetRecord[]> =>
    reading(
      trx(tableOf(strapi, UID.ruleSet)).select(COLUMNS).orderBy('effective_from'),
      (rows: Row[]) => rows.map(fromRow)
    ),
});
