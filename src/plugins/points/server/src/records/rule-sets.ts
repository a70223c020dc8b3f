import type { Core } from '@strapi/strapi';
import type { Day } from '../../../domain/period';
import { rulesOf, type RuleSet } from '../../../domain/rule-set';
import { readStoredRuleSet } from '../../../domain/rule-set-content';
import type { Channel } from '../../../domain/vocabulary';
import { UID } from '../constants';
import { tableOf } from '../../../../../common/database/tables';
import { reading, type Reading } from '../../../../../common/database/query-batch';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** A rule set with the sentences that explain it. */
export interface RuleSetRecord extends RuleSet {
  documentId: string;
  sentences: ReadonlyMap<Channel, { zh: string; en: string }>;
  /** Its JSON as it is stored. */
  stored: StoredRuleSet;
}

/** The columns that hold a rule set's JSON. */
export interface StoredRuleSet {
  channels: unknown;
  policies: unknown;
  /** `null`: the regulation's engine. */
  extensions: unknown;
}

interface Row {
  id: number;
  document_id: string;
  name: string;
  effective_from: Day;
  effective_to: Day | null;
  channels: unknown;
  policies: unknown;
  extensions: unknown;
}

const COLUMNS = [
  'id',
  'document_id',
  'name',
  'effective_from',
  'effective_to',
  'channels',
  'policies',
  'extensions',
] as const satisfies ReadonlyArray<keyof Row>;

const parseJson = (value: unknown): unknown =>
  typeof value === 'string' ? JSON.parse(value) : value;

const fromRow = (row: Row): RuleSetRecord => {
  const stored = {
    channels: parseJson(row.channels),
    policies: parseJson(row.policies),
    extensions: parseJson(row.extensions),
  };
  const content = readStoredRuleSet(stored);
  return {
    id: row.id,
    documentId: row.document_id,
    name: row.name,
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to,
    ...rulesOf(content),
    sentences: new Map(content.channels.map(({ channel, sentence }) => [channel, sentence])),
    stored,
  };
};

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

    /** Names the last day of one: another follows it. */
    async end(trx: Transaction, id: number, effectiveTo: Day, now: Date): Promise<void> {
      await trx(tableOf(strapi, UID.ruleSet))
        .where({ id })
        .update({ effective_to: effectiveTo, updated_at: now });
    },
  };
});
