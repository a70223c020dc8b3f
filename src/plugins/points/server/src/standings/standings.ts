import type { Core } from '@strapi/strapi';
import { isActiveIn, type Dated } from '../../../domain/active';
import { describePoints, sumOf } from '../../../domain/points';
import { parsePeriod, type Month, type Period } from '../../../domain/period';
import { isPeriodSealed } from '../../../domain/seal';
import { standings, type ChannelStanding, type Standing } from '../../../domain/standings';
import type { Total } from '../../../domain/totals';
import { CHANNELS, type Channel, type UnitKind } from '../../../domain/vocabulary';
import type {
  ChannelCell,
  DeskMonth,
  DeskStanding,
  ReportResponse,
  StandingsRow,
  UnitReference,
} from '../../../shared/contracts';
import { groupBy } from '../../../../../common/group-by';
import { unitRepository, type MemberRecord, type UnitRecord } from '../records/units';
import { loadPeople, officerReference, unitReference } from '../records/people';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { sealRepository } from '../ledger/seals';
import { totalRepository } from '../ledger/totals';
import { inTransaction } from '../../../../../common/database/transaction';
import { refuse } from '../messages';

/** Who may be ranked. */
interface Subject {
  id: number;
  unit: UnitRecord;
  officer?: MemberRecord;
  dated: Dated;
}

const toSubject = (unit: UnitRecord): Subject => ({ id: unit.id, unit, dated: unit });

/**
 * The one ranking of a period, wherever places are shown: who was active in it or has something
 * counted in it, and is of the kind.
 */
const rankIn = (
  period: Period,
  kind: UnitKind | null,
  by: 'unit' | 'officer',
  subjects: readonly Subject[],
  groups: ReadonlyMap<number, Total[]>
): Array<Standing<Subject>> =>
  standings(
    subjects.filter(
      ({ unit, id, dated }) =>
        (kind === null || unit.kind === kind) && (groups.has(id) || isActiveIn(dated, period))
    ),
    ({ id }) => groups.get(id) ?? [],
    by
  );

/** A unit's line of a ranking of units, or that it was not ranked. */
const toMonth = (
  month: Month,
  ranking: ReadonlyArray<Standing<Subject>>,
  documentId: string
): DeskMonth => {
  const own = ranking.find(({ subject }) => subject.unit.documentId === documentId);
  return {
    month,
    rank: own?.rank ?? null,
    of: ranking.length,
    ...describePoints(own?.points ?? sumOf([])),
    submitted: own?.submitted ?? 0,
    adopted: own?.adopted ?? 0,
    bonus: describePoints(own?.bonus ?? sumOf([])),
  };
};

const toCells = (
  byChannel: Partial<Record<Channel, ChannelStanding>>
): Partial<Record<Channel, ChannelCell>> => {
  const cells: Partial<Record<Channel, ChannelCell>> = {};
  for (const channel of CHANNELS) {
    const standing = byChannel[channel];
    if (standing) {
      cells[channel] = { count: standing.count, ...describePoints(standing.points) };
    }
  }
  return cells;
};

const toRow = (standing: Standing<Subject>): StandingsRow => ({
  rank: standing.rank,
  unit: unitReference(standing.subject.unit),
  ...(standing.subject.officer && { officer: officerReference(standing.subject.officer) }),
  ...describePoints(standing.points),
  byChannel: toCells(standing.byChannel),
  bonus: describePoints(standing.bonus),
  submitted: standing.submitted,
  adopted: standing.adopted,
});

/** What the ranked subjects earned together. Items joint between them are counted once for each. */
const addUp = (rows: ReadonlyArray<Standing<Subject>>): ReportResponse['meta']['totals'] => {
  const sum = (all: ReadonlyArray<Standing<Subject>['points']>) =>
    all.reduce((total, each) => total.add(each), sumOf([]));
  const byChannel: Partial<Record<Channel, ChannelStanding>> = {};
  for (const channel of CHANNELS) {
    const cells = rows.flatMap((row) => row.byChannel[channel] ?? []);
    if (cells.length === 0) continue;
    byChannel[channel] = {
      count: cells.reduce((count, cell) => count + cell.count, 0),
      points: sum(cells.map((cell) => cell.points)),
    };
  }
  return {
    ...describePoints(sum(rows.map((row) => row.points))),
    byChannel: toCells(byChannel),
    bonus: describePoints(sum(rows.map((row) => row.bonus))),
  };
};

/** The points report (积分排名, §八.1): standings of a period from the ledger's running totals. */
export const reportService = oncePerApplication((strapi: Core.Strapi) => {
  const seals = sealRepository(strapi);
  const totals = totalRepository(strapi);
  const units = unitRepository(strapi);

  /** @throws ValidationError when there is no such period */
  const requirePeriod = (code: string): Period => {
    const period = parsePeriod(code);
    if (period) return period;
    throw refuse(strapi, 'period', 'error.period', { value: code });
  };

  return {
    requirePeriod,

    /**
     * The standings of a period: everyone who was active in it or earned in it, also without a
     * point. What is asked for is ranked together.
     *
     * @param kind `null` ranks institutions and departments in one list
     * @throws ValidationError when there is no such period
     */
    async standings(
      code: string,
      by: 'unit' | 'officer',
      kind: UnitKind | null
    ): Promise<ReportResponse> {
      const period = requirePeriod(code);
      return inTransaction(strapi, async (trx) => {
        const people = await loadPeople(strapi, trx);
        const groups =
          by === 'unit'
            ? groupBy(await totals.ofUnits(trx, [period.code]), ({ unit }) => unit)
            : groupBy(await totals.ofOfficers(trx, period.code), ({ officer }) => officer);
        const subjects: Subject[] =
          by === 'unit'
            ? [...people.units.values()].map(toSubject)
            : [...people.members.values()].flatMap((officer) => {
                const unit = people.units.get(officer.unit ?? 0);
                // A leader signs and does not write; what one was named in all the same stays seen.
                const isRanked = officer.position !== 'leader' || groups.has(officer.id);
                return unit && isRanked ? [{ unit, officer, id: officer.id, dated: officer }] : [];
              });
        const rows = rankIn(period, kind, by, subjects, groups);
        return {
          data: rows.map(toRow),
          meta: {
            period: { ...period, sealed: isPeriodSealed(period, await seals.current(trx)) },
            by,
            kind,
            totals: addUp(rows),
          },
        };
      });
    },

    /**
     * Where units stood in each of some months, among the units of their own kind: the places that
     * `standings` gives for each of the months, from one reading of the running totals.
     *
     * @param months `YYYY-MM`, in the order in which they are wanted
     * @throws ValidationError when there is no such month
     */
    async months(months: readonly Month[], of: readonly UnitReference[]): Promise<DeskStanding[]> {
      const found = of.map((unit): DeskStanding => ({ unit, months: [] }));
      if (found.length === 0) return found;
      const periods = months.map(requirePeriod);
      return inTransaction(strapi, async (trx) => {
        const subjects = (await units.units(trx)).map(toSubject);
        const byMonth = groupBy(await totals.ofUnits(trx, months), ({ period }) => period);
        for (const period of periods) {
          const groups = groupBy(byMonth.get(period.code) ?? [], ({ unit }) => unit);
          for (const kind of new Set(of.map((unit) => unit.kind))) {
            const ranking = rankIn(period, kind, 'unit', subjects, groups);
            for (const { unit, months: line } of found) {
              if (unit.kind === kind) line.push(toMonth(period.code, ranking, unit.documentId));
            }
          }
        }
        return found;
      });
    },
  };
});
