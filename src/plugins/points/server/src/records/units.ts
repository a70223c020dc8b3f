import type { Core } from '@strapi/strapi';
import type { Day } from '../../../domain/period';
import type { Dated } from '../../../domain/active';
import type { Position, UnitKind } from '../../../domain/vocabulary';
import { UID } from '../constants';
import { linkTableOf, tableOf } from '../../../../../common/database/tables';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';

export interface UnitRecord extends Dated {
  id: number;
  documentId: string;
  code: string;
  name: string;
  kind: UnitKind;
}

/** A person of a unit, its officer or its leader. */
export interface MemberRecord extends Dated {
  id: number;
  documentId: string;
  name: string;
  unit: number | null;
  position: Position;
}

/** What an account of the admin panel is told apart by. */
export interface Login {
  email: string;
  firstname: string | null;
  lastname: string | null;
}

const UNIT_COLUMNS = {
  id: 'id',
  documentId: 'document_id',
  code: 'code',
  name: 'name',
  kind: 'kind',
  activeFrom: 'active_from',
  activeTo: 'active_to',
};

const MEMBER_COLUMNS = {
  id: 'o.id',
  documentId: 'o.document_id',
  name: 'o.name',
  position: 'o.post',
  activeFrom: 'o.active_from',
  activeTo: 'o.active_to',
};

/** Units (单位) and their members (单位人员): officers (信息员) and leaders (分管领导). */
export const unitRepository = oncePerApplication((strapi: Core.Strapi) => {
  const link = linkTableOf(strapi, UID.member, 'unit');
  const accounts = linkTableOf(strapi, UID.member, 'account');
  const members = (trx: Transaction) =>
    trx({ o: tableOf(strapi, UID.member) })
      .leftJoin({ l: link.table }, `l.${link.source}`, 'o.id')
      .select({ ...MEMBER_COLUMNS, unit: `l.${link.target}` });

  return {
    async findUnit(trx: Transaction, documentId: string): Promise<UnitRecord | null> {
      const unit: UnitRecord | undefined = await trx(tableOf(strapi, UID.unit))
        .select(UNIT_COLUMNS)
        .where('document_id', documentId)
        .first();
      return unit ?? null;
    },

    async findMember(trx: Transaction, documentId: string): Promise<MemberRecord | null> {
      const member: MemberRecord | undefined = await members(trx)
        .where('o.document_id', documentId)
        .first();
      return member ?? null;
    },

    /** In the order in which ties are listed. */
    async units(trx: Transaction, kind?: UnitKind): Promise<UnitRecord[]> {
      const query = trx(tableOf(strapi, UID.unit)).select(UNIT_COLUMNS).orderBy('code');
      if (kind) query.where('kind', kind);
      return query;
    },

    /** Until the transaction ends nobody else writes units so: of two of one name the second sees the first. */
    async lockAll(trx: Transaction): Promise<void> {
      await trx(tableOf(strapi, UID.unit)).select('id').orderBy('id').forUpdate();
    },

    /** Which unit follows which, by ids. */
    async successors(trx: Transaction): Promise<Map<number, number>> {
      const { table, source, target } = linkTableOf(strapi, UID.unit, 'successor');
      const rows: Array<{ unit: number; next: number }> = await trx(table).select({
        unit: source,
        next: target,
      });
      return new Map(rows.map(({ unit, next }) => [unit, next]));
    },

    /** The records that tie an admin account to units. */
    async membersOfAccount(trx: Transaction, account: number): Promise<MemberRecord[]> {
      return members(trx)
        .join({ a: accounts.table }, `a.${accounts.source}`, 'o.id')
        .where(`a.${accounts.target}`, account)
        .orderBy('o.id');
    },

    async members(trx: Transaction): Promise<MemberRecord[]> {
      return members(trx).orderBy('o.id');
    },

    /** The addresses of the accounts that members log in with, by the members' ids; of accounts in use. */
    async accounts(trx: Transaction): Promise<Map<number, string>> {
      const rows: Array<{ member: number; address: string }> = await trx({ a: accounts.table })
        .join({ u: tableOf(strapi, 'admin::user') }, 'u.id', `a.${accounts.target}`)
        .where('u.is_active', true)
        .select({ member: `a.${accounts.source}`, address: 'u.email' });
      return new Map(rows.map(({ address, member }) => [member, address]));
    },

    /**
     * The leaders of a unit. Until the transaction ends no other one reads them so: of two that
     * make a leader at once, the second sees what the first wrote.
     */
    async leadersOf(trx: Transaction, unit: number): Promise<MemberRecord[]> {
      await trx(tableOf(strapi, UID.unit)).select('id').where('id', unit).forNoKeyUpdate();
      return members(trx).where({ 'o.post': 'leader', [`l.${link.target}`]: unit });
    },

    /** Who writes nothing on a day: leaders, who sign, and whoever is no officer yet or any more. */
    async idsOfNoAuthors(day: Day): Promise<number[]> {
      const rows = (await strapi.db.query(UID.member).findMany({
        select: ['id'],
        where: {
          $or: [{ post: 'leader' }, { activeFrom: { $gt: day } }, { activeTo: { $lt: day } }],
        },
      })) as Array<{ id: number }>;
      return rows.map(({ id }) => id);
    },

    /** Units that are not in use on a day: not yet, or no more. */
    async idsOutOfUse(day: Day): Promise<number[]> {
      const rows = (await strapi.db.query(UID.unit).findMany({
        select: ['id'],
        where: { $or: [{ activeFrom: { $gt: day } }, { activeTo: { $lt: day } }] },
      })) as Array<{ id: number }>;
      return rows.map(({ id }) => id);
    },

    /** What accounts are told apart by, by their ids. */
    async logins(ids: readonly number[]): Promise<Map<number, Login>> {
      const rows = (await strapi.db.query('admin::user').findMany({
        select: ['id', 'email', 'firstname', 'lastname'],
        where: { id: { $in: ids } },
      })) as Array<Login & { id: number }>;
      return new Map(rows.map(({ id, ...login }) => [id, login]));
    },
  };
});
