import type { Core } from '@strapi/strapi';
import Fraction from 'fraction.js';
import {
  arrivalsOf,
  funnelOf,
  placesGained,
  rateOf,
  type Arrivals,
  type StepReached,
} from '../../../domain/overview';
import { addDays, addMonths, daysBetween, type Month } from '../../../domain/period';
import { describePoints } from '../../../domain/points';
import type {
  MonthFigures,
  OverviewPlace,
  OverviewResponse,
  ReportPeriod,
  ReportResponse,
  UnitReference,
} from '../../../shared/contracts';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { sealRepository } from '../ledger/seals';
import { monthFigureService, rankingOf, type UnitFigures } from './month-figures';
import { receivedRepository } from './received-repository';
import { rankAgain } from './report-rows';
import { reportService } from './standings';
import { namedUnitsWithOpenPoints, unitsWithOpenPoints } from './own-points';
import { partsOf } from './points-parts';
import { shownMonthService, yearUntil } from './shown-month';

const YEAR_MONTHS = 12;

type Figures = ReadonlyMap<Month, readonly UnitFigures[]>;

const figuresIn = (all: Figures, month: Month): MonthFigures => {
  const units = all.get(month) ?? [];
  const sum = (of: (unit: UnitFigures) => number): number =>
    units.reduce((total, unit) => total + of(unit), 0);
  const points = units.reduce((total, unit) => total.add(unit.points), new Fraction(0));
  const [submitted, adopted] = [sum((unit) => unit.submitted), sum((unit) => unit.adopted)];
  return {
    ...{ month, submitted, adopted },
    rate: rateOf(adopted, submitted),
    ...describePoints(points),
  };
};

const rankedIn = (
  { data }: ReportResponse,
  before: readonly UnitFigures[],
  kind: UnitReference['kind']
): OverviewPlace[] => {
  const places = new Map(rankingOf(before, kind).map(({ rank, unit }) => [unit.documentId, rank]));
  return rankAgain(data.filter(({ unit }) => unit.kind === kind)).map(
    ({ adopted, exact, points, rank, submitted, unit }) => ({
      ...{ rank, unit, points, exact, submitted, adopted },
      moved: placesGained(places.get(unit.documentId) ?? null, rank),
    })
  );
};

/** A month at a glance (积分总览). */
export const overviewService = oncePerApplication((strapi: Core.Strapi) => {
  const calendar = calendarService(strapi);
  const figures = monthFigureService(strapi);
  const received = receivedRepository(strapi);
  const report = reportService(strapi);
  const seals = sealRepository(strapi);
  const shown = shownMonthService(strapi);

  /** What became of the month's pieces, and when they came; of the own units for who is held to them. */
  const piecesIn = async (
    trx: Transaction,
    month: ReportPeriod,
    own: readonly number[] | null
  ): Promise<{ funnel: StepReached[]; arrivals: Arrivals }> => {
    const pieces = { month, firstOpen: await seals.current(trx), units: own };
    const count = daysBetween(month.from, month.to) + 1;
    const days = Array.from({ length: count }, (_, index) => addDays(month.from, index));
    const end = calendar.startOf(addDays(month.to, 1));
    const byDay = await received.byDay(trx, pieces, days, end);
    const onDay = new Map(byDay.map((each) => [each.day, each.pieces]));
    const arrivals = arrivalsOf(month, (day) => onDay.get(day) ?? 0, shown.today());
    const accepted = byDay.reduce((sum, each) => sum + each.accepted, 0);
    const stages = await received.byStage(trx, pieces, end);
    return { funnel: funnelOf({ sent: arrivals.total, accepted, ...stages }), arrivals };
  };

  return {
    /**
     * All that the overview says of a month. Places, points and counts are those of its report, and those
     * of the months around it; how far pieces came is counted of what is the asker's to see.
     *
     * @param asked `YYYY-MM`; the present month unless told
     * @throws ValidationError when it is no month, or one that is to come
     */
    async of(asked: string | undefined): Promise<OverviewResponse['data']> {
      const month = shown.require(asked);
      return inTransaction(strapi, async (trx) => {
        const now = await report.standings(month, 'unit', null);
        const [before, lastYear] = [addMonths(month, -1), addMonths(month, -YEAR_MONTHS)];
        const months = yearUntil(month);
        const all = await figures.inMonths(trx, [lastYear, ...months]);
        const own = await unitsWithOpenPoints(strapi);
        const { funnel, arrivals } = await piecesIn(trx, now.meta.period, own);
        return {
          period: now.meta.period,
          figures: {
            now: figuresIn(all, month),
            before: figuresIn(all, before),
            lastYear: figuresIn(all, lastYear),
          },
          rankings: {
            institution: rankedIn(now, all.get(before) ?? [], 'institution'),
            department: rankedIn(now, all.get(before) ?? [], 'department'),
          },
          trend: months.map((each) => figuresIn(all, each)),
          parts: partsOf(now.meta.totals, now.meta.channelNames),
          ...{ funnel, arrivals },
          zeroReports: now.data.filter(({ submitted }) => submitted === 0).map(({ unit }) => unit),
          own: await namedUnitsWithOpenPoints(strapi),
        };
      });
    },
  };
});
