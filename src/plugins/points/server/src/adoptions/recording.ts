import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { readDetails } from '../../../domain/adoption-details';
import type { ChainStep } from '../../../domain/adoption-chain';
import { isCommissionChannel } from '../../../domain/commission';
import { describePoints, sumOfSound } from '../../../domain/points';
import { standingAwards } from '../../../domain/posting';
import { cannotBeScored } from '../../../domain/score';
import { ruleSetOn } from '../../../domain/rule-set';
import { isChannel, isSiteChannel } from '../../../domain/vocabulary';
import type {
  AdoptionChainResponse,
  AdoptionPreviewResponse,
  AdoptionStep,
  AdoptionStepsBody,
  ChainStepView,
  RecordableResponse,
  StepAward,
  StepFindingView,
} from '../../../shared/contracts';
import { groupBy } from '../../../../../common/group-by';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { refusal } from '../../../../../common/messages/errors';
import { labelOf, shown } from '../../../../../common/messages/validation';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { answerAdoptionService } from '../commissions/answer-adoptions';
import { requireConfirmed } from '../confirmation';
import { UID } from '../constants';
import { type AdoptionPostingRecord, postingRepository } from '../ledger/postings';
import { missingPostings, settleService } from '../ledger/settle';
import type { LedgerRules, SubmissionLedger } from '../ledger/submission-ledgers';
import { withLedgerLock } from '../ledger-lock';
import { refuse, say } from '../messages';
import { type AdoptionDetail, type AdoptionRecord, adoptionRepository } from '../records/adoptions';
import { type FileRecord, fileRepository } from '../records/files';
import { loadPeople, type People } from '../records/people';
import { type RuleSetRecord, ruleSetRepository } from '../records/rule-sets';
import { awardViews } from '../standings/award-views';
import { channelNameOf } from '../standings/drill-down';
import { adoptableService } from './adoptables';
import { detailsView, withUnitNumber } from './adoption-details';
import { adoptionService } from './adoptions';
import { recordableViews } from './manual-channels';
import { stepRules, type Finding } from './step-rules';

/** A piece with its ledger, and what its steps are judged by. */
interface Piece {
  ledger: SubmissionLedger;
  rules: LedgerRules;
  people: People;
  /** The steps in force. */
  recorded: AdoptionDetail[];
}

const textOf = (text: string | undefined): string | null => (text?.trim() ? text.trim() : null);

/** A step that is not recorded yet, as the ledger would hold it: its id tells its place. */
const supposedOf = (step: ChainStep, index: number, submission: number): AdoptionRecord[] => {
  const { adoptedOn, channel, organ } = step;
  if (!isChannel(channel)) return [];
  return [
    {
      ...{ id: -1 - index, documentId: '', submission, channel, adoptedOn, organ },
      adoptedAt: clock.now().getTime() + index,
      entryUid: null,
      entryDocumentId: null,
      takenDownReason: null,
      contributors: null,
      details: readDetails(step.writtenDetails),
    },
  ];
};

/** The place of a step that is not recorded yet; what it brings for a commission is its own. */
const placeOf = (adoption: number, steps: number, first: number): number | null => {
  if (adoption >= 0) return null;
  const place = -1 - adoption;
  return place < steps ? place : first;
};

const stepView = (
  adoption: AdoptionDetail,
  postings: readonly AdoptionPostingRecord[],
  evidence: readonly FileRecord[],
  { rules, people }: { rules: readonly RuleSetRecord[]; people: People }
): ChainStepView => ({
  documentId: adoption.documentId,
  channel: adoption.channel,
  adoptedOn: adoption.adoptedOn,
  organ: adoption.organ,
  reference: adoption.reference,
  words: adoption.words,
  details: detailsView(adoption.writtenDetails, people),
  entry:
    adoption.entryUid !== null && adoption.entryDocumentId !== null
      ? { uid: adoption.entryUid, documentId: adoption.entryDocumentId }
      : null,
  withdrawnAt: adoption.withdrawnAt?.toISOString() ?? null,
  withdrawnReason: adoption.withdrawnReason,
  byHand: adoption.entryDocumentId === null && !isSiteChannel(adoption.channel),
  ...channelNameOf(ruleSetOn(rules, adoption.adoptedOn), adoption.channel),
  evidence: evidence.map(({ id, name, url }) => ({ id, name, url })),
  earned: describePoints(sumOfSound(postings)),
  month: standingAwards(postings).at(-1)?.month ?? null,
});

/** Recording a piece's way upwards (§七.3–4): what is there, what a step would give, and several at once. */
export const recordingService = oncePerApplication((strapi: Core.Strapi) => {
  const adoptables = adoptableService(strapi);
  const answers = answerAdoptionService(strapi);
  const adoptions = adoptionRepository(strapi);
  const calendar = calendarService(strapi);
  const files = fileRepository(strapi);
  const postings = postingRepository(strapi);
  const rules = stepRules(strapi);
  const ruleSets = ruleSetRepository(strapi);
  const settle = settleService(strapi);
  const views = awardViews(strapi);

  const load = async (trx: Transaction, documentId: string): Promise<Piece> => {
    const named = await adoptables.requireId(trx, documentId);
    const [first] = (await settle.load(trx, [named])).ledgers;
    const id = first?.submission.mergedInto ?? named;
    const { ledgers, ...all } = await settle.load(trx, [id]);
    const [ledger] = ledgers;
    if (!ledger)
      throw refuse(strapi, 'submission', 'error.submission.unknown', { value: documentId });
    const recorded = await adoptions.detailsOfSubmissions(trx, [id]);
    return {
      ledger,
      rules: all,
      people: await loadPeople(strapi, trx),
      recorded: recorded.filter(({ withdrawnAt }) => withdrawnAt === null),
    };
  };

  /** @throws ValidationError when a day is none of the calendar */
  const plainSteps = (steps: readonly AdoptionStep[], { people }: Piece): ChainStep[] =>
    steps.map(({ channel, adoptedOn, organ, reference, details }, index) => {
      const day = calendar.parseDay(adoptedOn);
      if (day === null) {
        const field = `steps.${index}.adoptedOn`;
        const label = labelOf(strapi, 'adoptedOn');
        throw refuse(strapi, field, 'error.date', { field, label, value: shown(adoptedOn) });
      }
      return {
        ...{ channel, adoptedOn: day, organ: textOf(organ), reference: textOf(reference) },
        writtenDetails: withUnitNumber(details, people),
      };
    });

  const inStep = <Code extends StepFindingView['code']>(
    found: ReadonlyArray<Finding<Code>>,
    step: number
  ): StepFindingView[] => found.map((finding) => ({ ...finding, step }));

  const judge = (
    { steps }: AdoptionStepsBody,
    plain: readonly ChainStep[],
    { ledger: { submission }, rules: { rules: ruleSets }, people, recorded }: Piece
  ): { refusals: StepFindingView[]; warnings: StepFindingView[] } => {
    const all = { rules: ruleSets, people };
    const hasFileOf = (place: number): boolean => (steps[place]?.evidence ?? []).length > 0;
    const refused = rules.pieceRefusal(submission);
    if (refused) return { refusals: inStep([refused], 0), warnings: [] };
    return {
      refusals: plain.flatMap((step, index) => {
        const others = [...recorded, ...plain.slice(0, index)];
        return inStep(rules.refusals(step, hasFileOf(index), { submission, others }, all), index);
      }),
      warnings: plain.flatMap((step, index) => {
        const others = [...recorded, ...plain.filter((_, place) => place !== index)];
        return inStep(rules.warnings(step, hasFileOf(index), { submission, others }, all), index);
      }),
    };
  };

  /** What the first step adopts the piece for beside, where it answers a commission (§七.6). */
  const forCommission = async (
    trx: Transaction,
    [first]: readonly ChainStep[],
    index: number,
    submission: number
  ): Promise<AdoptionRecord[]> => {
    if (!first || isCommissionChannel(first.channel)) return [];
    const channel = await answers.foreseen(trx, submission, first.adoptedOn);
    if (channel === null) return [];
    const { adoptedOn } = first;
    const step = { channel, adoptedOn, organ: null, reference: null };
    return supposedOf(step, index, submission);
  };

  /** What the steps that can be recorded would give, with what comes for a commission. */
  const awardsOf = async (
    trx: Transaction,
    plain: readonly ChainStep[],
    refusals: readonly StepFindingView[],
    { ledger, rules: all, people }: Piece
  ): Promise<StepAward[]> => {
    const { id: submission } = ledger.submission;
    const isRefused = (index: number): boolean => refusals.some(({ step }) => step === index);
    const recordable = plain.filter((_, index) => !isRefused(index));
    const supposed = [
      ...plain.flatMap((step, index) =>
        isRefused(index) ? [] : supposedOf(step, index, submission)
      ),
      ...(await forCommission(trx, recordable, plain.length, submission)),
    ];
    const first = plain.findIndex((_, index) => !isRefused(index));
    const after = { ...ledger, adoptions: [...ledger.adoptions, ...supposed] };
    try {
      return missingPostings(after, all).flatMap((posting) => {
        const award = views.viewOf(posting, people, all.rules);
        if (!award) return [];
        const { month, belongsTo } = posting;
        const step = placeOf(posting.adoption, plain.length, first);
        return { ...award, step, month, belongsTo };
      });
    } catch (error) {
      // A step recorded long ago, of a day whose rule set is no more or lets choose other points: nothing can be said of any.
      if (cannotBeScored(error)) return [];
      throw error;
    }
  };

  /** What follows from the awards, and is told: that a month is sealed, or that a step gives nothing. */
  const noticesOf = (
    plain: readonly ChainStep[],
    refusals: readonly StepFindingView[],
    awards: readonly StepAward[]
  ): StepFindingView[] =>
    plain.flatMap(({ channel }, step): StepFindingView[] => {
      if (refusals.some((refused) => refused.step === step)) return [];
      const own = awards.find((award) => award.step === step && award.channel === channel);
      if (!own) {
        const message = say(strapi, 'step.odd.earns-nothing');
        return [{ step, field: 'channel', code: 'earns-nothing', message }];
      }
      const { belongsTo, month } = own;
      if (belongsTo === month) return [];
      const message = say(strapi, 'step.odd.sealed-month', { belongsTo, month });
      return [{ step, field: 'adoptedOn', code: 'sealed-month', message }];
    });

  /** @throws ValidationError that says all that is wrong, step by step */
  const requireNone = (refusals: readonly StepFindingView[]): void => {
    if (refusals.length === 0) return;
    const each = refusals.map(({ step, field, message }) =>
      refusal(`steps.${step}.${field}`, message)
    );
    throw new errors.ValidationError(refusals.map(({ message }) => message).join(' '), {
      errors: each.flatMap(({ details }) => (details as { errors: unknown[] }).errors),
    });
  };

  const chainOf = async (trx: Transaction, id: number): Promise<AdoptionChainResponse> => {
    const all = await adoptions.detailsOfSubmissions(trx, [id]);
    const evidence = await files.attachedToEach(
      trx,
      UID.adoption,
      all.map((adoption) => adoption.id)
    );
    const given = await postings.ofSubmission(trx, id);
    const around = { rules: await ruleSets.all(trx), people: await loadPeople(strapi, trx) };
    const byAdoption = groupBy(given, ({ adoption }) => adoption);
    return {
      data: {
        submission: await adoptables.view(trx, id),
        steps: all.map((adoption) =>
          stepView(
            adoption,
            byAdoption.get(adoption.id) ?? [],
            evidence.get(adoption.id) ?? [],
            around
          )
        ),
        total: describePoints(sumOfSound(given)),
      },
    };
  };

  return {
    /**
     * A piece's way upwards: its steps, in force and withdrawn, with what each has earned.
     *
     * @throws NotFoundError when there is no such submission
     */
    chain: (documentId: string): Promise<AdoptionChainResponse> =>
      inTransaction(strapi, async (trx) =>
        chainOf(trx, await adoptables.requireId(trx, documentId))
      ),

    /** The channels that a hand may record, by the days on which it may. */
    recordable: (): Promise<RecordableResponse> =>
      inTransaction(strapi, async (trx) => ({ data: recordableViews(await ruleSets.all(trx)) })),

    /**
     * What recording steps would give to whom in which month, what is odd about them, and why they
     * would be refused.
     *
     * @throws NotFoundError, or ValidationError for a day that is none
     */
    preview: (body: AdoptionStepsBody): Promise<AdoptionPreviewResponse> =>
      inTransaction(strapi, async (trx) => {
        const piece = await load(trx, body.submission);
        const plain = plainSteps(body.steps, piece);
        const { refusals, warnings } = judge(body, plain, piece);
        const awards = await awardsOf(trx, plain, refusals, piece);
        const notices = noticesOf(plain, refusals, awards);
        return { data: { awards, refusals, warnings: [...warnings, ...notices] } };
      }),

    /**
     * Records one or several steps of a piece's way, all or none.
     *
     * @param author the admin account that records them
     * @throws NotFoundError, or ValidationError that names the steps that are wrong; nothing is written
     */
    record: (body: AdoptionStepsBody, author?: { id: number }): Promise<AdoptionChainResponse> =>
      withLedgerLock(strapi, async (trx) => {
        const piece = await load(trx, body.submission);
        const { refusals, warnings } = judge(body, plainSteps(body.steps, piece), piece);
        requireNone(refusals);
        const bare = warnings.find(({ code }) => code === 'no-evidence');
        if (bare) {
          const field = `steps.${bare.step}.evidence`;
          requireConfirmed(strapi, 'no-evidence', field, 'step.odd.no-evidence');
        }
        const { id, documentId: submission } = piece.ledger.submission;
        for (const step of body.steps) {
          await adoptionService(strapi).record({ ...step, submission }, author);
        }
        return chainOf(trx, id);
      }),
  };
});
