import type { Core } from '@strapi/strapi';
import { difference, type Posting } from '../../../domain/difference';
import { NoRuleSetError, score } from '../../../domain/score';
import { changeByPostings } from '../../../domain/totals';
import { refuse } from '../errors';
import { repositories } from '../repositories';
import type { AdoptionRecord } from '../repositories/adoptions';
import { readTogether, type Transaction } from '../repositories/connection';
import type { NewPosting, PostingRecord } from '../repositories/postings';
import type { RuleSetRecord } from '../repositories/rule-sets';
import type { SubmissionRecord } from '../repositories/submissions';
import { clock } from './clock';

/** What led to a posting. */
export type Cause =
  | 'publish'
  | 'unpublish'
  | 'delete'
  | 'record'
  | 'correct'
  | 'withdraw'
  | 'contributors'
  | 'reconcile';

/** All that decides what a submission's ledger should hold, and what it holds. */
export interface Account {
  submission: SubmissionRecord;
  /** In force. */
  adoptions: readonly AdoptionRecord[];
  /** All of the submission's postings, oldest first. */
  recorded: readonly PostingRecord[];
}

interface Loaded {
  accounts: Account[];
  rules: RuleSetRecord[];
}

const groupBySubmission = <T extends { submission: number }>(
  items: readonly T[]
): Map<number, T[]> => {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(item.submission);
    if (group) group.push(item);
    else groups.set(item.submission, [item]);
  }
  return groups;
};

/**
 * The postings that an account lacks.
 *
 * @throws NoRuleSetError when an adoption's day has no rule set
 */
export const missingPostings = (
  { submission, adoptions, recorded }: Account,
  ruleSets: readonly RuleSetRecord[]
): Posting[] =>
  difference(score({ contributors: submission.contributors, adoptions }, ruleSets), recorded, null);

const toRecord = (
  posting: Posting,
  { submission, adoptions, recorded }: Account,
  cause: Cause
): NewPosting => {
  const reversed = recorded.find(({ key }) => key === posting.reverses);
  if (reversed) return { ...reversed, ...posting, cause };
  const adoption = adoptions.find(({ id }) => id === posting.adoption);
  return {
    ...posting,
    submission: submission.id,
    submissionTitle: submission.title,
    unitName: submission.unitNames.get(posting.unit) ?? '',
    officerName:
      posting.officer === null ? null : (submission.officerNames.get(posting.officer) ?? ''),
    entryUid: adoption?.entryUid ?? null,
    entryDocumentId: adoption?.entryDocumentId ?? null,
    cause,
  };
};

/**
 * The one path: facts → score → difference → append. Everything that can change a score ends
 * here, inside the transaction of its cause, and nothing else writes the ledger.
 */
export const settleService = ({ strapi }: { strapi: Core.Strapi }) => {
  const { adoptions, postings, ruleSets, submissions, totals } = repositories(strapi);

  const load = async (trx: Transaction, ids: readonly number[]): Promise<Loaded> => {
    const { facts, inForce, recorded, rules } = await readTogether(strapi, trx, {
      facts: submissions.facts(trx, ids),
      inForce: adoptions.inForceOfSubmissions(trx, ids),
      recorded: postings.ofSubmissions(trx, ids),
      rules: ruleSets.all(trx),
    });
    const adoptionsOf = groupBySubmission(inForce);
    const recordedOf = groupBySubmission(recorded);
    const accounts = [...facts.values()].map((submission) => ({
      submission,
      adoptions: adoptionsOf.get(submission.id) ?? [],
      recorded: recordedOf.get(submission.id) ?? [],
    }));
    return { accounts, rules };
  };

  const missingOf = (account: Account, rules: readonly RuleSetRecord[]): Posting[] => {
    try {
      return missingPostings(account, rules);
    } catch (error) {
      if (!(error instanceof NoRuleSetError)) throw error;
      throw refuse(strapi, 'adoptedOn', 'error.noRuleSet', { day: error.day });
    }
  };

  const append = async (
    trx: Transaction,
    account: Account,
    missing: readonly Posting[],
    cause: Cause
  ): Promise<void> => {
    const records = missing.map((posting) => toRecord(posting, account, cause));
    const keys = await postings.append(trx, records, clock.now());
    const appended = records.filter(({ key }) => keys.has(key));
    await totals.add(trx, changeByPostings(account.recorded, appended));
  };

  return {
    /** The accounts of submissions, without those that do not exist, and all rule sets. */
    load,

    /**
     * Brings the submission's ledger in line with its facts. Idempotent: run again it appends
     * nothing.
     *
     * @throws ValidationError when an adoption's day has no rule set; the transaction is undone
     */
    async run(trx: Transaction, id: number, cause: Cause): Promise<void> {
      const {
        accounts: [account],
        rules,
      } = await load(trx, [id]);
      if (!account) return;
      const missing = missingOf(account, rules);
      if (missing.length > 0) await append(trx, account, missing, cause);
    },
  };
};
