import type { Core } from '@strapi/strapi';
import { countOutcomes, type OutcomeCounts } from '../../../domain/commission';
import type { Period } from '../../../domain/period';
import type {
  AdoptAnswerBody,
  CommissionOutcomesResponse,
  CommissionResponse,
  CommissionsQuery,
  CommissionsResponse,
  ExtendCommissionBody,
  ReasonBody,
  UnitOfCommissionBody,
} from '../../../shared/contracts';
import { paginationOf, type PageRequest } from '../../../../../common/database/pages';
import { groupBy } from '../../../../../common/group-by';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { unitScope } from '../isolation/requester';
import { notFound, refuse } from '../messages';
import { actionId } from '../permissions/actions';
import { unitReference } from '../records/people';
import { unitRepository } from '../records/units';
import { reportService } from '../standings/standings';
import { type AskedUnit, askedUnitService } from './asked-units';
import { commissionViews } from './commission-views';
import { type CommissionFilter, commissionRepository } from './commissions-repository';
import { commissionDecisions } from './decisions';

type Filter = Omit<CommissionsQuery, 'page' | 'pageSize'>;

const NOTHING: OutcomeCounts = { asked: 0, onTime: 0, late: 0, missed: 0, waiting: 0, dropped: 0 };

const sumOf = (all: readonly OutcomeCounts[]): OutcomeCounts =>
  all.reduce(
    (sum, each) => ({
      asked: sum.asked + each.asked,
      onTime: sum.onTime + each.onTime,
      late: sum.late + each.late,
      missed: sum.missed + each.missed,
      waiting: sum.waiting + each.waiting,
      dropped: sum.dropped + each.dropped,
    }),
    NOTHING
  );

/** Commissions (约稿, §三（四）): lists, what came of them, and what the office decides about them. */
export const commissionService = oncePerApplication((strapi: Core.Strapi) => {
  const askedUnits = askedUnitService(strapi);
  const calendar = calendarService(strapi);
  const commissions = commissionRepository(strapi);
  const decisions = commissionDecisions(strapi);
  const units = unitRepository(strapi);
  const views = commissionViews(strapi);

  /** The units to which the request is held; `null` for who sees all. */
  const heldTo = async (): Promise<readonly number[] | null> =>
    (await unitScope(strapi, actionId('commission.read')))?.units ?? null;

  const requireUnit = async (trx: Transaction, documentId: string): Promise<number> => {
    const unit = await units.findUnit(trx, documentId);
    if (unit) return unit.id;
    throw refuse(strapi, 'unit', 'error.unit.unknown', { value: documentId, field: 'unit' });
  };

  const toFilter = async (
    trx: Transaction,
    { closed, kind, period, unit }: Filter,
    own: readonly number[] | null
  ): Promise<CommissionFilter> => {
    const named = unit === undefined ? null : [await requireUnit(trx, unit)];
    const shown = named && own ? named.filter((each) => own.includes(each)) : (named ?? own);
    return {
      ...(shown && { units: shown }),
      ...(kind !== undefined && { kind }),
      ...(closed !== undefined && { closed: closed === 'true' }),
      ...(period !== undefined && { due: reportService(strapi).requirePeriod(period) }),
    };
  };

  const respond = (documentId: string): Promise<CommissionResponse> =>
    inTransaction(strapi, async (trx) => {
      const own = await heldTo();
      const commission = await commissions.find(trx, documentId);
      if (!commission) throw notFound(strapi, 'error.commission.unknown', { value: documentId });
      const [data] = await views.describe(trx, [commission], own);
      if (!data) throw new RangeError(`The commission ${documentId} was read and not described.`);
      const shown = own && data.units.map(({ unit }) => unit.documentId);
      return { data: { ...data, lines: await views.lines(trx, commission, shown) } };
    });

  const dueIn = async (trx: Transaction, { from, to }: Period): Promise<AskedUnit[]> => {
    const found = await commissions.dueIn(trx, { from, to });
    const asked = await askedUnits.of(trx, found, await heldTo());
    return asked.filter(({ dueOn }) => from <= dueOn && dueOn <= to);
  };

  return {
    /**
     * A page of commissions; for who is held to units, what is asked of these, and these alone.
     *
     * @throws ValidationError when the period or unit does not exist
     */
    page: (filter: Filter, request: PageRequest): Promise<CommissionsResponse> =>
      inTransaction(strapi, async (trx) => {
        const own = await heldTo();
        const wanted = await toFilter(trx, filter, own);
        const found = await commissions.page(trx, wanted, request);
        return {
          data: await views.describe(trx, found.commissions, own),
          meta: { pagination: paginationOf(request, found.total) },
        };
      }),

    /**
     * One commission with what was decided about it.
     *
     * @throws NotFoundError
     */
    read: respond,

    /**
     * What units made of the commissions due in a period, as of today: by the day that holds for each
     * unit, as bulletins and reviews count. Units that were asked for nothing are not among them.
     *
     * @throws ValidationError when there is no such period
     */
    outcomes: (code: string): Promise<CommissionOutcomesResponse> =>
      inTransaction(strapi, async (trx) => {
        const period = reportService(strapi).requirePeriod(code);
        const today = calendar.dayOf(clock.now());
        const byUnit = groupBy(await dueIn(trx, period), ({ record }) => record.code);
        const data = [...byUnit.entries()]
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .flatMap(([, asked]) => {
            const [first] = asked;
            return first
              ? { unit: unitReference(first.record), ...countOutcomes(asked, today) }
              : [];
          });
        return { data, meta: { period, totals: sumOf(data) } };
      }),

    async extend(documentId: string, body: ExtendCommissionBody): Promise<CommissionResponse> {
      await decisions.extend(documentId, body);
      return respond(documentId);
    },

    async close(documentId: string, body: ReasonBody): Promise<CommissionResponse> {
      await decisions.close(documentId, body);
      return respond(documentId);
    },

    async reopen(documentId: string, body: ReasonBody): Promise<CommissionResponse> {
      await decisions.reopen(documentId, body);
      return respond(documentId);
    },

    async letOff(documentId: string, body: UnitOfCommissionBody): Promise<CommissionResponse> {
      await decisions.letOff(documentId, body);
      return respond(documentId);
    },

    async askAgain(documentId: string, body: UnitOfCommissionBody): Promise<CommissionResponse> {
      await decisions.askAgain(documentId, body);
      return respond(documentId);
    },

    async adopt(
      documentId: string,
      submission: string,
      body: AdoptAnswerBody
    ): Promise<CommissionResponse> {
      await decisions.adopt(documentId, submission, body);
      return respond(documentId);
    },
  };
});
