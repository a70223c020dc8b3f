import type { Core } from '@strapi/strapi';
import { termsOf, type AskedOfUnit, type SentAnswer } from '../../../domain/commission';
import { calendarService } from '../../../../../common/time/calendar';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { type UnitRecord, unitRepository } from '../records/units';
import {
  type AnswerRecord,
  type CommissionRecord,
  commissionRepository,
} from './commissions-repository';
import { commissionLineRepository, type LineRecord } from './commission-lines-repository';

/** A unit's answer to a commission. */
export interface UnitAnswer
  extends SentAnswer, Pick<AnswerRecord, 'id' | 'documentId' | 'title' | 'whole'> {}

/** What a commission asks of one unit, and what came of it. */
export interface AskedUnit extends AskedOfUnit<UnitAnswer> {
  commission: CommissionRecord;
  record: UnitRecord;
}

/** A line as the rules read it. */
const lineOf = ({ action, dueOn, units }: LineRecord) => ({
  action,
  dueOn,
  units: units?.map(({ documentId }) => documentId) ?? null,
});

/** Commissions unit by unit, with the day that holds for each: what all that counts them starts from. */
export const askedUnitService = oncePerApplication((strapi: Core.Strapi) => {
  const calendar = calendarService(strapi);
  const commissions = commissionRepository(strapi);
  const lines = commissionLineRepository(strapi);
  const units = unitRepository(strapi);

  const toAnswer = ({ documentId, id, receivedAt, state, title, whole }: AnswerRecord) => ({
    ...{ documentId, id, state, title, whole },
    sentOn: receivedAt && calendar.dayOf(receivedAt),
  });

  return {
    /**
     * Some commissions at the units that they ask.
     *
     * @param own ids of the units that are looked at; `null` for all
     */
    async of(
      trx: Transaction,
      found: readonly CommissionRecord[],
      own: readonly number[] | null = null
    ): Promise<AskedUnit[]> {
      if (found.length === 0) return [];
      const answers = await commissions.answers(
        trx,
        found.map(({ id }) => id)
      );
      const decided = await lines.of(
        trx,
        found.map(({ documentId }) => documentId)
      );
      const records = new Map((await units.units(trx)).map((unit) => [unit.id, unit]));
      return found.flatMap((commission) =>
        [...commission.units]
          .filter((unit) => own?.includes(unit) ?? true)
          .sort((one, other) => one - other)
          .flatMap((unit) => {
            const record = records.get(unit);
            if (!record) return [];
            const { closed, documentId, dueOn, id, kind, title } = commission;
            const own = (decided.get(documentId) ?? []).map(lineOf);
            return {
              ...termsOf(dueOn, record.documentId, own),
              ...{ closed, commission, kind, record, title, unit: record.name },
              answers: answers
                .filter((answer) => answer.commission === id && answer.units.includes(unit))
                .map(toAnswer),
            };
          })
      );
    },
  };
});
