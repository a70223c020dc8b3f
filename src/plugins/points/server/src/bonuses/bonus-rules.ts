import type { Core } from '@strapi/strapi';
import { isActiveOn } from '../../../domain/active';
import { MAX_BONUS, parseBonus } from '../../../domain/bonus';
import type { Day } from '../../../domain/period';
import type { RecordBonusBody } from '../../../shared/contracts';
import type { Transaction } from '../../../../../common/database/transaction';
import { labelOf, requireValue } from '../../../../../common/messages/validation';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { UID } from '../constants';
import { requireVisibleReferences } from '../isolation/references';
import { unitScope } from '../isolation/requester';
import { forbidden, refuse } from '../messages';
import { actionId, type Action } from '../permissions/actions';
import { type BonusRecord, bonusRepository, type NewBonus } from '../records/bonuses';
import { fileRepository } from '../records/files';
import { personOf } from '../records/requester';
import { type MemberRecord, type UnitRecord, unitRepository } from '../records/units';

/** What a bonus must be to be recorded, and who may name which unit. */
export const bonusRules = oncePerApplication((strapi: Core.Strapi) => {
  const bonuses = bonusRepository(strapi);
  const calendar = calendarService(strapi);
  const files = fileRepository(strapi);
  const units = unitRepository(strapi);

  /**
   * The unit, where the request is not held to others for the action.
   *
   * @throws ValidationError when there is none, PolicyError when it is not the asker's
   */
  const requireUnit = async (
    trx: Transaction,
    documentId: string,
    action: Action
  ): Promise<UnitRecord> => {
    const unit = await units.findUnit(trx, documentId);
    if (!unit) {
      throw refuse(strapi, 'unit', 'error.unit.unknown', { value: documentId, field: 'unit' });
    }
    const own = await unitScope(strapi, actionId(action));
    if (own === null || own.units.includes(unit.id)) return unit;
    throw forbidden(strapi, 'error.ownUnit.bonus');
  };

  const requireAmount = (points: RecordBonusBody['points']): number => {
    requireValue(strapi, 'points', points);
    const amount = parseBonus(points);
    if (amount !== null) return amount;
    const values = { value: String(points), maximum: MAX_BONUS / 100 };
    throw refuse(strapi, 'points', 'error.bonus.points', values);
  };

  /** A day that has come, in its plain form. */
  const requireDay = (value: string): Day => {
    const day = calendar.parseDay(value);
    if (day === null) {
      const label = labelOf(strapi, 'day');
      throw refuse(strapi, 'day', 'error.date', { field: 'day', label, value });
    }
    const today = calendar.dayOf(clock.now());
    if (day <= today) return day;
    throw refuse(strapi, 'day', 'error.bonus.future', { day, today });
  };

  /** Who is given a bonus was of the unit on its day. */
  const requireMember = async (
    trx: Transaction,
    documentId: string,
    unit: UnitRecord,
    day: Day
  ): Promise<MemberRecord> => {
    const member = await units.findMember(trx, documentId);
    if (!member) {
      const values = { value: documentId, field: 'officer' };
      throw refuse(strapi, 'officer', 'error.officer.unknown', values);
    }
    const { name } = member;
    if (member.unit !== unit.id) {
      throw refuse(strapi, 'officer', 'error.bonus.foreign', { name, unit: unit.name });
    }
    if (isActiveOn(member, day)) return member;
    throw refuse(strapi, 'officer', 'error.bonus.officer', { name, day });
  };

  const requireFiles = async (trx: Transaction, ids: readonly number[]): Promise<void> => {
    await requireVisibleReferences(strapi, UID.bonus, { evidence: ids });
    const unknown = await files.unknown(trx, ids);
    if (unknown.length === 0) return;
    throw refuse(strapi, 'evidence', 'error.evidence', { value: unknown.join(', ') });
  };

  return {
    requireUnit,
    requireFiles,

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
      const unit = await requireUnit(trx, body.unit, 'bonus.record');
      const amount = requireAmount(body.points);
      const day = requireDay(body.day);
      if (!isActiveOn(unit, day)) {
        throw refuse(strapi, 'unit', 'error.bonus.unit', { name: unit.name, day });
      }
      const officer = body.officer ? await requireMember(trx, body.officer, unit, day) : null;
      await requireFiles(trx, body.evidence ?? []);
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
