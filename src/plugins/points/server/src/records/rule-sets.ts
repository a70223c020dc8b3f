import type { Core } from '@strapi/strapi';
import { parseHundredths } from '../../../domain/points';
import type { Day } from '../../../domain/period';
import type { Level, Policies, RuleSet } from '../../../domain/rule-set';
import type { Channel } from '../../../domain/vocabulary';
import { UID } from '../constants';
import { tableOf } from '../../../../../common/database/tables';
import { reading, type Reading } from '../../../../../common/database/query-batch';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

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
] as const satisfies ReadonlyArray<keyof Row>;

const parseJson = (value: unknown): unknown =>
  typeof value === 'string' ? JSON.parse(value) : value;

type Channels = Pick<RuleSetRecord, 'rules' | 'sentences'>;

const channelsOf = (entries: readonly ChannelEntry[]): Channels => ({
  rules: new Map(
    entries.map(({ channel, points, level, clause }) => [
      channel,
      { channel, level, clause, amount: parseHundredths(points) ?? 0 },
    ])
  ),
  sentences: new Map(entries.map(({ channel, sentence }) => [channel, sentence])),
});

const fromRow = (row: Row): RuleSetRecord => ({
  id: row.id,
  documentId: row.document_id,
  name: row.name,
  effectiveFrom: row.effective_from,
  effectiveTo: row.effective_to,
  policies: parseJson(row.policies) as Policies,
  ...channelsOf(parseJson(row.channels) as ChannelEntry[]),
});

/** Rule sets (计分标准). Few, and validated when they are written. */
export const ruleSetRepository = oncePerApplication((strapi: Core.Strapi) => {
  const rows = (database: Transaction | typeof strapi.db.connection) =>
    database(tableOf(strapi, UID.ruleSet))
      .select(...COLUMNS)
      .orderBy('effective_from');

  const everyOne: Reading<RuleSetRecord[]> = reading(
    rows(strapi.db.connection),
    COLUMNS,
    (found: Row[]) => found.map(fromRow)
  );

  return {
    everyOne,

    /** All of them, by the day that they come into force. */
    async all(trx: Transaction): Promise<RuleSetRecord[]> {
      const found: Row[] = await rows(trx);
      return found.map(fromRow);
    },
  };
});
