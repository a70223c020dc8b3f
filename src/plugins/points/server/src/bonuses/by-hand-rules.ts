import type { Core } from '@strapi/strapi';
import { isActiveOn } from '../../../domain/active';
import type { Day } from '../../../domain/period';
import type { Transaction } from '../../../../../common/database/transaction';
import { labelOf } from '../../../../../common/messages/validation';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { UID } from '../constants';
import { requireVisibleReferences } from '../isolation/references';
import { unitScope } from '../isolation/requester';
import { forbidden, refuse } from '../messages';
import { actionId, type Action } from '../permissions/actions';
import type { ByHandFilter } from '../records/by-hand';
import { fileRepository } from '../records/files';
import { type MemberRecord, type UnitRecord, unitRepository } from '../records/units';
import { reportService } from '../standings/standings';

/** What the office gives or takes by hand. */
type ByHand = 'bonus' | 'deduction';

export interface ByHandQuery {
  period?: string;
  unit?: string;
}

/** Whom it is given to or held against, when, and what shows it, as a body says it. */
interface Whom {
  unit: string;
  officer?: string | null;
  day: string;
  evidence?: readonly number[];
}

/** Whom it is given to or held against, and when. */
interface Found {
  unit: UnitRecord;
  officer: MemberRecord | null;
  day: Day;
}

/** What bonuses and deductions have in common: who may name which unit, person, day and file. */
export const byHandRules = (strapi: Core.Strapi, what: ByHand) => {
  const calendar = calendarService(strapi);
  const files = fileRepository(strapi);
  const units = unitRepository(strapi);

  /** The unit, where the request is not held to others for the action. */
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
    throw forbidden(strapi, `error.ownUnit.${what}`);
  };

  const requireDay = (value: string): Day => {
    const day = calendar.parseDay(value);
    if (day !== null) return day;
    const label = labelOf(strapi, 'day');
    throw refuse(strapi, 'day', 'error.date', { field: 'day', label, value });
  };

  /** Whom it is about was of the unit on its day. */
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
      throw refuse(strapi, 'officer', `error.${what}.foreign`, { name, unit: unit.name });
    }
    if (isActiveOn(member, day)) return member;
    throw refuse(strapi, 'officer', `error.${what}.officer`, { name, day });
  };

  const requireFiles = async (trx: Transaction, ids: readonly number[]): Promise<void> => {
    await requireVisibleReferences(strapi, UID[what], { evidence: ids });
    const unknown = await files.unknown(trx, ids);
    if (unknown.length === 0) return;
    throw refuse(strapi, 'evidence', 'error.evidence', { value: unknown.join(', ') });
  };

  const filterOf = async (
    trx: Transaction,
    { period, unit }: ByHandQuery
  ): Promise<ByHandFilter> => {
    const action: Action = `${what}.read`;
    const filter: ByHandFilter = { units: (await unitScope(strapi, actionId(action)))?.units };
    if (period !== undefined) filter.days = reportService(strapi).requirePeriod(period);
    if (unit !== undefined) filter.unit = (await requireUnit(trx, unit, action)).id;
    return filter;
  };

  return {
    /**
     * What a reader asks for; for who is held to units, of these alone.
     *
     * @throws PolicyError when it asks for another unit's, ValidationError when the period or unit
     *   does not exist
     */
    filterOf,

    /** @throws ValidationError when one of the files is not there, or not the asker's to show */
    requireFiles,

    /** @throws ValidationError when it is no day */
    requireDay,

    /**
     * Whom a body names, and a day that has come; the unit and the person were there on it.
     *
     * @throws ValidationError that names the first field that is wrong
     */
    async requireWhom(trx: Transaction, body: Whom, action: Action): Promise<Found> {
      const unit = await requireUnit(trx, body.unit, action);
      const day = requireDay(body.day);
      const today = calendar.dayOf(clock.now());
      if (day > today) throw refuse(strapi, 'day', `error.${what}.future`, { day, today });
      if (!isActiveOn(unit, day)) {
        throw refuse(strapi, 'unit', `error.${what}.unit`, { name: unit.name, day });
      }
      const officer = body.officer ? await requireMember(trx, body.officer, unit, day) : null;
      await requireFiles(trx, body.evidence ?? []);
      return { unit, officer, day };
    },
  };
};
