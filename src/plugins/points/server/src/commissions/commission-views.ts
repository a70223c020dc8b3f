import type { Core } from '@strapi/strapi';
import { unitStateOf } from '../../../domain/commission';
import type { Day } from '../../../domain/period';
import type {
  CommissionAnswer,
  CommissionLine,
  CommissionUnit,
  CommissionView,
} from '../../../shared/contracts';
import { groupBy } from '../../../../../common/group-by';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import type { Transaction } from '../../../../../common/database/transaction';
import { UID } from '../constants';
import { adoptionRepository } from '../records/adoptions';
import { type FileRecord, fileRepository } from '../records/files';
import { unitReference } from '../records/people';
import { type AskedUnit, askedUnitService } from './asked-units';
import { commissionLineRepository, type LineRecord } from './commission-lines-repository';
import type { CommissionRecord } from './commissions-repository';

/** By the id of a submission, the day on which it was adopted for what it answers. */
type Adopted = ReadonlyMap<number, Day>;

const toUnit = (asked: AskedUnit, adopted: Adopted, today: Day): CommissionUnit => {
  const answers = asked.answers.map(
    ({ documentId, sentOn, state, title, whole }): CommissionAnswer => ({
      ...{ documentId, sentOn, state, title },
      adoptedOn: adopted.get(whole) ?? null,
    })
  );
  const isAdopted = answers.some(({ adoptedOn }) => adoptedOn !== null);
  return {
    unit: unitReference(asked.record),
    dueOn: asked.dueOn,
    state: unitStateOf(asked, isAdopted, today),
    answers,
  };
};

const toLine = ({ units, at, ...line }: LineRecord): CommissionLine => ({
  at: at.toISOString(),
  action: line.action,
  units: units?.map(({ name }) => name) ?? null,
  dueOn: line.dueOn,
  dueBefore: line.dueBefore,
  reason: line.reason,
  person: line.person,
});

/** Commissions as people read them. */
export const commissionViews = oncePerApplication((strapi: Core.Strapi) => {
  const adoptions = adoptionRepository(strapi);
  const askedUnits = askedUnitService(strapi);
  const calendar = calendarService(strapi);
  const files = fileRepository(strapi);
  const lines = commissionLineRepository(strapi);

  const adoptedOf = async (trx: Transaction, asked: readonly AskedUnit[]): Promise<Adopted> => {
    const wholes = asked.flatMap(({ answers }) => answers.map(({ whole }) => whole));
    const given = await adoptions.forCommissions(trx, [...new Set(wholes)]);
    return new Map(
      given
        .filter(({ withdrawnAt }) => withdrawnAt === null)
        .map(({ adoptedOn, submission }) => [submission, adoptedOn])
    );
  };

  return {
    /**
     * Commissions with what came of them.
     *
     * @param own ids of the units that are shown; `null` for all
     */
    async describe(
      trx: Transaction,
      found: readonly CommissionRecord[],
      own: readonly number[] | null
    ): Promise<CommissionView[]> {
      const asked = await askedUnits.of(trx, found, own);
      const byCommission = groupBy(asked, ({ commission }) => commission.id);
      const adopted = await adoptedOf(trx, asked);
      const attached: ReadonlyMap<number, FileRecord[]> = await files.attachedToEach(
        trx,
        UID.commission,
        found.map(({ id }) => id)
      );
      const today = calendar.dayOf(clock.now());
      return found.map(({ closed, createdAt, documentId, dueOn, id, kind, text, title }) => ({
        ...{ closed, documentId, dueOn, kind, text, title },
        askedAt: createdAt.toISOString(),
        attachments: (attached.get(id) ?? []).map(({ id: file, name, url }) => ({
          ...{ id: file, name, url },
        })),
        units: (byCommission.get(id) ?? []).map((each) => toUnit(each, adopted, today)),
      }));
    },

    /**
     * What was decided about a commission, the oldest first.
     *
     * @param own documentIds of the units without which a line is not shown; `null` for all
     */
    async lines(
      trx: Transaction,
      { documentId }: CommissionRecord,
      own: readonly string[] | null
    ): Promise<CommissionLine[]> {
      const all = (await lines.of(trx, [documentId])).get(documentId) ?? [];
      if (own === null) return all.map(toLine);
      const isOwn = (unit: { documentId: string }): boolean => own.includes(unit.documentId);
      return all
        .filter(({ units }) => units === null || units.some(isOwn))
        .map((line) => toLine({ ...line, units: line.units?.filter(isOwn) ?? null }));
    },
  };
});
