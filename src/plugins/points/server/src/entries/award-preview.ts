import type { Core } from '@strapi/strapi';
import { cannotBeScored, NoRuleSetError, UnreadableFactsError } from '../../../domain/score';
import { sealedAdoptions } from '../../../domain/sealed-award';
import { channelOn } from '../../../domain/rule-set';
import type { Channel } from '../../../domain/vocabulary';
import type { AwardPreview, EntryNotice } from '../../../shared/contracts';
import { answerAdoptionService } from '../commissions/answer-adoptions';
import type { LedgerRules, SubmissionLedger } from '../ledger/submission-ledgers';
import { missingPostings, settleService } from '../ledger/settle';
import { type AdoptionRecord, adoptionRepository } from '../records/adoptions';
import type { Tie } from '../records/entries';
import type { People } from '../records/people';
import { awardViews } from '../standings/award-views';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

/** The ids of an adoption that publishing would make, and of that which follows from it for a commission. */
const SUPPOSED = 0;
const SUPPOSED_FOR_COMMISSION = -1;

const noticesOf = (
  tie: Tie,
  own: readonly AdoptionRecord[],
  preview: readonly AwardPreview[]
): EntryNotice[] => {
  if (tie.submission === null) return ['no-submission'];
  if (tie.placement === null) return ['no-placement'];
  if (preview.length > 0) return [];
  return own.length > 0 ? ['already-awarded'] : ['counts-through-another-entry'];
};

const noticeOf = (error: unknown): EntryNotice => {
  if (error instanceof NoRuleSetError) return 'no-rule-set';
  return error instanceof UnreadableFactsError ? 'unreadable' : 'outside-choice';
};

/** What publishing an entry would award, and why it would award nothing. */
export const awardPreviewService = oncePerApplication((strapi: Core.Strapi) => {
  const adoptions = adoptionRepository(strapi);
  const answers = answerAdoptionService(strapi);
  const settle = settleService(strapi);
  const views = awardViews(strapi);

  /** The ledger as publishing with this tie would leave it. */
  const withHypothetical = (
    ledger: SubmissionLedger,
    own: readonly AdoptionRecord[],
    tie: Tie,
    entry: { uid: string; documentId: string },
    { firstOpenMonth, rules }: LedgerRules,
    commission: Channel | null
  ): SubmissionLedger => {
    const sealed = sealedAdoptions(ledger.recorded.standingAwards, firstOpenMonth);
    const others = ledger.adoptions.filter(
      ({ id }) => sealed.has(id) || !own.some((each) => each.id === id)
    );
    if (tie.submission !== ledger.submission.id || tie.placement === null) {
      return { ...ledger, adoptions: others };
    }
    const now = clock.now();
    const adoptedOn = calendarService(strapi).dayOf(now);
    const channel = channelOn(rules, adoptedOn, tie.placement);
    if (channel === null) return { ...ledger, adoptions: others };
    const kept = own.find(
      (each) => each.submission === ledger.submission.id && each.channel === channel
    );
    const supposed: AdoptionRecord = kept ?? {
      id: SUPPOSED,
      documentId: '',
      submission: ledger.submission.id,
      channel,
      adoptedOn,
      adoptedAt: now.getTime(),
      organ: null,
      entryUid: entry.uid,
      entryDocumentId: entry.documentId,
      takenDownReason: null,
      contributors: null,
    };
    const forCommission: AdoptionRecord[] =
      commission === null
        ? []
        : [
            {
              ...supposed,
              ...{ id: SUPPOSED_FOR_COMMISSION, channel: commission, adoptedOn },
              ...{ entryUid: null, entryDocumentId: null, takenDownReason: null },
            },
          ];
    return {
      ...ledger,
      adoptions: [...others.filter(({ id }) => id !== supposed.id), supposed, ...forCommission],
    };
  };

  return {
    /**
     * What publishing an entry with this tie would award now, with what comes for a commission (§七.6).
     *
     * @param isOwn which postings the asker may see; the notices go by all of them
     */
    async of(
      trx: Transaction,
      tie: Tie,
      entry: { uid: string; documentId: string },
      people: People,
      isOwn: (posting: { unit: number }) => boolean
    ): Promise<{ preview: AwardPreview[]; notices: EntryNotice[] }> {
      const own = await adoptions.inForceOfEntry(trx, entry.uid, entry.documentId);
      const concerned = new Set(own.map(({ submission }) => submission));
      if (tie.submission !== null) concerned.add(tie.submission);
      const { ledgers, ...rules } = await settle.load(trx, [...concerned]);
      const today = calendarService(strapi).dayOf(clock.now());
      const commission =
        tie.submission === null ? null : await answers.foreseen(trx, tie.submission, today);
      try {
        const missing = ledgers.flatMap((ledger) =>
          missingPostings(withHypothetical(ledger, own, tie, entry, rules, commission), rules)
        );
        const preview = views.of(missing, people, rules.rules);
        return {
          preview: views.of(missing.filter(isOwn), people, rules.rules),
          notices: noticesOf(tie, own, preview),
        };
      } catch (error) {
        if (!cannotBeScored(error)) throw error;
        return { preview: [], notices: [noticeOf(error)] };
      }
    },
  };
});
