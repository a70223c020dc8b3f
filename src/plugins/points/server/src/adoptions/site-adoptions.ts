import type { Core } from '@strapi/strapi';
import { sealedAdoptions } from '../../../domain/sealed-award';
import type { Day } from '../../../domain/period';
import { channelOn, type RuleSet } from '../../../domain/rule-set';
import { answerAdoptionService } from '../commissions/answer-adoptions';
import {
  type EntryLedgers,
  type SubmissionLedger,
  submissionLedgerRepository,
} from '../ledger/submission-ledgers';
import { type AdoptionRecord, adoptionRepository } from '../records/adoptions';
import type { NewAdoption } from '../ledger/append';
import type { Publication } from '../records/entries';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { acceptanceService } from '../submissions/acceptance';
import { noticeService } from '../notices/notices';
import { undecidedAwards } from '../ledger/award-notices';
import { takeDownService } from './take-down';
import { settleService, type Cause } from '../ledger/settle';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { newDocumentId } from '../../../../../common/database/tables';
import type { Transaction } from '../../../../../common/database/transaction';

type SiteCause = Extract<Cause, 'publish' | 'unpublish' | 'delete' | 'reconcile'>;

type Rules = readonly RuleSet[];

/** Whether an adoption is of what is published, by the rules of its own day. */
const isOf = (
  { adoptedOn, channel, submission }: AdoptionRecord,
  publication: Publication,
  rules: Rules
): boolean =>
  submission === publication.submission &&
  channel === channelOn(rules, adoptedOn, publication.placement);

const isAdopted = (
  publication: Publication,
  adoptions: readonly AdoptionRecord[],
  rules: Rules
): boolean => adoptions.some((adoption) => isOf(adoption, publication, rules));

const isPublished = (
  adoption: AdoptionRecord,
  publications: readonly Publication[],
  rules: Rules
): boolean => publications.some((publication) => isOf(adoption, publication, rules));

/** Not what was taken down and only stands because its month was sealed. */
const isUp = ({ takenDownReason }: AdoptionRecord): boolean => takenDownReason === null;

/**
 * What of an entry's site adoptions does not follow from what is published of it.
 *
 * @param today the day of what is missing: where the rules give its placement no channel, nothing is
 */
export const siteDifference = (
  publications: readonly Publication[],
  adoptions: readonly AdoptionRecord[],
  rules: Rules,
  today: Day
): { missing: Publication[]; surplus: AdoptionRecord[] } => {
  const up = adoptions.filter(isUp);
  return {
    missing: publications.filter(
      (publication) =>
        !isAdopted(publication, up, rules) &&
        channelOn(rules, today, publication.placement) !== null
    ),
    surplus: up.filter((adoption) => !isPublished(adoption, publications, rules)),
  };
};

/** Those whose entry may be put up again: a deletion is for good. */
const canReturn = ({ takenDownReason }: AdoptionRecord): boolean => takenDownReason !== 'delete';

const reservedId = (reserved: readonly number[], index: number): number => {
  const id = reserved[index];
  if (id === undefined) throw new RangeError('An adoption has no reserved id.');
  return id;
};

/** What putting an entry up brings back: what stands though it was taken down, or else what ended. */
const whatReturns = ({
  inForce,
  takenDown,
}: Pick<EntryLedgers, 'inForce' | 'takenDown'>): AdoptionRecord[] => {
  const standing = inForce.filter((each) => !isUp(each) && canReturn(each));
  const ended = takenDown.filter(
    (each) =>
      !standing.some((up) => up.submission === each.submission && up.channel === each.channel)
  );
  return [...standing, ...ended];
};

/** A submission's site adoption that begins. */
type Begun = Pick<AdoptionRecord, 'submission' | 'adoptedOn'>;

/** What became of an entry's site adoptions. */
interface Change {
  added: readonly NewAdoption[];
  restored: readonly AdoptionRecord[];
  /** What ends. */
  ended: readonly AdoptionRecord[];
}

/** The ledger as it would be with other site adoptions. */
const ledgerAfter = (
  ledger: SubmissionLedger,
  { added, restored, ended }: Change,
  now: Date
): SubmissionLedger => ({
  ...ledger,
  adoptions: [
    ...ledger.adoptions.filter(({ id }) => ![...ended, ...restored].some((each) => each.id === id)),
    ...restored.filter(({ submission }) => submission === ledger.submission.id),
    ...added
      .filter(({ submission }) => submission === ledger.submission.id)
      .map((each) => ({ ...each, adoptedAt: now.getTime() }))
      .map((each) => ({ ...each, contributors: null, takenDownReason: null })),
  ],
});

/** The files to keep, as they were read: not where other adoptions, or other types of entries, count then. */
const unkeptOf = (
  uid: string,
  unkept: EntryLedgers['unkept'],
  ledgersAfter: readonly SubmissionLedger[],
  { restored }: Change
): EntryLedgers['unkept'] | undefined => {
  const isOther = ({ entryUid }: AdoptionRecord): boolean => entryUid !== null && entryUid !== uid;
  const isWider =
    restored.length > 0 || ledgersAfter.some(({ adoptions }) => adoptions.some(isOther));
  return isWider ? undefined : unkept;
};

/** Site adoptions: made and withdrawn by what is published, never by hand. */
export const entryService = oncePerApplication((strapi: Core.Strapi) => {
  const ledgers = submissionLedgerRepository(strapi);
  const adoptions = adoptionRepository(strapi);
  const acceptance = acceptanceService(strapi);
  const answers = answerAdoptionService(strapi);
  const settle = settleService(strapi);
  const notices = noticeService(strapi);
  const takeDowns = takeDownService(strapi);
  const calendar = calendarService(strapi);

  /** What answers a commission is adopted for it too, once anything of it is. */
  const followAnswers = async (
    trx: Transaction,
    touched: readonly SubmissionLedger[],
    begun: readonly Begun[]
  ): Promise<void> => {
    for (const { answersCommission, submission } of touched) {
      const adoption = begun.find((each) => each.submission === submission.id);
      if (answersCommission && adoption) {
        await answers.follow(trx, submission.id, adoption.adoptedOn);
      }
    }
  };

  return {
    /** What an entry's site adoptions follow from. */
    read: (trx: Transaction, uid: string, documentId: string) =>
      ledgers.ofEntry(trx, uid, documentId),

    /**
     * Dates the site adoptions in force of an entry otherwise, as the office corrects it, and settles
     * what they earned: it moves to the month of that day.
     *
     * @returns how many were dated otherwise before
     * @throws ValidationError when the day has no rule set
     */
    async correctDate(
      trx: Transaction,
      uid: string,
      documentId: string,
      moment: Date
    ): Promise<number> {
      const day = calendar.dayOf(moment);
      const inForce = await adoptions.inForceOfEntry(trx, uid, documentId);
      const wrong = inForce.filter((each) => isUp(each) && each.adoptedOn !== day);
      if (wrong.length === 0) return 0;
      await adoptions.date(
        trx,
        wrong.map(({ id }) => id),
        { day, moment },
        clock.now()
      );
      for (const submission of new Set(wrong.map((each) => each.submission))) {
        await settle.run(trx, submission, 'correct');
      }
      return wrong.length;
    },

    /**
     * Brings an entry's site adoptions in line with what is published of it, and settles the
     * submissions concerned. A new adoption is dated now; publishing again changes nothing; another
     * placement or submission withdraws the old adoption. What the entry was taken down from before,
     * the same submission in the same placement, gets its adoption back with its date. What counts in
     * a sealed month is not withdrawn: the office decides on it (`sealed-awards.ts`).
     *
     * @param known what `read` gave, under the same lock
     */
    async synchronize(
      trx: Transaction,
      uid: string,
      documentId: string,
      cause: SiteCause,
      known?: Awaited<ReturnType<typeof ledgers.ofEntry>>
    ): Promise<void> {
      const found = known ?? (await ledgers.ofEntry(trx, uid, documentId));
      const now = clock.now();
      const adoptedOn = calendar.dayOf(now);
      const { inForce, publications, rules } = found;
      const { missing, surplus } = siteDifference(publications, inForce, rules, adoptedOn);
      if (missing.length === 0 && surplus.length === 0) return;

      const restored = whatReturns(found).filter((each) => isPublished(each, missing, rules));
      const sealed = sealedAdoptions(
        found.ledgers.flatMap(({ recorded }) => recorded.standingAwards),
        found.firstOpenMonth
      );
      const held = surplus.filter(({ id }) => sealed.has(id));
      const ended = surplus.filter(({ id }) => !sealed.has(id));
      const added = missing
        .filter((publication) => !isAdopted(publication, restored, rules))
        .flatMap(({ submission, placement }, index): NewAdoption[] => {
          const channel = channelOn(rules, adoptedOn, placement);
          if (channel === null) return [];
          return [
            {
              ...{ id: reservedId(found.reserved, index), documentId: newDocumentId() },
              ...{ submission, channel, adoptedOn },
              ...{ organ: null, reference: null, words: null, writtenDetails: null, account: null },
              ...{ entryUid: uid, entryDocumentId: documentId },
            },
          ];
        });
      await adoptions.restore(
        trx,
        restored.map(({ id }) => id),
        now
      );
      await adoptions.withdraw(
        trx,
        ended.map(({ id }) => id),
        cause,
        now
      );
      await adoptions.takeDown(
        trx,
        held.map(({ id }) => id),
        cause,
        now
      );
      await notices.tell(trx, undecidedAwards(held, found.ledgers));
      const acceptances = found.ledgers
        .filter(({ submission }) =>
          [...added, ...restored].some((each) => each.submission === submission.id)
        )
        .flatMap(({ submission }) => acceptance.of(submission) ?? []);
      const change: Change = { added, restored, ended };
      const ledgersAfter = found.ledgers.map((ledger) => ledgerAfter(ledger, change, now));
      await settle.settle(trx, { ...found, ledgers: ledgersAfter }, cause, {
        acceptances,
        adoptions: added,
        unkept: unkeptOf(uid, found.unkept, ledgersAfter, change),
      });
      if (cause === 'unpublish' || cause === 'delete') {
        await takeDowns.note(trx, found.ledgers, { ended, held }, cause);
      }
      await followAnswers(trx, found.ledgers, [...added, ...restored]);
    },
  };
});
