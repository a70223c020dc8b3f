import type { Core } from '@strapi/strapi';
import type Fraction from 'fraction.js';
import { isActiveOn } from '../../../domain/active';
import { deliveryOf } from '../../../domain/commission';
import type { Day, Period } from '../../../domain/period';
import { monthsIn } from '../../../domain/period';
import type { ReviewKind } from '../../../domain/review';
import { deliveriesOf, medianMinutes, mediansOf } from '../../../domain/review-medians';
import type { UnitKind } from '../../../domain/vocabulary';
import type {
  ReviewFacts,
  ReviewMedians,
  ReviewOfficer,
  ReviewUnit,
} from '../../../shared/contracts';
import { groupBy } from '../../../../../common/group-by';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { type AskedUnit, askedUnitService } from '../commissions/asked-units';
import { commissionRepository } from '../commissions/commissions-repository';
import { frozenPostingsOf, frozenStandingsOf } from '../ledger/frozen-standings';
import { type BulletinRecord, sealRepository } from '../ledger/seals';
import { refuse } from '../messages';
import { loadPeople, officerReference } from '../records/people';
import { type FrozenMonth, officerScores, type Score, unitScores } from './scores';
import { type PieceRecord, sourcesRepository } from './sources-repository';

const MINUTE_MS = 60_000;

/** In whole minutes; `null` for what is not decided on, or was decided on before its moment of receipt. */
const minutesOf = ({ decidedAt, receivedAt }: PieceRecord): number | null => {
  if (decidedAt === null || decidedAt < receivedAt) return null;
  return Math.floor((decidedAt.getTime() - receivedAt.getTime()) / MINUTE_MS);
};

const waitingOf = (pieces: readonly PieceRecord[]): number[] =>
  pieces.flatMap((piece) => minutesOf(piece) ?? []);

const fractionText = (value: Fraction | null): string | null => value?.toFraction() ?? null;

/** What no sealed month holds of the units. */
interface Sources {
  pieces: readonly PieceRecord[];
  /** What was due in the period, unit by unit. */
  asked: readonly AskedUnit[];
  /** The day on which it is looked at. */
  today: Day;
}

interface Making {
  madeAt: string;
  madeBy: string;
}

/** What a review freezes (§八.2): points and items of sealed months, and how pieces and commissions went until now. */
export const reviewFactsService = oncePerApplication((strapi: Core.Strapi) => {
  const askedUnits = askedUnitService(strapi);
  const calendar = calendarService(strapi);
  const commissions = commissionRepository(strapi);
  const seals = sealRepository(strapi);
  const sources = sourcesRepository(strapi);

  const frozenMonth = async (trx: Transaction, { month }: BulletinRecord): Promise<FrozenMonth> => {
    const texts = await seals.textsOf(trx, month);
    const standings = texts && frozenStandingsOf(texts.standings);
    const postings = texts && frozenPostingsOf(texts.postings);
    if (standings && postings) return { month, ranking: standings.month, postings };
    throw refuse(strapi, 'period', 'error.review.unreadable', { month });
  };

  const askedIn = async (trx: Transaction, { from, to }: Period): Promise<AskedUnit[]> => {
    const found = await commissions.dueIn(trx, { from, to });
    const asked = await askedUnits.of(trx, found);
    return asked.filter(({ dueOn }) => from <= dueOn && dueOn <= to);
  };

  /** What a unit did with what it was asked for; what the office no longer waits for is not held against it. */
  const deliveries = (unit: string, { asked, today }: Sources) =>
    deliveriesOf(
      asked
        .filter(({ record }) => record.documentId === unit)
        .flatMap((each) => {
          const delivered = deliveryOf(each, today);
          return delivered && delivered.outcome !== 'closed' ? delivered.outcome : [];
        })
    );

  const toUnit = (score: Score, own: readonly PieceRecord[], all: Sources): ReviewUnit => ({
    unit: score.unit,
    rank: score.rank,
    points: score.points,
    exact: score.exact,
    submitted: score.submitted,
    adopted: score.adopted,
    pieces: own.length,
    returned: own.filter(({ wasReturned }) => wasReturned).length,
    waiting: fractionText(medianMinutes(waitingOf(own))),
    silentMonths: score.silentMonths,
    commissions: deliveries(score.unit.documentId, all),
  });

  const toOfficer = ({ officer, ...score }: Score): ReviewOfficer[] =>
    officer
      ? [
          {
            officer,
            unit: score.unit,
            rank: score.rank,
            points: score.points,
            exact: score.exact,
            submitted: score.submitted,
            adopted: score.adopted,
          },
        ]
      : [];

  /** Of all units, or of those of a kind: a joint piece waited once for all of them. */
  const medians = (
    units: readonly ReviewUnit[],
    pieces: readonly PieceRecord[],
    kind: UnitKind | null
  ): ReviewMedians => {
    const own = units.filter(({ unit }) => kind === null || unit.kind === kind);
    const ids = new Set(own.map(({ unit }) => unit.documentId));
    const theirs = pieces.filter((piece) => piece.units.some((unit) => ids.has(unit)));
    const found = mediansOf(own, waitingOf(theirs));
    return {
      returnRate: fractionText(found.returnRate),
      adoptionRate: fractionText(found.adoptionRate),
      onTimeRate: fractionText(found.onTimeRate),
      waiting: fractionText(found.waiting),
    };
  };

  const headsOf = async (
    trx: Transaction,
    units: readonly ReviewUnit[],
    day: Day
  ): Promise<ReviewFacts['heads']> => {
    const people = await loadPeople(strapi, trx);
    const ids = new Set(units.map(({ unit }) => unit.documentId));
    return [...people.members.values()].flatMap((member) => {
      const unit = people.units.get(member.unit ?? 0)?.documentId;
      const isHead = member.position === 'leader' && isActiveOn(member, day);
      return isHead && unit !== undefined && ids.has(unit)
        ? { unit, officer: officerReference(member) }
        : [];
    });
  };

  return {
    /**
     * The numbers of a period whose months are sealed.
     *
     * @throws ValidationError when a month's frozen texts cannot be read
     */
    async of(
      trx: Transaction,
      { kind, period }: { kind: ReviewKind; period: Period },
      { madeAt, madeBy }: Making
    ): Promise<ReviewFacts> {
      const wanted = new Set(monthsIn(period));
      const bulletins = (await seals.all(trx)).filter(({ month }) => wanted.has(month));
      const last = bulletins.at(-1);
      if (!last) throw refuse(strapi, 'period', 'error.review.months', { month: period.from });
      const frozen: FrozenMonth[] = [];
      for (const bulletin of bulletins) frozen.push(await frozenMonth(trx, bulletin));
      const months = frozen.map(({ month }) => month);
      const all: Sources = {
        pieces: await sources.pieces(trx, months),
        asked: await askedIn(trx, period),
        today: calendar.dayOf(new Date(madeAt)),
      };
      const byUnit = groupBy(
        all.pieces.flatMap((piece) => piece.units.map((unit) => ({ unit, piece }))),
        ({ unit }) => unit
      );
      const units = unitScores(frozen).map((score) =>
        toUnit(
          score,
          (byUnit.get(score.unit.documentId) ?? []).map(({ piece }) => piece),
          all
        )
      );
      return {
        period: period.code,
        kind,
        from: period.from,
        to: period.to,
        months,
        madeAt,
        madeBy,
        bulletin: { month: last.month, sha256: last.sha256 },
        units,
        officers: officerScores(frozen).flatMap(toOfficer),
        heads: await headsOf(trx, units, period.to),
        medians: {
          all: medians(units, all.pieces, null),
          institution: medians(units, all.pieces, 'institution'),
          department: medians(units, all.pieces, 'department'),
        },
      };
    },
  };
});
