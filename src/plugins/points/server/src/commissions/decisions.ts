import type { Core } from '@strapi/strapi';
import { isAnswer, type LineAction } from '../../../domain/commission';
import type { Day } from '../../../domain/period';
import type {
  AdoptAnswerBody,
  ExtendCommissionBody,
  ReasonBody,
  UnitOfCommissionBody,
} from '../../../shared/contracts';
import { labelOf } from '../../../../../common/messages/validation';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import type { Transaction } from '../../../../../common/database/transaction';
import { runLedgerTransaction, withLedgerLock } from '../ledger-lock';
import { notFound, refuse } from '../messages';
import { personOf } from '../records/requester';
import { answerAdoptionService } from './answer-adoptions';
import { type AskedUnit, askedUnitService } from './asked-units';
import { commissionLineRepository, type NewLine } from './commission-lines-repository';
import { type CommissionRecord, commissionRepository } from './commissions-repository';

type Said = Partial<Pick<NewLine, 'units' | 'dueOn' | 'dueBefore'>> & { reason: string };

/** What the office decides about a commission: each with a line that says who, when and why. */
export const commissionDecisions = oncePerApplication((strapi: Core.Strapi) => {
  const answers = answerAdoptionService(strapi);
  const askedUnits = askedUnitService(strapi);
  const calendar = calendarService(strapi);
  const commissions = commissionRepository(strapi);
  const lines = commissionLineRepository(strapi);

  const requireCommission = async (
    trx: Transaction,
    documentId: string
  ): Promise<CommissionRecord> => {
    const commission = await commissions.find(trx, documentId);
    if (commission) return commission;
    throw notFound(strapi, 'error.commission.unknown', { value: documentId });
  };

  const note = (
    trx: Transaction,
    { documentId }: CommissionRecord,
    action: LineAction,
    { reason, units = null, dueOn = null, dueBefore = null }: Said
  ): Promise<void> => {
    const person = personOf(strapi);
    const line: NewLine = {
      ...{ commission: documentId, action, dueBefore, dueOn, reason },
      units: units?.map(({ documentId: unit, name }) => ({ documentId: unit, name })) ?? null,
      person: person && { account: person.account, name: person.name },
    };
    return lines.append(trx, [line], clock.now());
  };

  const decide = (
    documentId: string,
    decision: (trx: Transaction, commission: CommissionRecord) => Promise<void>
  ): Promise<void> =>
    withLedgerLock(strapi, async (trx) => decision(trx, await requireCommission(trx, documentId)));

  const requireOpen = ({ closed, title }: CommissionRecord): void => {
    if (closed) throw refuse(strapi, 'closed', 'error.commission.isClosed', { title });
  };

  /** A day that has not gone by, in its plain form, and later than the one that holds for all. */
  const requireDay = (value: string, { dueOn }: CommissionRecord): Day => {
    const day = calendar.parseDay(value);
    if (day === null) {
      const label = labelOf(strapi, 'dueOn');
      throw refuse(strapi, 'dueOn', 'error.date', { field: 'dueOn', label, value });
    }
    const today = calendar.dayOf(clock.now());
    if (day < today) throw refuse(strapi, 'dueOn', 'error.commission.past', { day, today });
    if (day > dueOn) return day;
    throw refuse(strapi, 'dueOn', 'error.commission.earlier', { day, dueOn });
  };

  const requireAsked = async (
    trx: Transaction,
    commission: CommissionRecord,
    field: 'unit' | 'units',
    documentIds: readonly string[]
  ): Promise<AskedUnit[]> => {
    const asked = await askedUnits.of(trx, [commission]);
    return [...new Set(documentIds)].map((documentId) => {
      const found = asked.find(({ record }) => record.documentId === documentId);
      if (found) return found;
      const values = { value: documentId, title: commission.title };
      throw refuse(strapi, field, 'error.commission.unitNotAsked', values);
    });
  };

  const recordsOf = (asked: readonly AskedUnit[]) => asked.map(({ record }) => record);

  const extendAll = async (
    trx: Transaction,
    commission: CommissionRecord,
    dueOn: Day,
    reason: string
  ): Promise<void> => {
    await commissions.change(trx, commission.id, { dueOn }, clock.now());
    await note(trx, commission, 'extend', { dueOn, dueBefore: commission.dueOn, reason });
  };

  const extendFor = async (
    trx: Transaction,
    commission: CommissionRecord,
    dueOn: Day,
    { reason, units = [] }: ExtendCommissionBody
  ): Promise<void> => {
    const asked = await requireAsked(trx, commission, 'units', units);
    const idle = asked.find((each) => each.notNeeded);
    if (idle) throw refuse(strapi, 'units', 'error.commission.idle', { unit: idle.unit });
    const same = asked.find((each) => each.dueOn === dueOn);
    if (same) {
      throw refuse(strapi, 'dueOn', 'error.commission.sameDay', { unit: same.unit, day: dueOn });
    }
    const dueBefore = commission.dueOn;
    await note(trx, commission, 'extend', { dueOn, dueBefore, reason, units: recordsOf(asked) });
  };

  const requireUnit = async (
    trx: Transaction,
    commission: CommissionRecord,
    unit: string
  ): Promise<AskedUnit> => {
    const [asked] = await requireAsked(trx, commission, 'unit', [unit]);
    if (asked) return asked;
    throw new RangeError('A unit was asked for and none was found.');
  };

  return {
    /**
     * Extends a commission for all units, or for some: until when the others are asked stays.
     *
     * @throws NotFoundError, or ValidationError when it is closed, the day is none, has gone by or is not
     *   later than that of all, or one of the units is not asked; nothing is written then
     */
    extend: (documentId: string, body: ExtendCommissionBody): Promise<void> =>
      decide(documentId, async (trx, commission) => {
        requireOpen(commission);
        const dueOn = requireDay(body.dueOn, commission);
        if (body.units === undefined) await extendAll(trx, commission, dueOn, body.reason);
        else await extendFor(trx, commission, dueOn, body);
      }),

    /** @throws NotFoundError, or ValidationError when it is closed already */
    close: (documentId: string, { reason }: ReasonBody): Promise<void> =>
      decide(documentId, async (trx, commission) => {
        requireOpen(commission);
        await commissions.change(trx, commission.id, { closed: true }, clock.now());
        await note(trx, commission, 'close', { reason });
      }),

    /** @throws NotFoundError, or ValidationError when it is open */
    reopen: (documentId: string, { reason }: ReasonBody): Promise<void> =>
      decide(documentId, async (trx, commission) => {
        const { closed, id, title } = commission;
        if (!closed) throw refuse(strapi, 'closed', 'error.commission.isOpen', { title });
        await commissions.change(trx, id, { closed: false }, clock.now());
        await note(trx, commission, 'reopen', { reason });
      }),

    /**
     * Lets a unit off: it has neither done nor missed anything.
     *
     * @throws NotFoundError, or ValidationError when the unit is not asked, is let off already, or has
     *   answered
     */
    letOff: (documentId: string, { unit, reason }: UnitOfCommissionBody): Promise<void> =>
      decide(documentId, async (trx, commission) => {
        const asked = await requireUnit(trx, commission, unit);
        if (asked.notNeeded) {
          throw refuse(strapi, 'unit', 'error.commission.idle', { unit: asked.unit });
        }
        const answer = asked.answers.find(isAnswer);
        if (answer) {
          const values = { unit: asked.unit, title: answer.title };
          throw refuse(strapi, 'unit', 'error.commission.hasAnswered', values);
        }
        await note(trx, commission, 'not-needed', { reason, units: [asked.record] });
      }),

    /** @throws NotFoundError, or ValidationError when the unit is not asked, or was not let off */
    askAgain: (documentId: string, { unit, reason }: UnitOfCommissionBody): Promise<void> =>
      decide(documentId, async (trx, commission) => {
        const asked = await requireUnit(trx, commission, unit);
        if (!asked.notNeeded) {
          throw refuse(strapi, 'unit', 'error.commission.needed', { unit: asked.unit });
        }
        await note(trx, commission, 'needed', { reason, units: [asked.record] });
      }),

    /**
     * Adopts an answer (录用约稿, §七.6), which accepts it and awards its points.
     *
     * @param submission documentId
     * @throws NotFoundError, or ValidationError when it does not answer the commission, is adopted
     *   already or is not with the office, or the day cannot be; nothing is written then
     */
    adopt: (
      documentId: string,
      submission: string,
      { adoptedOn }: AdoptAnswerBody
    ): Promise<void> =>
      runLedgerTransaction(
        strapi,
        (trx) => requireCommission(trx, documentId),
        async (trx, commission) => {
          const all = await commissions.answers(trx, [commission.id]);
          const answer = all.find((each) => each.documentId === submission);
          if (!answer) {
            const values = { value: submission, title: commission.title };
            throw refuse(strapi, 'submission', 'error.commission.noAnswer', values);
          }
          const day = adoptedOn ?? calendar.dayOf(clock.now());
          await answers.adopt(trx, answer.whole, commission, day);
        }
      ).then(() => undefined),
  };
});
