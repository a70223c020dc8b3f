import type { Core } from '@strapi/strapi';
import type { Month } from '../../../domain/period';
import { describePoints } from '../../../domain/points';
import { figuresOf } from '../../../domain/standings';
import type {
  PersonMonth,
  PersonOfUnit,
  PersonProfileResponse,
  PiecesResponse,
  StandingsRow,
  UnitProfileResponse,
} from '../../../shared/contracts';
import type { PageRequest } from '../../../../../common/database/pages';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { groupBy } from '../../../../../common/group-by';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { sealRepository } from '../ledger/seals';
import { totalRepository } from '../ledger/totals';
import { notFound } from '../messages';
import { officerReference, unitReference } from '../records/people';
import { unitRepository, type MemberRecord, type UnitRecord } from '../records/units';
import { monthFigureService } from './month-figures';
import { shownMonthService, yearUntil } from './shown-month';
import { requireOpenPoints } from './own-points';
import { pieceService } from './pieces';
import { partsOf } from './points-parts';
import { reportService } from './standings';

const ofMember = (member: MemberRecord, row: StandingsRow | undefined): PersonOfUnit => ({
  ...officerReference(member),
  position: member.position,
  ...{ activeFrom: member.activeFrom, activeTo: member.activeTo },
  standing: row
    ? {
        ...{ points: row.points, exact: row.exact, rank: row.rank },
        ...{ submitted: row.submitted, adopted: row.adopted },
      }
    : null,
});

/** The page of a unit and that of a person (积分档案): where they stand, how they came there, what they sent in. */
export const profileService = oncePerApplication((strapi: Core.Strapi) => {
  const figures = monthFigureService(strapi);
  const pieces = pieceService(strapi);
  const report = reportService(strapi);
  const seals = sealRepository(strapi);
  const shown = shownMonthService(strapi);
  const totals = totalRepository(strapi);
  const units = unitRepository(strapi);

  const requireUnit = async (trx: Transaction, documentId: string): Promise<UnitRecord> => {
    const unit = await units.findUnit(trx, documentId);
    if (!unit) throw notFound(strapi, 'error.unit.none', { value: documentId });
    await requireOpenPoints(strapi, unit.id);
    return unit;
  };

  const requireMember = async (trx: Transaction, documentId: string): Promise<MemberRecord> => {
    const member = await units.findMember(trx, documentId);
    if (!member) throw notFound(strapi, 'error.officer.none', { value: documentId });
    await requireOpenPoints(strapi, member.unit);
    return member;
  };

  /** What a person has in each of some months: of a sealed one what was circulated. */
  const monthsOf = async (
    trx: Transaction,
    { documentId, id }: MemberRecord,
    months: readonly Month[]
  ): Promise<PersonMonth[]> => {
    const circulated = await seals.standingsOfMonths(trx, months);
    const open = groupBy(await totals.ofOfficer(trx, months, id), ({ period }) => period);
    return months.map((month) => {
      const frozen = circulated.get(month);
      const row = frozen?.month.officers.find(({ officer }) => officer?.documentId === documentId);
      if (row) {
        const { adopted, exact, points, submitted } = row;
        return { month, points, exact, submitted, adopted };
      }
      const { adopted, points, submitted } = figuresOf(frozen ? [] : (open.get(month) ?? []));
      return { month, ...describePoints(points), submitted, adopted };
    });
  };

  return {
    /**
     * What a unit's page says of a month and the year until it, by the reports of these months.
     *
     * @throws NotFoundError, PolicyError when it is another unit than the asker's, ValidationError when it is no month
     */
    async ofUnit(documentId: string, asked: string | undefined): Promise<UnitProfileResponse> {
      const month = shown.require(asked);
      return inTransaction(strapi, async (trx) => {
        const unit = await requireUnit(trx, documentId);
        const { data, meta } = await report.standings(month, 'unit', null);
        const row = data.find((each) => each.unit.documentId === documentId);
        const officers = (await report.standings(month, 'officer', null)).data;
        const reference = unitReference(unit);
        const [standing] = await figures.standingsOf(trx, yearUntil(month), [reference]);
        const own = (await units.members(trx)).filter((member) => member.unit === unit.id);
        return {
          data: {
            unit: { ...reference, activeFrom: unit.activeFrom, activeTo: unit.activeTo },
            period: meta.period,
            months: standing?.months ?? [],
            parts: row ? partsOf(row, meta.channelNames) : [],
            people: own.map((member) =>
              ofMember(
                member,
                officers.find(({ officer }) => officer?.documentId === member.documentId)
              )
            ),
          },
        };
      });
    },

    /**
     * What a person's page says of a month and the year until it.
     *
     * @throws NotFoundError, PolicyError when the person is of another unit than the asker, ValidationError when it is no month
     */
    async ofPerson(documentId: string, asked: string | undefined): Promise<PersonProfileResponse> {
      const month = shown.require(asked);
      return inTransaction(strapi, async (trx) => {
        const member = await requireMember(trx, documentId);
        const { data, meta } = await report.standings(month, 'officer', null);
        const row = data.find(({ officer }) => officer?.documentId === documentId);
        const unit = (await units.units(trx)).find(({ id }) => id === member.unit);
        return {
          data: {
            person: ofMember(member, row),
            unit: unit ? unitReference(unit) : null,
            period: meta.period,
            of: data.length,
            months: await monthsOf(trx, member, yearUntil(month)),
            parts: row ? partsOf(row, meta.channelNames) : [],
          },
        };
      });
    },

    /** @throws NotFoundError, PolicyError when it is another unit than the asker's */
    async piecesOfUnit(documentId: string, request: PageRequest): Promise<PiecesResponse> {
      return inTransaction(strapi, async (trx) => {
        const { id } = await requireUnit(trx, documentId);
        return pieces.page(trx, { unit: id, officer: null }, request);
      });
    },

    /** @throws NotFoundError, PolicyError when the person is of another unit than the asker */
    async piecesOfPerson(documentId: string, request: PageRequest): Promise<PiecesResponse> {
      return inTransaction(strapi, async (trx) => {
        const { id, unit } = await requireMember(trx, documentId);
        return pieces.page(trx, { unit: unit ?? 0, officer: id }, request);
      });
    },
  };
});
