import type { Core } from '@strapi/strapi';
import { difference, type Recorded } from '../../../domain/difference';
import { type AdoptionPosting, isSoundPosting } from '../../../domain/posting';
import { cannotBeScored, NoRuleSetError, score, UnreadableFactsError } from '../../../domain/score';
import { addUp, changeByPostings } from '../../../domain/totals';
import {
  type LedgerFacts,
  type LedgerRules,
  type SubmissionLedger,
  type SubmissionLedgers,
  submissionLedgerRepository,
} from './submission-ledgers';
import { outdatedTitles, titleOf } from './adoption-titles';
import { type Appendix, appendRepository, type NewAdoption, type TitledAdoption } from './append';
import type { AwardRecord, NewAdoptionPosting } from './postings';
import { adoptionRepository, isUnreadable } from '../records/adoptions';
import type { SubmissionFacts } from '../records/submissions';
import { type UnitRecord, unitRepository } from '../records/units';
import { clock } from '../../../../../common/time/clock';
import { keptFileService } from './kept-files';
import type { CountedFile } from './kept-files-repository';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { refuse } from '../messages';

/** What led to a posting. */
export type Cause =
  | 'publish'
  | 'unpublish'
  | 'delete'
  | 'record'
  | 'correct'
  | 'withdraw'
  | 'contributors'
  | 'merge'
  | 'unmerge'
  | 'objection'
  | 'rule-set'
  | 'reconcile';

/**
 * The postings that a ledger lacks: in the month of each adoption, or in the first open month
 * where that is sealed.
 *
 * @throws NoRuleSetError when an adoption's day has no rule set
 * @throws OutsideChoiceError when the rules of its day do not let choose what was chosen for one
 * @throws UnreadableFactsError when somebody wrote over an adoption or an award past the application
 */
export const missingPostings = (
  { submission, adoptions, recorded }: LedgerFacts & { recorded: Recorded },
  { rules, firstOpenMonth }: LedgerRules
): AdoptionPosting[] => {
  if (adoptions.some(isUnreadable) || !recorded.standingAwards.every(isSoundPosting)) {
    throw new UnreadableFactsError();
  }
  return difference(
    score({ contributors: submission.contributors, adoptions }, rules),
    recorded,
    firstOpenMonth,
    submission.id
  );
};

type Names = Pick<AwardRecord, 'unitName' | 'officerName' | 'unitDocumentId' | 'officerDocumentId'>;

/** Units that rewrote pieces for the office, and so have its share without contributing. */
type Rewriters = ReadonlyMap<number, UnitRecord>;

/** Who a posting is for, by name: of those who no longer contribute, what it was when they did. */
const namesOf = (
  { unit, officer }: AdoptionPosting,
  { unitNames, officerNames, unitDocumentIds, officerDocumentIds }: SubmissionFacts,
  standing: readonly AwardRecord[],
  rewriters: Rewriters
): Names => {
  const ofUnit = standing.find((award) => award.unit === unit);
  const ofOfficer = standing.find((award) => award.officer === officer);
  const rewriter = rewriters.get(unit);
  return {
    unitName: unitNames.get(unit) ?? ofUnit?.unitName ?? rewriter?.name ?? '',
    unitDocumentId:
      unitDocumentIds.get(unit) ?? ofUnit?.unitDocumentId ?? rewriter?.documentId ?? null,
    officerName:
      officer === null ? null : (officerNames.get(officer) ?? ofOfficer?.officerName ?? ''),
    officerDocumentId:
      officer === null
        ? null
        : (officerDocumentIds.get(officer) ?? ofOfficer?.officerDocumentId ?? null),
  };
};

const toRecord = (
  posting: AdoptionPosting,
  { submission, adoptions, recorded }: SubmissionLedger,
  rules: LedgerRules['rules'],
  cause: Cause,
  rewriters: Rewriters
): NewAdoptionPosting => {
  const reversed = recorded.standingAwards.find(({ key }) => key === posting.reverses);
  if (reversed) return { ...reversed, ...posting, cause };
  const adoption = adoptions.find(({ id }) => id === posting.adoption);
  return {
    ...posting,
    ...namesOf(posting, submission, recorded.standingAwards, rewriters),
    submission: submission.id,
    submissionTitle: submission.title,
    entryUid: adoption?.entryUid ?? null,
    entryDocumentId: adoption?.entryDocumentId ?? null,
    cause,
    submissionDocumentId: submission.documentId,
    adoptionDocumentId: adoption?.documentId ?? null,
    bonusDocumentId: null,
    objectionDocumentId: null,
    ruleSetDocumentId: rules.find(({ id }) => id === posting.ruleSet)?.documentId ?? null,
  };
};

/** Causes that only take back, which nothing may hinder. */
const TAKES_BACK: ReadonlySet<Cause> = new Set(['unpublish', 'delete', 'withdraw', 'reconcile']);

/** Whether a submission counts and is nobody's: its points would belong to no unit. */
export const countsForNobody = ({ submission, adoptions }: LedgerFacts): boolean =>
  adoptions.length > 0 && submission.contributors.length === 0;

/** What one ledger's settling adds to the ledger. */
type Settlement = Pick<Appendix, 'postings' | 'totals'>;

/** What a cause writes beside the ledger. */
interface Beside extends Pick<Appendix, 'acceptances'> {
  adoptions: readonly NewAdoption[];
  /** Of what counts then, the files that are not kept, where they are known. */
  unkept?: readonly CountedFile[];
}

const NOTHING: Beside = { acceptances: [], adoptions: [] };

/**
 * The one path: facts → score → difference → append. Everything that can change a score ends
 * here, inside the transaction of its cause, and nothing else writes the ledger.
 */
export const settleService = oncePerApplication((strapi: Core.Strapi) => {
  const ledgers = submissionLedgerRepository(strapi);
  const append = appendRepository(strapi);

  const missingOf = (ledger: SubmissionLedger, rules: LedgerRules): AdoptionPosting[] => {
    try {
      return missingPostings(ledger, rules);
    } catch (error) {
      if (!cannotBeScored(error)) throw error;
      if (error instanceof NoRuleSetError) {
        throw refuse(strapi, 'adoptedOn', 'error.noRuleSet', { day: error.day });
      }
      const { title } = ledger.submission;
      if (error instanceof UnreadableFactsError) {
        throw refuse(strapi, 'adoptions', 'error.submission.unreadable', { title });
      }
      throw refuse(strapi, 'details', 'error.outsideChoice', { title, value: error.channel });
    }
  };

  /** By number; none is read where no piece was rewritten. */
  const rewritersOf = async (
    trx: Transaction,
    touched: readonly SubmissionLedger[]
  ): Promise<Rewriters> => {
    const isRewritten = touched.some(({ adoptions }) =>
      adoptions.some(({ details }) => details?.rewrittenBy !== undefined)
    );
    const found = isRewritten ? await unitRepository(strapi).units(trx) : [];
    return new Map(found.map((unit) => [unit.id, unit]));
  };

  const settlementOf = (
    ledger: SubmissionLedger,
    rules: LedgerRules,
    cause: Cause,
    rewriters: Rewriters
  ): Settlement => {
    if (countsForNobody(ledger) && !TAKES_BACK.has(cause)) {
      const { title } = ledger.submission;
      throw refuse(strapi, 'units', 'error.submission.nobody', { title });
    }
    const postings = missingOf(ledger, rules).map((posting) =>
      toRecord(posting, ledger, rules.rules, cause, rewriters)
    );
    return { postings, totals: changeByPostings(ledger.lines, postings) };
  };

  /** New adoptions with what they are called. */
  const titled = (
    adoptions: readonly NewAdoption[],
    touched: readonly SubmissionLedger[],
    { rules }: LedgerRules
  ): TitledAdoption[] => {
    const pieces = new Map(touched.map(({ submission }) => [submission.id, submission]));
    return adoptions.map((adoption) => {
      const piece = pieces.get(adoption.submission);
      return { ...adoption, title: piece ? titleOf(strapi, adoption, piece, rules) : '' };
    });
  };

  /** Whatever is called otherwise now is told so: a piece has another title, or another adoption. */
  const keepTitles = async (
    trx: Transaction,
    touched: readonly SubmissionLedger[],
    { rules }: LedgerRules,
    written: readonly NewAdoption[]
  ): Promise<void> => {
    const isWritten = new Set(written.map(({ id }) => id));
    const outdated = touched.flatMap((ledger) => outdatedTitles(strapi, ledger, rules));
    await adoptionRepository(strapi).entitle(
      trx,
      outdated.filter(({ id }) => !isWritten.has(id))
    );
  };

  /** What points rest on is kept by hash from then on. */
  const keepFiles = async (
    trx: Transaction,
    touched: readonly SubmissionLedger[],
    unkept: Beside['unkept']
  ): Promise<void> => {
    const counting = touched.filter(({ adoptions }) => adoptions.length > 0);
    if (counting.length === 0) return;
    const files = keptFileService(strapi);
    if (unkept) {
      const counted = new Set(counting.map(({ submission }) => submission.documentId));
      await files.keepAll(
        trx,
        unkept.filter(({ submission }) => submission !== null && counted.has(submission))
      );
      return;
    }
    await files.keep(trx, {
      ids: counting.map(({ submission }) => submission.id),
      entryTypes: counting.flatMap(({ adoptions }) =>
        adoptions.flatMap(({ entryUid }) => entryUid ?? [])
      ),
    });
  };

  /**
   * Brings ledgers in line with their facts, and writes what of these is new: site
   * adoptions, and that they accept. Idempotent: run again it appends nothing.
   *
   * @param beside the ledgers have these adoptions already
   * @throws ValidationError when an adoption's day has no rule set, a submission that counts is left
   *   without a unit, or somebody changed who shares an adoption; the transaction is undone
   */
  const settle = async (
    trx: Transaction,
    { ledgers: touched, ...rules }: SubmissionLedgers,
    cause: Cause,
    beside: Beside = NOTHING
  ): Promise<void> => {
    const rewriters = await rewritersOf(trx, touched);
    const settlements = touched.map((ledger) => settlementOf(ledger, rules, cause, rewriters));
    const postings = settlements.flatMap((each) => each.postings);
    if ([postings, beside.adoptions, beside.acceptances].some(({ length }) => length > 0)) {
      const totals = addUp(settlements.flatMap((each) => each.totals));
      const { chainHead } = rules;
      const adoptions = titled(beside.adoptions, touched, rules);
      await append(trx, { ...beside, adoptions, postings, chainHead, totals }, clock.now());
    }
    await keepTitles(trx, touched, rules, beside.adoptions);
    await keepFiles(trx, touched, beside.unkept);
  };

  return {
    /** The ledgers of submissions, without those that do not exist, and what holds for all. */
    load: (trx: Transaction, ids: readonly number[]): Promise<SubmissionLedgers> =>
      ledgers.ofSubmissions(trx, ids),

    settle,

    /** Settles one submission. */
    async run(trx: Transaction, id: number, cause: Cause): Promise<void> {
      await settle(trx, await ledgers.ofSubmissions(trx, [id]), cause);
    },
  };
});
