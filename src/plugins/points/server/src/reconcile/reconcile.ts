import type { Core } from '@strapi/strapi';
import { startSum } from '../../../domain/totals';
import { entryService } from '../adoptions/site-adoptions';
import { scoringTypes } from '../content-types/opt-in';
import { keptFileService } from '../ledger/kept-files';
import { settleService } from '../ledger/settle';
import { submissionLedgerRepository } from '../ledger/submission-ledgers';
import { withLedgerLock } from '../ledger-lock';
import { ruleSetRepository } from '../records/rule-sets';
import { submissionRepository } from '../records/submissions';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { inSnapshot } from '../../../../../common/database/snapshot';
import type { Transaction } from '../../../../../common/database/transaction';
import { differingBonuses, differingCorrections } from './differing-by-hand';
import { findDifferingEntries } from './differing-entries';
import { differingPostings } from './differing-postings';
import { differingTotals } from './differing-totals';
import { type Findings, isInOrder, noFindings } from './findings';
import { unfoundedRepository } from './unfounded-repository';
import { wholeLedgers } from './whole-ledgers';

/** Compares the ledger with the facts that it follows from, everywhere. */
export const reconcileService = oncePerApplication((strapi: Core.Strapi) => {
  const ledgers = submissionLedgerRepository(strapi);
  const ruleSets = ruleSetRepository(strapi);
  const submissions = submissionRepository(strapi);
  const unfounded = unfoundedRepository(strapi);
  const settle = settleService(strapi);
  const bonuses = differingBonuses(strapi);
  const corrections = differingCorrections(strapi);
  const postings = differingPostings(strapi);
  const totals = differingTotals(strapi);
  const whole = wholeLedgers(strapi);

  /** Rows of the ledger, adoptions, bonuses and objections that nothing stands behind, and rule sets that cannot be read. */
  const findUnfoundedRows = async (trx: Transaction, findings: Findings): Promise<void> => {
    const ofPostings = await unfounded.postings(trx);
    const ofAdoptions = await unfounded.adoptions(trx, scoringTypes(strapi));
    const ofBonuses = await unfounded.bonuses(trx);
    const ofObjections = await unfounded.objections(trx);
    const { unreadable } = await ruleSets.found(trx);
    findings.unfounded.push(
      ...unreadable.map(({ documentId }) => ({
        ...({ kind: 'rule-set', problem: 'impossible' } as const),
        ...{ id: documentId, submission: null, bonus: null, objection: null },
      })),
      ...ofPostings.map((row) => ({ kind: 'posting' as const, ...row })),
      ...ofAdoptions.map((row) => ({ kind: 'adoption' as const, ...row })),
      ...ofBonuses.map((row) => ({ kind: 'bonus' as const, ...row })),
      ...ofObjections.map((row) => ({ kind: 'objection' as const, ...row }))
    );
  };

  const examine = async (trx: Transaction): Promise<Findings> => {
    const findings = noFindings();
    await findUnfoundedRows(trx, findings);
    await findDifferingEntries(strapi, trx, findings);
    const forged = new Set<string>(
      findings.unfounded.filter(({ kind }) => kind === 'posting').map(({ id }) => id)
    );
    const expected = startSum();
    await postings.find(trx, findings, forged, expected);
    await bonuses.find(trx, findings, forged);
    await corrections.find(trx, findings, forged);
    await totals.find(trx, findings, forged, expected);
    return { ...findings, ok: isInOrder(findings) };
  };

  /** documentIds of the submissions that bringing an entry's adoptions in line would settle. */
  const touchedBy = async (
    trx: Transaction,
    uid: string,
    documentId: string
  ): Promise<string[]> => {
    const found = await ledgers.ofEntry(trx, uid, documentId);
    const ids = found.ledgers.map(({ submission }) => submission.id);
    return [...(await submissions.documentIds(trx, ids)).values()];
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
      const all = { ...findings, files };
      return { ...all, ok: isInOrder(all) };
    },

    /**
     * Settles everything that differs and makes the running totals anew; gives what it found. Leaves
     * alone what a submission, bonus or objection with unfounded rows would get or lose: that is for a person to
     * decide.
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
        for (const ids of await whole.chunks(trx)) {
          for (const [id, documentId] of await submissions.documentIds(trx, ids)) {
            if (!doubted.has(documentId)) await settle.run(trx, id, 'reconcile');
          }
        }
        await bonuses.repair(trx, findings);
        await corrections.repair(trx, findings);
        await totals.rebuild(trx);
        return findings;
      });
    },

    /** Makes the running totals anew from the ledger and the submissions, whatever else may differ. */
    async rebuildTotals(): Promise<void> {
      await withLedgerLock(strapi, (trx) => totals.rebuild(trx));
    },
  };
});
