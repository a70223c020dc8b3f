import type { Core } from '@strapi/strapi';
import type { Day } from '../../../domain/period';
import { isInForce, rulesOf, ruleSetOn, type RuleSet } from '../../../domain/rule-set';
import { readStoredRuleSet, type RuleSetContent } from '../../../domain/rule-set-content';
import type { Channel } from '../../../domain/vocabulary';
import { UID } from '../constants';
import { tableOf } from '../../../../../common/database/tables';
import { reading, type Reading } from '../../../../../common/database/query-batch';
import { isDay } from '../../../../../common/time/day';
import { keptByText } from '../../../../../common/kept-by-text';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { refuse } from '../messages';
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

/** A rule set whose JSON or days somebody wrote over past the application: nobody can score by it. */
interface UnreadableRuleSet {
  documentId: string;
  name: string;
  /** `null` where nobody can read its first day or its last one. */
  span: { effectiveFrom: Day; effectiveTo: Day | null } | null;
}

/** Rule sets, those that can be read apart from those that cannot. */
export interface FoundRuleSets {
  readable: RuleSetRecord[];
  unreadable: UnreadableRuleSet[];
}

/** Whether nobody can say by which rules a day is scored: those that may be of it cannot be read. */
export const isUnderUnreadable = ({ readable, unreadable }: FoundRuleSets, day: Day): boolean =>
  ruleSetOn(readable, day) === undefined &&
  unreadable.some(({ span }) => span === null || isInForce(span, day));

interface Row {
  id: number;
  document_id: string;
  /** A text, unless somebody put bytes there. */
  name: unknown;
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

/** @throws SyntaxError where somebody put something else than JSON */
const parseJson = (value: unknown): unknown =>
  typeof value === 'string' ? JSON.parse(value) : value;

/** More versions of the rules than a bureau has at a time. */
const MOST_KEPT = 100;

/** Reading the rules costs more than the rest of a settlement, and they seldom change. */
const readAs = keptByText(
  MOST_KEPT,
  (columns): { stored: StoredRuleSet; content: RuleSetContent } => {
    const [channels, policies, extensions] = (JSON.parse(columns) as unknown[]).map(parseJson);
    const stored: StoredRuleSet = { channels, policies, extensions };
    return { stored, content: readStoredRuleSet(stored) };
  }
);

/** What a row's JSON comes to; `null` where somebody wrote something else there. */
const readIn = ({ channels, policies, extensions }: Row): ReturnType<typeof readAs> | null => {
  const columns = [channels, policies, extensions];
  if (columns.some((value) => value instanceof Uint8Array)) return null;
  try {
    const read = readAs(JSON.stringify(columns));
    return read.content.channels.length === 0 ? null : read;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
};

const spanOf = (row: Row): UnreadableRuleSet['span'] => {
  const { effective_from: effectiveFrom, effective_to: effectiveTo } = row;
  const isWhole = isDay(effectiveFrom) && (effectiveTo === null || isDay(effectiveTo));
  return isWhole ? { effectiveFrom, effectiveTo } : null;
};

const fromRow = (row: Row): RuleSetRecord | UnreadableRuleSet => {
  const span = spanOf(row);
  const read = readIn(row);
  const { document_id: documentId } = row;
  const name = String(row.name);
  if (span === null || read === null) return { documentId, name, span };
  const { content, stored } = read;
  return {
    id: row.id,
    documentId,
    name,
    ...span,
    ...rulesOf(content),
    sentences: new Map(content.channels.map(({ channel, sentence }) => [channel, sentence])),
    stored,
  };
};

const foundIn = (rows: readonly Row[]): FoundRuleSets => {
  const found: FoundRuleSets = { readable: [], unreadable: [] };
  for (const ruleSet of rows.map(fromRow)) {
    if ('span' in ruleSet) found.unreadable.push(ruleSet);
    else found.readable.push(ruleSet);
  }
  return found;
};

/** Rule sets (计分标准). Few, and validated when they are written. */
export const ruleSetRepository = oncePerApplication((strapi: Core.Strapi) => {
  const rows = (database: Transaction | typeof strapi.db.connection) =>
    database(tableOf(strapi, UID.ruleSet))
      .select(...COLUMNS)
      .orderBy('effective_from');

  /** @throws ValidationError when one of them cannot be read: points would be wrong without it */
  const requireReadable = (found: Row[]): RuleSetRecord[] => {
    const { readable, unreadable } = foundIn(found);
    const [first] = unreadable;
    if (!first) return readable;
    throw refuse(strapi, 'ruleSet', 'error.ruleSet.unreadable', { name: first.name });
  };

  const everyOne: Reading<RuleSetRecord[]> = reading(
    rows(strapi.db.connection),
    COLUMNS,
    requireReadable
  );

  return {
    everyOne,

    /**
     * All of them, by the day that they come into force.
     *
     * @throws ValidationError that names one that somebody wrote over past the application
     */
    async all(trx: Transaction): Promise<RuleSetRecord[]> {
      const found: Row[] = await rows(trx);
      return requireReadable(found);
    },

    /** All of them, for whoever can do without those that cannot be read, and says so. */
    async found(trx: Transaction): Promise<FoundRuleSets> {
      const found: Row[] = await rows(trx);
      return foundIn(found);
    },

    /** Names the last day of one: another follows it. */
    async end(trx: Transaction, id: number, effectiveTo: Day, now: Date): Promise<void> {
      await trx(tableOf(strapi, UID.ruleSet))
        .where({ id })
        .update({ effective_to: effectiveTo, updated_at: now });
    },
  };
});
