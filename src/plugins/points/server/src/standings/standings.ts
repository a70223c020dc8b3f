import type { Core } from '@strapi/strapi';
import type Fraction from 'fraction.js';
import { isActiveIn, type Dated } from '../../../domain/active';
import {
  haveCommonDay,
  isMonth,
  monthsUntil,
  parsePeriod,
  type Month,
  type Period,
} from '../../../domain/period';
import { isPeriodSealed } from '../../../domain/seal';
import {
  standings,
  withOutcomes,
  type PeriodOutcome,
  type Standing,
} from '../../../domain/standings';
import type { Total } from '../../../domain/totals';
import type { UnitKind } from '../../../domain/vocabulary';
import type { RankedBy, ReportResponse, StandingsRow } from '../../../shared/contracts';
import { groupBy } from '../../../../../common/group-by';
import type { UnitRecord } from '../records/units';
import { loadPeople, type People } from '../records/people';
import { ruleSetRepository, type RuleSetRecord } from '../records/rule-sets';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { sealRepository } from '../ledger/seals';
import { postingRepository } from '../ledger/postings';
import { totalRepository } from '../ledger/totals';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { refuse } from '../messages';
import { periodOutcomeService } from './period-outcomes';
import { addUp, rankAgain, toRow, type Ranked } from './report-rows';

/** Who may be ranked. */
interface Subject extends Ranked {
  id: number;
  dated: Dated;
}

const toSubject = (unit: UnitRecord): Subject => ({ id: unit.id, unit, dated: unit });

/**
 * The one ranking of a period, wherever places are shown: who was active in it or has something
 * counted in it.
 *
 * @param outcomeOf what the rules of the period make of a unit's points; `null` where they make nothing
 */
const rankIn = (
  period: Period,
  by: RankedBy,
  subjects: readonly Subject[],
  groups: ReadonlyMap<number, Total[]>,
  outcomeOf: ((unit: UnitRecord) => PeriodOutcome) | null
): Array<Standing<Subject> & Partial<PeriodOutcome>> => {
  const ranked = standings(
    subjects.filter(({ id, dated }) => groups.has(id) || isActiveIn(dated, period)),
    ({ id }) => groups.get(id) ?? [],
    by
  );
  return outcomeOf ? withOutcomes(ranked, ({ unit }) => outcomeOf(unit)) : ranked;
};

/** What channels are called where rule sets of the period name them themselves, in their order. */
const channelNamesIn = (
  ruleSets: readonly RuleSetRecord[],
  { from, to }: Period
): Pick<ReportResponse['meta'], 'channelNames'> => {
  const channelNames: ReportResponse['meta']['channelNames'] = {};
  for (const ruleSet of ruleSets) {
    if (!haveCommonDay({ from: ruleSet.effectiveFrom, to: ruleSet.effectiveTo }, { from, to })) {
      continue;
    }
    for (const { channel, more } of ruleSet.rules.values()) {
      if (more?.name) channelNames[channel] = more.name;
    }
  }
  return Object.keys(channelNames).length > 0 ? { channelNames } : {};
};

/** The points report (积分排名, §八.1): standings of a period from the ledger's running totals. */
export const reportService = oncePerApplication((strapi: Core.Strapi) => {
  const seals = sealRepository(strapi);
  const postings = postingRepository(strapi);
  const totals = totalRepository(strapi);
  const outcomes = periodOutcomeService(strapi);
  const ruleSets = ruleSetRepository(strapi);

  /** @throws ValidationError when there is no such period */
  const requirePeriod = (code: string): Period => {
    const period = parsePeriod(code);
    if (period) return period;
    throw refuse(strapi, 'period', 'error.period', { value: code });
  };

  /** Everyone who may be ranked, in the order for ties. */
  const subjectsOf = (
    { units: all, members }: People,
    by: RankedBy,
    groups: ReadonlyMap<number, Total[]>
  ): Subject[] => {
    if (by === 'unit') return [...all.values()].map(toSubject);
    return [...members.values()].flatMap((officer) => {
      const unit = all.get(officer.unit ?? 0);
      // A leader signs and does not write; what one was named in all the same stays seen.
      const isRanked = officer.position !== 'leader' || groups.has(officer.id);
      return unit && isRanked ? [{ unit, officer, id: officer.id, dated: officer }] : [];
    });
  };

  const bySubject = (by: RankedBy, found: readonly Total[]): Map<number, Total[]> =>
    groupBy(found, (total) => total[by]);

  const totalsIn = (trx: Transaction, by: RankedBy, periods: readonly string[]) =>
    by === 'unit' ? totals.ofUnits(trx, periods) : totals.ofOfficers(trx, periods);

  const ranking = async (
    trx: Transaction,
    period: Period,
    by: RankedBy,
    found: readonly Total[]
  ): Promise<Array<Standing<Subject> & Partial<PeriodOutcome>>> => {
    const groups = bySubject(by, found);
    const subjects = subjectsOf(await loadPeople(strapi, trx), by, groups);
    const outcomeOf = by === 'unit' ? await outcomes.of(trx, period) : null;
    return rankIn(period, by, subjects, groups, outcomeOf);
  };

  /** A month's ranking as its bulletin froze it; `null` for another period, or while the month is open. */
  const frozen = async (
    trx: Transaction,
    { code }: Period,
    by: RankedBy
  ): Promise<StandingsRow[] | null> => {
    const standings = await seals.standingsOf(trx, code);
    if (!standings) return null;
    return by === 'unit' ? standings.month.units : standings.month.officers;
  };

  const computed = async (
    trx: Transaction,
    period: Period,
    by: RankedBy
  ): Promise<StandingsRow[]> =>
    (await ranking(trx, period, by, await totalsIn(trx, by, [period.code]))).map(toRow);

  return {
    requirePeriod,

    /**
     * The standings of a period: everyone who was active in it or earned in it, also without a
     * point. What is asked for is ranked together. A sealed month's are those that were circulated;
     * where nobody can read these any more, they are computed anew and told so.
     *
     * @param kind `null` ranks institutions and departments in one list
     * @throws ValidationError when there is no such period
     */
    async standings(code: string, by: RankedBy, kind: UnitKind | null): Promise<ReportResponse> {
      const period = requirePeriod(code);
      return inTransaction(strapi, async (trx) => {
        const circulated = await frozen(trx, period, by);
        const all = circulated ?? (await computed(trx, period, by));
        const sealed = isPeriodSealed(period, await seals.current(trx));
        const isRecomputed = sealed && isMonth(code) && circulated === null;
        const rows = kind === null ? all : rankAgain(all.filter(({ unit }) => unit.kind === kind));
        return {
          data: rows,
          meta: {
            period: { ...period, sealed, ...(isRecomputed ? { recomputed: true } : {}) },
            by,
            kind,
            ...channelNamesIn(await ruleSets.all(trx), period),
            totals: addUp(rows),
          },
        };
      });
    },

    /** A month's ranking of both kinds of units together, as it stands now. */
    async inMonth(trx: Transaction, month: Month, by: RankedBy): Promise<StandingsRow[]> {
      const found = await totalsIn(trx, by, [month]);
      return (await ranking(trx, requirePeriod(month), by, found)).map(toRow);
    },

    /**
     * What each unit has in some months together by its postings alone, without what the rules of a period
     * make of them: all that were in use in them or earned in them.
     */
    async pointsIn(
      trx: Transaction,
      months: readonly Month[]
    ): Promise<Array<{ unit: UnitRecord; points: Fraction }>> {
      const [first, last] = [months[0], months.at(-1)].map((month) => requirePeriod(month ?? ''));
      if (!first || !last) return [];
      const groups = bySubject('unit', await totalsIn(trx, 'unit', months));
      const subjects = subjectsOf(await loadPeople(strapi, trx), 'unit', groups);
      const span = { code: last.code, from: first.from, to: last.to };
      return rankIn(span, 'unit', subjects, groups, null).map(({ subject, points }) => ({
        unit: subject.unit,
        points,
      }));
    },

    /**
     * The ranking of a month's year until its end: what its months until then come to, whatever later
     * months hold already. A submission that earned in several of them was adopted once.
     */
    async untilMonth(trx: Transaction, month: Month, by: RankedBy): Promise<StandingsRow[]> {
      const months = monthsUntil(month);
      const span = { from: `${months[0] ?? month}-01`, to: requirePeriod(month).to };
      const adopted = await postings.adoptedIn(trx, { from: months[0] ?? month, to: month }, by);
      const found = [
        ...(await totalsIn(trx, by, months)).filter(({ measure }) => measure !== 'adopted'),
        ...adopted,
      ];
      return (await ranking(trx, { code: month, ...span }, by, found)).map(toRow);
    },
  };
});
