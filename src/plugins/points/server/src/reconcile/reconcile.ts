import type { Core } from '@strapi/strapi';
import { recordedOf } from '../../../domain/difference';
import { describePoints, sumOf } from '../../../domain/points';
import type { Posting } from '../../../domain/posting';
import { NoRuleSetError } from '../../../domain/score';
import {
  addUp,
  changeByIntake,
  changeByPostings,
  startSum,
  type Total,
} from '../../../domain/totals';
import type { ReconcileResponse } from '../../../shared/contracts';
import { scoringTypes } from '../content-types/opt-in';
import {
  type LedgerRules,
  type SubmissionLedger,
  submissionLedgerRepository,
} from '../ledger/submission-ledgers';
import { type PostingRecord, postingRepository } from '../ledger/postings';
import { withLedgerLock } from '../ledger-lock';
import { entryService, siteDifference } from '../adoptions/site-adoptions';
import { receivedTotals } from '../ledger/received-totals';
import { keptFileService } from '../ledger/kept-files';
import { loadPeople } from '../records/people';
import { countsForNobody, missingPostings, settleService } from '../ledger/settle';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { adoptionRepository } from '../records/adoptions';
import { entryRepository } from '../records/entries';
import { submissionRepository } from '../records/submissions';
import { totalRepository } from '../ledger/totals';
import { unfoundedRepository } from './unfounded-repository';
import { inSnapshot } from '../../../../../common/database/snapshot';
import type { Transaction } from '../../../../../common/database/transaction';

type Findings = ReconcileResponse['data'];

/** An account with all of its postings, oldest first. */
interface WholeAccount extends SubmissionLedger {
  all: readonly PostingRecord[];
}

interface WholeAccounts extends LedgerRules {
  accounts: WholeAccount[];
}

/** Submissions looked at with one set of statements. */
const CHUNK = 500;

const chunksOf = (ids: readonly number[]): number[][] =>
  Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, index) =>
    ids.slice(index * CHUNK, (index + 1) * CHUNK)
  );

const totalKey = ({ period, unit, officer, measure, divisor, officerCount }: Total): string =>
  [period, unit, officer, measure, divisor, officerCount].join('|');

/** Compares the ledger with the facts that it follows from, everywhere. */
export const reconcileService = oncePerApplication((strapi: Core.Strapi) => {
  const ledgers = submissionLedgerRepository(strapi);
  const adoptions = adoptionRepository(strapi);
  const entries = entryRepository(strapi);
  const postings = postingRepository(strapi);
  const submissions = submissionRepository(strapi);
  const totals = totalRepository(strapi);
  const unfounded = unfoundedRepository(strapi);
  const settle = settleService(strapi);

  const differingEntries = async (trx: Transaction, findings: Findings): Promise<void> => {
    const site = await adoptions.siteAdoptionsInForce(trx);
    for (const uid of scoringTypes(strapi)) {
      const publications = await entries.allPublications(trx, uid);
      const own = site.filter(({ entryUid }) => entryUid === uid);
      const byEntry = new Map(
        [
          ...publications.map((each) => each.documentId),
          ...own.map((each) => each.entryDocumentId ?? ''),
        ].map((documentId) => [
          documentId,
          { publications: [] as typeof publications, own: [] as typeof own },
        ])
      );
      for (const each of publications) byEntry.get(each.documentId)?.publications.push(each);
      for (const each of own) byEntry.get(each.entryDocumentId ?? '')?.own.push(each);
      findings.checked.entries += byEntry.size;
      for (const [documentId, entry] of byEntry) {
        const { missing, surplus } = siteDifference(entry.publications, entry.own);
        if (missing.length > 0) findings.entries.push({ uid, documentId, problem: 'not-adopted' });
        if (surplus.length > 0) {
          findings.entries.push({ uid, documentId, problem: 'not-withdrawn' });
        }
      }
    }
  };

  /** Rows of the ledger and adoptions that nothing stands behind. */
  const unfoundedRows = async (trx: Transaction, findings: Findings): Promise<void> => {
    const ofPostings = await unfounded.postings(trx);
    const ofAdoptions = await unfounded.adoptions(trx, scoringTypes(strapi));
    findings.unfounded.push(
      ...ofPostings.map((row) => ({ kind: 'posting' as const, ...row })),
      ...ofAdoptions.map((row) => ({ kind: 'adoption' as const, ...row }))
    );
  };

  /**
   * Adoptions that would be awarded now and stand without any award. Whatever makes an adoption
   * awards it in the same transaction: these were written past the application, or their postings
   * were taken away.
   */
  const neverAwarded = async (
    trx: Transaction,
    missing: readonly Posting[],
    awarded: ReadonlySet<number>
  ): Promise<string[]> => {
    const ids = missing
      .filter(({ kind, adoption }) => kind === 'award' && !awarded.has(adoption))
      .map(({ adoption }) => adoption);
    return (await adoptions.findMany(trx, [...new Set(ids)])).map(({ documentId }) => documentId);
  };

  const keysOfUnfounded = async (trx: Transaction): Promise<Set<string>> =>
    new Set((await unfounded.postings(trx)).map(({ id }) => id));

  /** Accounts with all of their postings, whatever settling would read of them. */
  const loadWhole = async (trx: Transaction, ids: readonly number[]): Promise<WholeAccounts> => {
    const { accounts, ...rules } = await settle.load(trx, ids);
    const all = await postings.ofAll(trx, ids);
    return {
      ...rules,
      accounts: accounts.map((account) => ({
        ...account,
        all: all.filter(({ submission }) => submission === account.submission.id),
      })),
    };
  };

  /** What a submission's ledger and its arrival give to the running totals: no forged row counts. */
  const totalsOf = ({ submission, all }: WholeAccount, forged: ReadonlySet<string>): Total[] => [
    ...changeByPostings(
      [],
      all.filter(({ key }) => !forged.has(key))
    ),
    ...changeByIntake(null, receivedTotals(strapi, submission)),
  ];

  const lacking = (account: WholeAccount, rules: LedgerRules) => {
    try {
      return missingPostings({ ...account, recorded: recordedOf(account.all) }, rules);
    } catch (error) {
      if (!(error instanceof NoRuleSetError)) throw error;
      return null;
    }
  };

  const differingPostings = async (trx: Transaction, findings: Findings): Promise<Total[]> => {
    const people = await loadPeople(strapi, trx);
    const awarded = await unfounded.awarded(trx);
    const forged = await keysOfUnfounded(trx);
    const expected = startSum();
    for (const ids of chunksOf(await submissions.allIds(trx))) {
      const { accounts, ...rules } = await loadWhole(trx, ids);
      const documentIds = await submissions.documentIds(trx, ids);
      findings.checked.submissions += accounts.length;
      for (const account of accounts) {
        findings.checked.postings += account.all.length;
        const submission = documentIds.get(account.submission.id) ?? '';
        const missing = lacking(account, rules);
        if (missing === null) findings.unscored.push(submission);
        for (const id of await neverAwarded(trx, missing ?? [], awarded)) {
          findings.unfounded.push({ kind: 'adoption', id, submission, problem: 'never-awarded' });
        }
        if (countsForNobody(account)) findings.withoutUnit.push(submission);
        for (const posting of missing ?? []) {
          findings.postings.push({
            submission,
            channel: posting.channel,
            unit: people.units.get(posting.unit)?.documentId ?? '',
            officer:
              posting.officer === null
                ? null
                : (people.officers.get(posting.officer)?.documentId ?? ''),
            exact: describePoints(sumOf([posting])).exact,
          });
        }
      }
      for (const account of accounts) expected.add(totalsOf(account, forged));
    }
    return expected.list();
  };

  const differingTotals = async (
    trx: Transaction,
    findings: Findings,
    expected: readonly Total[]
  ): Promise<void> => {
    const people = await loadPeople(strapi, trx);
    const wanted = new Map(expected.map((total) => [totalKey(total), total]));
    const recorded = new Map(addUp(await totals.all(trx)).map((total) => [totalKey(total), total]));
    const show = (total: Total | undefined): string =>
      total ? `${describePoints(sumOf([total])).exact} (${total.lines})` : '0 (0)';
    for (const key of new Set([...wanted.keys(), ...recorded.keys()])) {
      const one = recorded.get(key);
      const other = wanted.get(key);
      if (one?.amount === other?.amount && one?.lines === other?.lines) continue;
      const total = one ?? other;
      if (!total) continue;
      findings.totals.push({
        period: total.period,
        unit: people.units.get(total.unit)?.documentId ?? '',
        measure: total.measure,
        recorded: show(one),
        ledger: show(other),
      });
    }
  };

  const examine = async (trx: Transaction): Promise<Findings> => {
    const findings: Findings = {
      ok: true,
      checked: { submissions: 0, entries: 0, postings: 0 },
      entries: [],
      postings: [],
      unscored: [],
      unfounded: [],
      withoutUnit: [],
      totals: [],
      files: [],
    };
    await unfoundedRows(trx, findings);
    await differingEntries(trx, findings);
    const expected = await differingPostings(trx, findings);
    await differingTotals(trx, findings, expected);
    const {
      entries: differing,
      postings: lacking,
      unscored,
      unfounded: rows,
      withoutUnit,
      totals: wrong,
    } = findings;
    findings.ok = [differing, lacking, unscored, rows, withoutUnit, wrong].every(
      (list) => list.length === 0
    );
    return findings;
  };

  /** documentIds of the submissions that bringing an entry's adoptions in line would settle. */
  const touchedBy = async (
    trx: Transaction,
    uid: string,
    documentId: string
  ): Promise<string[]> => {
    const found = await ledgers.ofEntry(trx, uid, documentId);
    const ids = found.accounts.map(({ submission }) => submission.id);
    return [...(await submissions.documentIds(trx, ids)).values()];
  };

  const rebuildTotals = async (trx: Transaction): Promise<void> => {
    const forged = await keysOfUnfounded(trx);
    const sum = startSum();
    for (const ids of chunksOf(await submissions.allIds(trx))) {
      const { accounts } = await loadWhole(trx, ids);
      for (const account of accounts) sum.add(totalsOf(account, forged));
    }
    await totals.replace(trx, sum.list());
  };

  return {
    /**
     * What settling would append anywhere, where the running totals differ from the ledger, and which
     * kept files are not what they were. Writes nothing, and nobody who publishes waits for it.
     */
    async run(): Promise<Findings> {
      const findings = await inSnapshot(strapi, examine);
      // Reading all kept files takes long, and nobody need wait for it.
      const files = await keptFileService(strapi).differing();
      return { ...findings, files, ok: findings.ok && files.length === 0 };
    },

    /**
     * Settles everything that differs and makes the running totals anew; gives what it found. Leaves
     * alone what a submission with unfounded rows would get or lose: that is for a person to decide.
     */
    async repair(): Promise<Findings> {
      return withLedgerLock(strapi, async (trx) => {
        const findings = await examine(trx);
        const doubted = new Set(findings.unfounded.map(({ submission }) => submission));
        for (const { uid, documentId } of findings.entries) {
          const touched = await touchedBy(trx, uid, documentId);
          if (touched.some((each) => doubted.has(each))) continue;
          await entryService(strapi).synchronize(trx, uid, documentId, 'reconcile');
        }
        for (const ids of chunksOf(await submissions.allIds(trx))) {
          for (const [id, documentId] of await submissions.documentIds(trx, ids)) {
            if (!doubted.has(documentId)) await settle.run(trx, id, 'reconcile');
          }
        }
        await rebuildTotals(trx);
        return findings;
      });
    },

    /** Makes the running totals anew from the ledger and the submissions, whatever else may differ. */
    async rebuildTotals(): Promise<void> {
      await withLedgerLock(strapi, rebuildTotals);
    },
  };
});
