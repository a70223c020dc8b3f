import type { Core } from '@strapi/strapi';
import { isAddress } from '../../../../mail/server/src/public';
import { isActiveIn, spanOf, type Dated } from '../../../domain/active';
import { UID } from '../constants';
import { withLedgerLock } from '../ledger-lock';
import { headRepository } from '../records/heads';
import { type MemberRecord, type UnitRecord, unitRepository } from '../records/units';
import { requireContent, shown } from '../../../../../common/messages/validation';
import {
  documentIdOf,
  writesData,
  type DocumentContext,
  type Next,
} from '../../../../../common/documents/context';
import { deductionRepository } from '../records/deductions';
import { postingRepository } from '../ledger/postings';
import { submissionRepository } from '../records/submissions';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { refuse } from '../messages';

const requireOwnContent = (strapi: Core.Strapi, { uid, action, params }: DocumentContext): void => {
  requireContent(strapi, uid, (params.data ??= {}), action === 'create');
};

/** @throws ValidationError when the last day is before the first */
const requireOrder = (strapi: Core.Strapi, { activeFrom, activeTo }: Dated): void => {
  if (activeFrom === null || activeTo === null || activeFrom <= activeTo) return;
  throw refuse(strapi, 'activeTo', 'error.active.order', { from: activeFrom, to: activeTo });
};

/**
 * The head's name and mail without the blanks around them.
 *
 * @throws ValidationError when what is written as the mail is no address
 */
const requireHeadContent = (strapi: Core.Strapi, data: Record<string, unknown>): void => {
  if (typeof data.headName === 'string') data.headName = data.headName.trim();
  if (typeof data.headMail !== 'string') return;
  const mail = data.headMail.trim();
  if (mail !== '' && !isAddress(mail)) {
    throw refuse(strapi, 'headMail', 'error.unit.headMail', { value: shown(mail) });
  }
  data.headMail = mail === '' ? null : mail;
};

/** A name without what the eye passes over: width, blanks, case. */
const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '')
    .toLowerCase();

/** Units and members that the ledger names stay what they were: history is closed by dates, not by edits. */
export const unitMiddleware = (strapi: Core.Strapi) => {
  const deductions = deductionRepository(strapi);
  const postings = postingRepository(strapi);
  const submissions = submissionRepository(strapi);
  const units = unitRepository(strapi);
  const heads = headRepository(strapi);

  const find = async (trx: Transaction, documentId: string | undefined) =>
    documentId === undefined ? null : units.findUnit(trx, documentId);

  const requireSameKind = async (
    trx: Transaction,
    before: UnitRecord,
    after: UnitRecord
  ): Promise<void> => {
    if (before.kind === after.kind && before.code === after.code) return;
    if (await postings.names(trx, 'unit_id', before.id)) {
      throw refuse(strapi, 'kind', 'error.unit.kind');
    }
  };

  const requireUnused = async (trx: Transaction, { id }: UnitRecord): Promise<void> => {
    const used =
      (await postings.names(trx, 'unit_id', id)) ||
      (await deductions.names(trx, 'unit_id', id)) ||
      (await submissions.countNaming(trx, 'units', id)) > 0 ||
      (await units.members(trx)).some(({ unit }) => unit === id);
    if (used) throw refuse(strapi, UID.unit, 'error.unit.delete');
  };

  /** A unit has a name of its own as long as it lasts: of two alike nobody knows which is meant. */
  const requireOwnName = async (trx: Transaction, unit: UnitRecord): Promise<void> => {
    const name = plainName(unit.name);
    const twin = (await units.units(trx)).find(
      (each) =>
        each.id !== unit.id && plainName(each.name) === name && isActiveIn(each, spanOf(unit))
    );
    if (twin) throw refuse(strapi, 'name', 'error.unit.name', { name: twin.name, code: twin.code });
  };

  const requireNoCircle = async (trx: Transaction, unit: UnitRecord): Promise<void> => {
    const successors = await units.successors(trx);
    let next = successors.get(unit.id);
    for (const seen = new Set<number>(); next !== undefined && !seen.has(next);) {
      if (next === unit.id) throw refuse(strapi, 'successor', 'error.unit.successor');
      seen.add(next);
      next = successors.get(next);
    }
  };

  /** Mail is addressed to a person, and the head's record is one of the unit's own. */
  const requireOwnHead = async (trx: Transaction, { id }: UnitRecord): Promise<void> => {
    const head = await heads.find(trx, id);
    if (head.mail !== null && head.name === '' && head.member === null) {
      throw refuse(strapi, 'headName', 'error.unit.headName');
    }
    if (head.member === null) return;
    const member = (await units.members(trx)).find((each) => each.id === head.member);
    if (member?.unit === id) return;
    throw refuse(strapi, 'headMember', 'error.unit.headMember', { name: member?.name ?? '' });
  };

  const write = (context: DocumentContext, next: Next): Promise<unknown> => {
    requireOwnContent(strapi, context);
    requireHeadContent(strapi, context.params.data ?? {});
    // Submissions are written under the same lock: none names a unit that is just being changed.
    return withLedgerLock(strapi, async (trx) => {
      const before =
        context.action === 'update' ? await find(trx, context.params.documentId) : null;
      await units.lockAll(trx);
      const result = await next();
      const after = await find(trx, documentIdOf(context, result));
      if (!after) return result;
      if (before) await requireSameKind(trx, before, after);
      requireOrder(strapi, after);
      await requireOwnName(trx, after);
      await requireNoCircle(trx, after);
      await requireOwnHead(trx, after);
      return result;
    });
  };

  return async (context: DocumentContext, next: Next): Promise<unknown> => {
    if (writesData(context)) return write(context, next);
    if (context.action !== 'delete') return next();
    return withLedgerLock(strapi, async (trx) => {
      const before = await find(trx, context.params.documentId);
      if (before) await requireUnused(trx, before);
      return next();
    });
  };
};

/**
 * A member belongs to one unit for good; who moves gets a new record there. A unit has one leader
 * a day.
 */
export const memberMiddleware = (strapi: Core.Strapi) => {
  const deductions = deductionRepository(strapi);
  const postings = postingRepository(strapi);
  const submissions = submissionRepository(strapi);
  const units = unitRepository(strapi);

  const isNamed = async (trx: Transaction, { id }: MemberRecord): Promise<boolean> =>
    (await submissions.countNaming(trx, 'officers', id)) > 0 ||
    (await postings.names(trx, 'officer_id', id)) ||
    (await deductions.names(trx, 'officer_id', id));

  const find = async (trx: Transaction, documentId: string | undefined) =>
    documentId === undefined ? null : units.findMember(trx, documentId);

  const requireOneLeader = async (
    trx: Transaction,
    member: MemberRecord,
    unit: number
  ): Promise<void> => {
    if (member.position !== 'leader') return;
    const others = (await units.leadersOf(trx, unit)).filter(({ id }) => id !== member.id);
    const other = others.find((each) => isActiveIn(each, spanOf(member)));
    if (other) throw refuse(strapi, 'post', 'error.officer.leader', { name: other.name });
  };

  const write = (context: DocumentContext, next: Next): Promise<unknown> =>
    inTransaction(strapi, async (trx) => {
      const before =
        context.action === 'update' ? await find(trx, context.params.documentId) : null;
      const result = await next();
      const after = await find(trx, documentIdOf(context, result));
      if (!after) return result;
      if (after.unit === null) throw refuse(strapi, 'unit', 'error.officer.unit');
      requireOrder(strapi, after);
      await requireOneLeader(trx, after, after.unit);
      if (before && before.unit !== after.unit && (await isNamed(trx, before))) {
        throw refuse(strapi, 'unit', 'error.officer.moved');
      }
      return result;
    });

  const remove = (context: DocumentContext, next: Next): Promise<unknown> =>
    inTransaction(strapi, async (trx) => {
      const before = await find(trx, context.params.documentId);
      if (before && (await isNamed(trx, before))) {
        throw refuse(strapi, UID.member, 'error.officer.delete');
      }
      return next();
    });

  return async (context: DocumentContext, next: Next): Promise<unknown> => {
    if (writesData(context)) {
      if (context.action === 'create') (context.params.data ??= {}).post ??= 'officer';
      requireOwnContent(strapi, context);
      return write(context, next);
    }
    return context.action === 'delete' ? remove(context, next) : next();
  };
};
