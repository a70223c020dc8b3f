import type { Core } from '@strapi/strapi';
import { recordedOf } from '../../../domain/difference';
import { describePoints, sumOf } from '../../../domain/points';
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
import { repositories } from '../repositories';
import type { Account } from '../repositories/accounts';
import type { Transaction } from '../repositories/connection';
import type { PostingRecord } from '../repositories/postings';
import { withLedger } from '../repositories/lock';
import type { RuleSetRecord } from '../repositories/rule-sets';
import { entryService, siteDifference } from './entries';
import { intakeOf } from './intake';
import { loadPeople } from './references';
import { countsForNobody, missingPostings, settleService } from './settle';

type Findings = ReconcileResponse['data'];

/** An account with all of its postings, oldest first. */
interface WholeAccount extends Account {
  all: readonly PostingRecord[];
}

interface WholeAccounts {
  accounts: WholeAccount[];
  rules: RuleSetRecord[];
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
export const reconcileService = ({ strapi }: { strapi: Core.Strapi }) => {
  const { adoptions, entries, postings, submissions, totals } = repositories(strapi);
  const settle = settleService({ strapi });

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

  /** Accounts with all of their postings, whatever settling would read of them. */
  const loadWhole = async (trx: Transaction, ids: readonly number[]): Promise<WholeAccounts> => {
    const { accounts, rules } = await settle.load(trx, ids);
    const all = await postings.ofAll(trx, ids);
    return {
      rules,
      accounts: accounts.map((account) => ({
        ...account,
        all: all.filter(({ submission }) => submission === account.submission.id),
      })),
    };
  };

  /** What a submission's ledger and its arrival give to the running totals. */
  const totalsOf = ({ submission, all }: WholeAccount): Total[] => [
    ...changeByPostings([], all),
    ...changeByIntake(null, intakeOf(strapi, submission)),
  ];

  const lacking = (account: WholeAccount, rules: readonly RuleSetRecord[]) => {
    try {
      return missingPostings({ ...account, recorded: recordedOf(account.all) }, rules);
    } catch (error) {
      if (!(error instanceof NoRuleSetError)) throw error;
      return null;
    }
  };

  const differingPostings = async (trx: Transaction, findings: Findings): Promise<Total[]> => {
    const people = await loadPeople(strapi, trx);
    const expected = startSum();
    for (const ids of chunksOf(await submissions.allIds(trx))) {
      const { accounts, rules } = await loadWhole(trx, ids);
      const documentIds = await submissions.documentIds(trx, ids);
      findings.checked.submissions += accounts.length;
      for (const account of accounts) {
        findings.checked.postings += account.all.length;
        const submission = documentIds.get(account.submission.id) ?? '';
        const missing = lacking(account, rules);
        if (missing === null) findings.unscored.push(submission);
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
      for (const account of accounts) expected.add(totalsOf(account));
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
      withoutUnit: [],
      totals: [],
    };
    await differingEntries(trx, findings);
    const expected = await differingPostings(trx, findings);
    await differingTotals(trx, findings, expected);
    const {
      entries: differing,
      postings: lacking,
      unscored,
      withoutUnit,
      totals: wrong,
    } = findings;
    findings.ok = [differing, lacking, unscored, withoutUnit, wrong].every(
      (list) => list.length === 0
    );
    return findings;
  };

  const rebuildTotals = async (trx: Transaction): Promise<void> => {
    const sum = startSum();
    for (const ids of chunksOf(await submissions.allIds(trx))) {
      const { accounts } = await loadWhole(trx, ids);
      for (const account of accounts) sum.add(totalsOf(account));
    }
    await totals.replace(trx, sum.list());
  };

  return {
    /** What settling would append anywhere, and where the running totals differ from the ledger. Writes nothing. */
    async run(): Promise<Findings> {
      return withLedger(strapi, async (trx) => examine(trx));
    },

    /** Settles everything that differs and makes the running totals anew; gives what it found. */
    async repair(): Promise<Findings> {
      return withLedger(strapi, async (trx) => {
        const findings = await examine(trx);
        for (const { uid, documentId } of findings.entries) {
          await entryService({ strapi }).synchronize(trx, uid, documentId, 'reconcile');
        }
        for (const id of await submissions.allIds(trx)) await settle.run(trx, id, 'reconcile');
        await rebuildTotals(trx);
        return findings;
      });
    },

    /** Makes the running totals anew from the ledger and the submissions, whatever else may differ. */
    async rebuildTotals(): Promise<void> {
      await withLedger(strapi, rebuildTotals);
    },
  };
};
