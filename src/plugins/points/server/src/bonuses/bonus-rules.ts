import type { Core } from '@strapi/strapi';
import { MAX_BONUS, parseBonus } from '../../../domain/bonus';
import type { RecordBonusBody } from '../../../shared/contracts';
import type { Transaction } from '../../../../../common/database/transaction';
import { requireValue } from '../../../../../common/messages/validation';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { refuse } from '../messages';
import { type BonusRecord, bonusRepository, type NewBonus } from '../records/bonuses';
import { personOf } from '../records/requester';
import { byHandRules } from './by-hand-rules';

/** What a bonus must be to be recorded, and who may name which unit. */
export const bonusRules = oncePerApplication((strapi: Core.Strapi) => {
  const bonuses = bonusRepository(strapi);
  const byHand = byHandRules(strapi, 'bonus');

  const requireAmount = (points: RecordBonusBody['points']): number => {
    requireValue(strapi, 'points', points);
    const amount = parseBonus(points);
    if (amount !== null) return amount;
    const values = { value: String(points), maximum: MAX_BONUS / 100 };
    throw refuse(strapi, 'points', 'error.bonus.points', values);
  };

  return {
    filterOf: byHand.filterOf,
    requireFiles: byHand.requireFiles,

    /** @throws ValidationError when the bonus is withdrawn */
    requireInForce({ withdrawnAt }: BonusRecord): void {
      if (withdrawnAt !== null) throw refuse(strapi, 'bonus', 'error.bonus.withdrawn');
    },

    /**
     * The bonus that a body describes.
     *
     * @throws ValidationError that names the first field that is wrong
     */
    async requireWhole(trx: Transaction, body: RecordBonusBody): Promise<NewBonus> {
      const amount = requireAmount(body.points);
      const { unit, officer, day } = await byHand.requireWhom(trx, body, 'bonus.record');
      const bonus: NewBonus = {
        unit: unit.id,
        officer: officer?.id ?? null,
        amount,
        reason: body.reason,
        decidedBy: body.decidedBy,
        day,
        recordedBy: personOf(strapi)?.name ?? null,
      };
      if (await bonuses.hasTwin(trx, bonus)) {
        throw refuse(strapi, 'day', 'error.bonus.twin', { day });
      }
      return bonus;
    },
  };
});
