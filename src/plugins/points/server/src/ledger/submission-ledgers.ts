import type { Core } from '@strapi/strapi';
import { groupBy } from '../../../../../common/group-by';
import { isPostgres } from '../../../../../common/database/dialect';
import { entitlementKey, type Recorded } from '../../../domain/difference';
import type { Month } from '../../../domain/period';
import type { ChainHead } from '../../../domain/posting-chain';
import type { NetLines } from '../../../domain/totals';
import { UID } from '../constants';
import { adoptionRepository, type AdoptionRecord } from '../records/adoptions';
import { tableOf } from '../../../../../common/database/tables';
import { entryRepository, type Publication, type VersionTie } from '../records/entries';
import {
  postingRepository,
  type AwardCount,
  type AwardRecord,
  type SubmissionLines,
  type SubmissionPosting,
} from './postings';
import {
  runQueryBatch,
  reading,
  SCOPE,
  scopeOfIds,
  type QueryParams,
  type Reading,
} from '../../../../../common/database/query-batch';
import { type CountedFile, keptFileRepository } from './kept-files-repository';
import { sealRepository } from './seals';
import { type FoundRuleSets, ruleSetRepository, type RuleSetRecord } from '../records/rule-sets';
import { submissionRepository, type SubmissionFacts } from '../records/submissions';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** All of a submission that decides what its ledger should hold. */
export interface LedgerFacts {
  submission: SubmissionFacts;
  /** In force. */
  adoptions: readonly AdoptionRecord[];
}

/** A ledger with all of its postings, oldest first. */
export interface WholeLedger extends LedgerFacts {
  all: readonly SubmissionPosting[];
}

/** All that decides what a submission's ledger should hold, and what it holds. */
export interface SubmissionLedger extends LedgerFacts {
  /** Whether it names a commission (约稿), or a submission that is part of it does. */
  answersCommission: boolean;
  /** What stands of the submission's ledger, and what it ever gave. */
  recorded: Omit<Recorded, 'standingAwards'> & { standingAwards: readonly AwardRecord[] };
  /** The submission's lines of each month, unit and officer, added up. */
  lines: readonly NetLines[];
}

/** What postings follow from beside the submission's own. */
export interface LedgerRules {
  /** All rule sets. */
  rules: readonly RuleSetRecord[];
  /** The first month that is not sealed, `null` when none is. */
  firstOpenMonth: Month | null;
}

/** The same without the rule sets that cannot be read, for whoever says so. */
export interface ReadableRules extends LedgerRules {
  found: FoundRuleSets;
}

/** Ledgers of submissions, and what holds for all of them. */
export interface SubmissionLedgers extends LedgerRules {
  /** The last posting of the ledger: what is appended follows it. */
  chainHead: ChainHead;
  ledgers: SubmissionLedger[];
}

/** What is published of an entry, its site adoptions in force, and the ledgers that either touches. */
export interface EntryLedgers extends SubmissionLedgers {
  publications: Publication[];
  inForce: AdoptionRecord[];
  /** Of what is published, the adoption that was taken down last: putting up again brings it back. */
  takenDown: AdoptionRecord[];
  /** The submissions that what is published belongs to. */
  ties: VersionTie[];
  /** Ids for new adoptions, one for each publication. */
  reserved: number[];
  /** Files of the ledgers' submissions, of their adoptions, and of their entries of this type, that are not kept. */
  unkept: CountedFile[];
}

interface Parts extends LedgerRules {
  chainHead: ChainHead;
  facts: Map<number, SubmissionFacts>;
  answering: ReadonlySet<number>;
  adoptions: AdoptionRecord[];
  standingAwards: AwardRecord[];
  awardCounts: AwardCount[];
  lines: SubmissionLines[];
}

const groupBySubmission = <T extends { submission: number }>(
  items: readonly T[]
): Map<number, T[]> => groupBy(items, ({ submission }) => submission);

const ledgersOf = ({
  facts,
  answering,
  adoptions,
  standingAwards,
  awardCounts,
  lines,
  rules,
  firstOpenMonth,
  chainHead,
}: Parts): SubmissionLedgers => {
  const adoptionsOf = groupBySubmission(adoptions);
  const standingAwardsOf = groupBySubmission(standingAwards);
  const awardCountsOf = groupBySubmission(awardCounts);
  const linesOf = groupBySubmission(lines);
  const ledgers = [...facts.values()].map((submission) => ({
    submission,
    answersCommission: answering.has(submission.id),
    adoptions: adoptionsOf.get(submission.id) ?? [],
    recorded: {
      standingAwards: standingAwardsOf.get(submission.id) ?? [],
      awardCounts: new Map(
        (awardCountsOf.get(submission.id) ?? []).map((each) => [entitlementKey(each), each.count])
      ),
    },
    lines: linesOf.get(submission.id) ?? [],
  }));
  return { ledgers, rules, firstOpenMonth, chainHead };
};

const ENTRY: readonly [string, string] = [
  'entry',
  'select cast(? as text) as uid, cast(? as text) as document_id',
];

/** Ids that the database will not give to anyone else: under SQLite's single writer the next ones. */
const reservation = (strapi: Core.Strapi): string => {
  const table = tableOf(strapi, UID.adoption);
  return isPostgres(strapi)
    ? `select nextval(pg_get_serial_sequence('${table}', 'id')) as id from publications`
    : `select row_number() over () + (select coalesce(max(seq), 0) from sqlite_sequence
        where name = '${table}') as id from publications`;
};

/** What settling reads, in one statement: it lies in the way of every publication. */
export const submissionLedgerRepository = oncePerApplication((strapi: Core.Strapi) => {
  const adoptions = adoptionRepository(strapi);
  const entries = entryRepository(strapi);
  const postings = postingRepository(strapi);
  const ruleSets = ruleSetRepository(strapi);
  const seals = sealRepository(strapi);
  const keptFiles = keptFileRepository(strapi);
  const facts = {
    facts: submissionRepository(strapi).factsInScope,
    answering: submissionRepository(strapi).answeringInScope,
    adoptions: adoptions.inForceInScope,
  };
  const parts = {
    ...facts,
    standingAwards: postings.standingAwardsInScope,
    awardCounts: postings.awardCountsInScope,
    lines: postings.linesInScope,
    rules: ruleSets.everyOne,
    firstOpenMonth: seals.firstOpenMonth,
    chainHead: postings.chainHead,
  };
  const readOfIds = runQueryBatch(strapi, scopeOfIds(strapi), parts);
  const readWholeOfIds = runQueryBatch(strapi, scopeOfIds(strapi), {
    ...facts,
    all: postings.arithmeticInScope,
  });

  const makeReadOfEntry = (uid: string) => {
    const params: QueryParams = [
      ENTRY,
      ['publications', entries.publicationsOfEntry(uid)],
      ['own', adoptions.inForceOfEntryGiven()],
      ['down', adoptions.takenDownGiven()],
      [SCOPE, 'select submission as id from publications union select submission_id from own'],
      ['reservation', reservation(strapi)],
    ];
    const reserved: Reading<number[]> = reading(
      strapi.db.connection.select('id').from('reservation'),
      ['id'],
      (rows: Array<{ id: number }>) => rows.map(({ id }) => id)
    );
    return runQueryBatch(strapi, params, {
      ...parts,
      publications: entries.publicationsFound('publications'),
      inForce: adoptions.found('own'),
      takenDown: adoptions.found('down'),
      ties: entries.publishedTies(uid),
      reserved,
      unkept: keptFiles.missingInScope(uid),
    });
  };
  const readsOfEntry = new Map<string, ReturnType<typeof makeReadOfEntry>>();
  const readOfEntry = (uid: string): ReturnType<typeof makeReadOfEntry> => {
    const read = readsOfEntry.get(uid) ?? makeReadOfEntry(uid);
    readsOfEntry.set(uid, read);
    return read;
  };

  return {
    /** The ledgers of submissions, without those that do not exist. */
    async ofSubmissions(trx: Transaction, ids: readonly number[]): Promise<SubmissionLedgers> {
      return ledgersOf(await readOfIds(trx, [JSON.stringify(ids)]));
    },

    /** The ledgers of submissions with all of their postings. */
    async whole(trx: Transaction, ids: readonly number[]): Promise<WholeLedger[]> {
      const found = await readWholeOfIds(trx, [JSON.stringify(ids)]);
      const adoptionsOf = groupBySubmission(found.adoptions);
      const postingsOf = groupBySubmission(found.all);
      return [...found.facts.values()].map((submission) => ({
        submission,
        adoptions: adoptionsOf.get(submission.id) ?? [],
        all: postingsOf.get(submission.id) ?? [],
      }));
    },

    /** What holds for all ledgers, as far as it can be read. */
    async rulesOf(trx: Transaction): Promise<ReadableRules> {
      const found = await ruleSets.found(trx);
      return { found, rules: found.readable, firstOpenMonth: await seals.current(trx) };
    },

    /** What an entry's site adoptions follow from, with the ledgers that they touch. */
    async ofEntry(trx: Transaction, uid: string, documentId: string): Promise<EntryLedgers> {
      const found = await readOfEntry(uid)(trx, [uid, documentId]);
      const { publications, inForce, takenDown, ties, reserved, unkept, ...parts } = found;
      return { publications, inForce, takenDown, ties, reserved, unkept, ...ledgersOf(parts) };
    },
  };
});
