import type { Core } from '@strapi/strapi';
import { UID } from '../constants';
import { answerAdoptionService } from './answer-adoptions';
import { commissionLineRepository, type NewLine } from './commission-lines-repository';
import { type CommissionRecord, commissionRepository } from './commissions-repository';
import { withLedgerLock } from '../ledger-lock';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { requireContent } from '../../../../../common/messages/validation';
import {
  documentIdOf,
  writesData,
  type DocumentContext,
  type Next,
} from '../../../../../common/documents/context';
import { type Notice, noticeService } from '../notices/notices';
import { personOf } from '../records/requester';
import { unitRepository } from '../records/units';
import type { Transaction } from '../../../../../common/database/transaction';
import { refuse } from '../messages';

/** What units are told that a commission asks now and did not before. */
const newlyAsked = (before: CommissionRecord | null, after: CommissionRecord): Notice[] =>
  after.units
    .filter((unit) => !before?.units.includes(unit))
    .map((unit) => ({
      kind: 'commission-asked',
      to: { unit },
      about: { uid: UID.commission, documentId: after.documentId },
      details: { title: after.title, commission: `commission.${after.kind}`, day: after.dueOn },
    }));

/** What a form changed of what units owe, as lines that say so. */
const linesBetween = (
  before: CommissionRecord,
  after: CommissionRecord,
  person: NewLine['person']
): NewLine[] => {
  const line: NewLine = {
    ...{ commission: after.documentId, action: 'extend', units: null, reason: null },
    ...{ dueOn: null, dueBefore: null, person },
  };
  const { dueOn } = after;
  return [
    ...(before.dueOn === dueOn ? [] : [{ ...line, dueOn, dueBefore: before.dueOn }]),
    ...(before.closed === after.closed
      ? []
      : [{ ...line, action: after.closed ? ('close' as const) : ('reopen' as const) }]),
  ];
};

/** Commissions (约稿) ask somebody, until a day that can be kept; what was answered stays. */
export const commissionMiddleware = (strapi: Core.Strapi) => {
  const commissions = commissionRepository(strapi);
  const units = unitRepository(strapi);
  const calendar = calendarService(strapi);
  const adoptions = answerAdoptionService(strapi);
  const lines = commissionLineRepository(strapi);
  const notices = noticeService(strapi);

  const requireWhole = (commission: CommissionRecord, isNew: boolean): void => {
    if (commission.units.length === 0) throw refuse(strapi, 'units', 'error.commission.units');
    const madeOn = calendar.dayOf(isNew ? clock.now() : commission.createdAt);
    if (commission.dueOn >= madeOn) return;
    throw refuse(strapi, 'dueOn', 'error.commission.due', { day: commission.dueOn, madeOn });
  };

  /** A unit that answered was asked: it is not struck off afterwards. */
  const requireAnswersAsked = async (
    trx: Transaction,
    commission: CommissionRecord
  ): Promise<void> => {
    const answers = await commissions.answers(trx, [commission.id]);
    const struck = answers.filter((answer) =>
      answer.units.every((unit) => !commission.units.includes(unit))
    );
    if (struck.length === 0) return;
    const names = new Map((await units.units(trx)).map(({ id, name }) => [id, name]));
    throw refuse(strapi, 'units', 'error.commission.struck', {
      units: [...new Set(struck.flatMap((answer) => answer.units))]
        .map((unit) => names.get(unit))
        .join('、'),
    });
  };

  /** What an answer was given follows from the kind: it is not another afterwards. */
  const requireKindKept = async (
    trx: Transaction,
    before: CommissionRecord,
    after: CommissionRecord
  ): Promise<void> => {
    if (before.kind === after.kind) return;
    for (const { title, whole } of await commissions.answers(trx, [after.id])) {
      if (!(await adoptions.isAdopted(trx, whole))) continue;
      throw refuse(strapi, 'kind', 'error.commission.kind', { title });
    }
  };

  const follow = async (
    trx: Transaction,
    before: CommissionRecord,
    after: CommissionRecord
  ): Promise<void> => {
    await requireKindKept(trx, before, after);
    const person = personOf(strapi);
    const by = person && { account: person.account, name: person.name };
    await lines.append(trx, linesBetween(before, after, by), clock.now());
  };

  const write = (context: DocumentContext, next: Next): Promise<unknown> => {
    const data = (context.params.data ??= {});
    // A submission says what it answers; here it is only shown.
    Reflect.deleteProperty(data, 'submissions');
    requireContent(strapi, UID.commission, data, context.action === 'create');
    // Submissions are tied under the same lock: none answers what is being changed or deleted.
    return withLedgerLock(strapi, async (trx) => {
      const { documentId } = context.params;
      const before =
        context.action === 'update' && documentId !== undefined
          ? await commissions.find(trx, documentId)
          : null;
      const result = await next();
      const after = await commissions.find(trx, documentIdOf(context, result));
      if (!after) return result;
      requireWhole(after, context.action !== 'update');
      await requireAnswersAsked(trx, after);
      if (before) await follow(trx, before, after);
      await notices.tell(trx, newlyAsked(before, after));
      return result;
    });
  };

  const remove = (context: DocumentContext, next: Next): Promise<unknown> =>
    withLedgerLock(strapi, async (trx) => {
      const before = await commissions.find(trx, context.params.documentId ?? '');
      const count = before ? (await commissions.answers(trx, [before.id])).length : 0;
      if (before && count > 0) {
        throw refuse(strapi, 'submissions', 'error.commission.answered', {
          title: before.title,
          count,
        });
      }
      return next();
    });

  return async (context: DocumentContext, next: Next): Promise<unknown> => {
    if (writesData(context)) return write(context, next);
    return context.action === 'delete' ? remove(context, next) : next();
  };
};
