import type { Core } from '@strapi/strapi';
import { fingerprintOf } from '../../../domain/bulletin';
import { parsePeriod, type Period } from '../../../domain/period';
import {
  missingMonth,
  reviewKindOf,
  type ReviewKind,
  type SealedSpan,
} from '../../../domain/review';
import type {
  AwardDecision,
  DecideReviewBody,
  ReviewContent,
  ReviewPreviewResponse,
  ReviewResponse,
  ReviewsResponse,
  ReviewState,
  ReviewSummary,
} from '../../../shared/contracts';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { clock } from '../../../../../common/time/clock';
import { stale } from '../document-versions/stale';
import { templateRepository } from '../bulletin-documents/templates-repository';
import { frozenText } from '../ledger/bulletin-hashes';
import { closingDigests, factsDigests } from '../ledger/review-hashes';
import { sealRepository } from '../ledger/seals';
import { withLedgerLock } from '../ledger-lock';
import { notFound, refuse, say } from '../messages';
import { authorOf, isAllowed } from '../records/requester';
import { type ReviewRecord, reviewRepository } from '../records/reviews';
import { reviewFactsService } from './facts';
import { outcomeOf, undecidedOf } from './outcome';
import { publishedView } from './published-view';
import { reviewRules } from './review-rules';
import { stockContent } from './stock-content';
import { type Review, reviewOf } from './stored-texts';

type ReviewView = ReviewResponse['data'];

/** A period that can have a review. */
interface Reviewed {
  kind: ReviewKind;
  period: Period;
}

/** Periods of a year that can have a review, the shortest first. */
const PARTS = ['-H1', '-H2', ''] as const;

const summaryOf = (review: ReviewRecord): ReviewSummary => ({
  ...review,
  fingerprint: fingerprintOf(review.closing?.sha256 ?? review.sha256),
});

const viewOf = (review: Review): ReviewView => ({
  ...summaryOf(review.record),
  facts: review.facts,
  content: review.content,
  decisions: review.decisions,
  outcome: outcomeOf(review),
});

/** Of a year, whether all that is proposed is decided on. */
const stateOf = (review: Review): ReviewState =>
  review.facts.kind === 'year' && undecidedOf(outcomeOf(review)) === 0 ? 'decided' : 'draft';

const isSameSubject = (one: AwardDecision, other: AwardDecision): boolean =>
  one.class === other.class && one.subject === other.subject;

/**
 * Reviews of half years and years (总结点评, 年终评优, §八.2, 3): made once of sealed months, written by the
 * office, decided by the leaders, and closed for good when they are published.
 */
export const reviewService = oncePerApplication((strapi: Core.Strapi) => {
  const facts = reviewFactsService(strapi);
  const reviews = reviewRepository(strapi);
  const rules = reviewRules(strapi);
  const seals = sealRepository(strapi);
  const templates = templateRepository(strapi);

  const canWrite = (): boolean => isAllowed(strapi, 'review.write');

  const requireReviewed = (code: string): Reviewed => {
    const period = parsePeriod(code);
    const kind = reviewKindOf(code);
    if (period && kind) return { kind, period };
    throw refuse(strapi, 'period', 'error.review.period', { value: code });
  };

  const spanOf = async (trx: Transaction): Promise<SealedSpan> => ({
    first: (await seals.all(trx))[0]?.month ?? null,
    firstOpen: await seals.current(trx),
  });

  const refusalOf = async (
    trx: Transaction,
    { period }: Reviewed
  ): Promise<['error.review.months' | 'error.review.made', Record<string, string>] | null> => {
    if (await reviews.hasPeriod(trx, period.code)) {
      return ['error.review.made', { period: period.code }];
    }
    const month = missingMonth(period, await spanOf(trx));
    return month === null ? null : ['error.review.months', { month }];
  };

  const requireMakeable = async (trx: Transaction, reviewed: Reviewed): Promise<void> => {
    const refusal = await refusalOf(trx, reviewed);
    if (refusal) throw refuse(strapi, 'period', ...refusal);
  };

  const making = () => ({
    madeAt: clock.now().toISOString(),
    madeBy: authorOf(strapi),
  });

  /** What others than the office are not shown is not there for them. */
  const find = async (trx: Transaction, documentId: string): Promise<Review> => {
    const row = await reviews.find(trx, documentId);
    if (row && (row.closing !== null || canWrite())) return reviewOf(strapi, row);
    throw notFound(strapi, 'error.review.unknown', { value: documentId });
  };

  /** One that is still open, as whoever changes it has read it. */
  const findOpen = async (
    trx: Transaction,
    documentId: string,
    revision: number
  ): Promise<Review> => {
    const review = await find(trx, documentId);
    rules.requireOpen(review.record);
    if (review.record.revision === revision) return review;
    throw stale(strapi, 'error.review.stale', { period: review.record.period });
  };

  const change = async (
    trx: Transaction,
    { record }: Review,
    values: Parameters<typeof reviews.change>[2]
  ): Promise<ReviewView> => {
    if (await reviews.change(trx, record, values, clock.now())) {
      return viewOf(await find(trx, record.documentId));
    }
    throw stale(strapi, 'error.review.stale', { period: record.period });
  };

  const openPeriods = async (trx: Transaction): Promise<string[]> => {
    const months = (await seals.all(trx)).map(({ month }) => month);
    const years = [...new Set(months.map((month) => month.slice(0, 4)))];
    const open: string[] = [];
    for (const code of years.flatMap((year) => PARTS.map((part) => year + part))) {
      if ((await refusalOf(trx, requireReviewed(code))) === null) open.push(code);
    }
    return open.reverse();
  };

  return {
    /** Reviews, the latest made first; for who may not write them, the published ones. */
    async list(): Promise<ReviewsResponse> {
      return inTransaction(strapi, async (trx) => {
        const all = (await reviews.all(trx)).map(summaryOf);
        return canWrite()
          ? { data: all, meta: { open: await openPeriods(trx) } }
          : { data: all.filter(({ closing }) => closing !== null), meta: { open: [] } };
      });
    },

    /**
     * What making a review would freeze.
     *
     * @throws ValidationError when it is no half year and no year
     */
    async preview(code: string): Promise<ReviewPreviewResponse['data']> {
      const reviewed = requireReviewed(code);
      return inTransaction(strapi, async (trx) => {
        const refusal = await refusalOf(trx, reviewed);
        const isSealed = missingMonth(reviewed.period, await spanOf(trx)) === null;
        return {
          period: code,
          refusal: refusal && say(strapi, ...refusal),
          facts: isSealed ? await facts.of(trx, reviewed, making()) : null,
        };
      });
    },

    /**
     * Makes the review of a period: freezes its numbers, with stock sentences for the office to go on
     * from. The demo and other code of the application call it too.
     *
     * @throws ValidationError when it is no half year and no year, a month of it is not sealed, or there
     *   is one already
     */
    async make(code: string): Promise<ReviewView> {
      const reviewed = requireReviewed(code);
      return withLedgerLock(strapi, async (trx) => {
        await requireMakeable(trx, reviewed);
        const frozen = await facts.of(trx, reviewed, making());
        const { signature } = await templates.of(trx, 'month');
        const texts = {
          facts: frozenText(frozen),
          content: frozenText(stockContent(frozen, signature)),
          decisions: frozenText([]),
        };
        const documentId = await reviews.create(trx, {
          period: code,
          kind: reviewed.kind,
          madeAt: frozen.madeAt,
          madeBy: frozen.madeBy,
          ...texts,
          ...factsDigests(texts),
        });
        return viewOf(await find(trx, documentId));
      });
    },

    /** @throws NotFoundError when there is none for whoever asks */
    async findOne(documentId: string): Promise<ReviewView> {
      return inTransaction(strapi, async (trx) => {
        const view = viewOf(await find(trx, documentId));
        return canWrite() ? view : publishedView(view);
      });
    },

    /**
     * Writes what the office set and wrote.
     *
     * @param revision the one that was read: a save that starts from an older one is refused (409)
     * @throws NotFoundError, StaleDocumentError, ValidationError when it is published or something in it is
     *   wrong
     */
    async save(documentId: string, revision: number, content: ReviewContent): Promise<ReviewView> {
      return inTransaction(strapi, async (trx) => {
        const review = await findOpen(trx, documentId, revision);
        rules.requireContent(review, content);
        return change(trx, review, {
          content: frozenText(content),
          state: stateOf({ ...review, content }),
        });
      });
    },

    /**
     * Records what the leaders decided on one candidate; a later decision takes the place of it.
     *
     * @throws NotFoundError, StaleDocumentError, ValidationError when it is no year's, is published, or the
     *   decision is not whole
     */
    async decide(
      documentId: string,
      { reason = '', revision, ...given }: DecideReviewBody
    ): Promise<ReviewView> {
      return inTransaction(strapi, async (trx) => {
        const review = await findOpen(trx, documentId, revision);
        const decision = rules.requireDecision(review, { ...given, reason });
        const others = review.decisions.filter((each) => !isSameSubject(each, decision));
        const decisions = [...others, decision];
        return change(trx, review, {
          decisions: frozenText(decisions),
          state: stateOf({ ...review, decisions }),
        });
      });
    },

    /**
     * Publishes a review, which closes it for good, with hashes of all that it says.
     *
     * @throws NotFoundError, StaleDocumentError, ValidationError when it is published already, or of a year
     *   something that is proposed is not decided on
     */
    async publish(documentId: string, revision: number): Promise<ReviewView> {
      return inTransaction(strapi, async (trx) => {
        const review = await findOpen(trx, documentId, revision);
        const count = undecidedOf(outcomeOf(review));
        if (count > 0) throw refuse(strapi, 'review', 'error.review.undecided', { count });
        const row = await reviews.find(trx, documentId);
        if (!row) throw notFound(strapi, 'error.review.unknown', { value: documentId });
        const moment = {
          at: clock.now().toISOString(),
          by: authorOf(strapi),
        };
        return change(trx, review, {
          state: 'published',
          closing: { ...moment, ...closingDigests(row, row, moment) },
        });
      });
    },
  };
});
