import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { addDays, type Day } from '../../../domain/period';
import { UID, FILE, FOLDER, MENTIONS } from '../constants';
import { isOptedIn } from '../content-types/opt-in';
import {
  idsFirst,
  linkTableOf,
  tableOf,
  type LinkTable,
} from '../../../../../common/database/tables';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { contentTypesOf } from '../../../../../common/documents/content-types';

/** An account of a unit, and from when until before when it was one. */
interface Colleague {
  account: number;
  from: Date | null;
  until: Date | null;
}

/** An account and the units whose rows are its own. */
export interface Membership {
  account: number;
  /** Ids of the units of which the account is an active officer or leader. */
  units: readonly number[];
  /** Ids of the account's own records there. */
  members: readonly number[];
  /** Everybody who is or was of these units, the account too. */
  colleagues: readonly Colleague[];
}

/** Rows that are of one unit, which they name themselves. */
const OF_ONE_UNIT: ReadonlySet<string> = new Set([
  UID.posting,
  UID.bonus,
  UID.deduction,
  UID.objection,
]);

/** Earlier versions of documents, which Strapi keeps where its licence says so. */
const VERSION = 'plugin::content-manager.history-version';

interface MemberRow {
  id: number;
  unit: { id: number } | null;
}

interface ColleagueRow {
  activeFrom: Day | null;
  activeTo: Day | null;
  account: { id: number } | null;
}

interface MaybeRelation {
  type?: string;
  relation?: string;
  target?: string;
}

const isTied = (attribute: MaybeRelation | undefined): boolean =>
  attribute?.type === 'relation' &&
  attribute.target === UID.submission &&
  (attribute.relation === 'manyToOne' || attribute.relation === 'oneToOne');

/**
 * Whose a row is. A submission is of the units that sign it, a commission of those that it asks; a
 * posting, a bonus, a deduction and an objection are of their unit; what has a `submission` (an entry, an adoption) is of that submission's
 * units; an entry without one is its author's, and of the unit that the author was of when making it;
 * a file is of who uploaded it and of whoever's row it hangs on; a folder is of who made it; an
 * earlier version of a document is of whom the document is.
 */
export const ownershipRepository = oncePerApplication((strapi: Core.Strapi) => {
  const types = contentTypesOf(strapi);
  const signed = linkTableOf(strapi, UID.submission, 'units');
  const asked = linkTableOf(strapi, UID.commission, 'units');
  const builder = (): Knex.QueryBuilder => strapi.db.connection.queryBuilder<object, unknown[]>();

  const tied = [...types.values()]
    .filter(({ uid, attributes }) => !OF_ONE_UNIT.has(uid) && isTied(attributes.submission))
    .map(({ uid }) => uid);
  const owned: ReadonlySet<string> = new Set([
    ...[UID.submission, UID.commission, FILE, FOLDER, VERSION],
    ...OF_ONE_UNIT,
    ...tied,
  ]);

  const madeBy = (uid: string, account: number): Knex.QueryBuilder =>
    builder()
      .select('m.id')
      .from({ m: tableOf(strapi, uid) })
      .where('m.created_by_id', account);

  const ofUnits = (link: LinkTable, { units }: Membership): Knex.QueryBuilder =>
    builder()
      .select(`s.${link.source}`)
      .from({ s: link.table })
      .whereIn(`s.${link.target}`, [...units]);

  const withUnit = (uid: string, { units }: Membership): Knex.QueryBuilder =>
    builder()
      .select('p.id')
      .from({ p: tableOf(strapi, uid) })
      .whereIn('p.unit_id', [...units]);

  /** Made by the account, or by somebody of its units at that time. */
  const madeByUnit = (uid: string, { account, colleagues }: Membership): Knex.QueryBuilder =>
    madeBy(uid, account).orWhere((made) => {
      for (const { account: other, from, until } of colleagues) {
        void made.orWhere((own) => {
          void own.where('m.created_by_id', other);
          if (from) void own.where('m.created_at', '>=', from);
          if (until) void own.where('m.created_at', '<', until);
        });
      }
    });

  const tiedRows = (uid: string, membership: Membership): Knex.QueryBuilder => {
    const tie = linkTableOf(strapi, uid, 'submission');
    const rows = builder()
      .select(`t.${tie.source}`)
      .from({ t: tie.table })
      .join({ s: signed.table }, `s.${signed.source}`, `t.${tie.target}`)
      .whereIn(`s.${signed.target}`, [...membership.units]);
    const type = types.get(uid);
    if (!type || !isOptedIn(type)) return rows;
    const untied = builder()
      .select('m.id')
      .from(madeByUnit(uid, membership).as('m'))
      .whereNotExists(
        builder()
          .select(strapi.db.connection.raw('1'))
          .from({ n: tie.table })
          .whereRaw('?? = ??', [`n.${tie.source}`, 'm.id'])
      );
    return rows.unionAll([untied]);
  };

  const rowsOf = (uid: string, membership: Membership): Knex.QueryBuilder => {
    if (uid === UID.submission) return ofUnits(signed, membership);
    if (uid === UID.commission) return ofUnits(asked, membership);
    if (OF_ONE_UNIT.has(uid)) return withUnit(uid, membership);
    if (uid === FOLDER) return madeBy(uid, membership.account);
    if (uid === FILE) return files(membership);
    if (uid === VERSION) return versions(membership);
    return tiedRows(uid, membership);
  };

  const attached = (holder: string, rows: Knex.QueryBuilder): Knex.QueryBuilder =>
    builder()
      .select('a.file_id')
      .from({ a: 'files_related_mph' })
      .where('a.related_type', holder)
      .whereIn('a.related_id', rows);

  const mentioned = (uid: string, rows: Knex.QueryBuilder): Knex.QueryBuilder =>
    builder()
      .select('n.file_id')
      .from({ n: MENTIONS })
      .where('n.uid', uid)
      .whereIn('n.entry_id', rows);

  /** Rows of a type's components that belong to its own rows. */
  const components = (uid: string, membership: Membership): Array<[string, Knex.QueryBuilder]> =>
    Object.entries(types.get(uid)?.attributes ?? {}).flatMap(([name, attribute]) => {
      const component = (attribute as { component?: string }).component;
      const relation = strapi.db.metadata.get(uid).attributes[name];
      if (component === undefined || !relation || !('joinTable' in relation)) return [];
      const rows = builder()
        .select('c.cmp_id')
        .from({ c: relation.joinTable.name })
        .where('c.component_type', component)
        .whereIn('c.entity_id', rowsOf(uid, membership));
      return [[component, rows] satisfies [string, Knex.QueryBuilder]];
    });

  const files = (membership: Membership): Knex.QueryBuilder =>
    madeBy(FILE, membership.account).unionAll(
      [UID.submission, UID.commission, UID.bonus, UID.deduction, UID.objection, ...tied].flatMap(
        (uid) => [
          attached(uid, rowsOf(uid, membership)),
          mentioned(uid, rowsOf(uid, membership)),
          ...components(uid, membership).map(([component, rows]) => attached(component, rows)),
        ]
      )
    );

  const colleaguesOf = async (
    units: readonly number[],
    startOf: (day: Day) => Date
  ): Promise<Colleague[]> => {
    if (units.length === 0) return [];
    const rows: ColleagueRow[] = await strapi.db.query(UID.member).findMany({
      select: ['activeFrom', 'activeTo'],
      where: { unit: { id: { $in: units } } },
      populate: { account: { select: ['id'] } },
    });
    return rows.flatMap(({ account, activeFrom, activeTo }) =>
      account
        ? {
            account: account.id,
            from: activeFrom === null ? null : startOf(activeFrom),
            until: activeTo === null ? null : startOf(addDays(activeTo, 1)),
          }
        : []
    );
  };

  const versions = (membership: Membership): Knex.QueryBuilder => {
    const all = (): Knex.QueryBuilder =>
      builder()
        .select('v.id')
        .from({ v: tableOf(strapi, VERSION) });
    const documents = (uid: string): Knex.QueryBuilder =>
      builder()
        .select('d.document_id')
        .from({ d: tableOf(strapi, uid) })
        .whereIn('d.id', rowsOf(uid, membership));
    return all()
      .whereNotIn('v.content_type', [...owned])
      .unionAll(
        [UID.submission, UID.commission, ...tied].map((uid) =>
          all().where('v.content_type', uid).whereIn('v.related_document_id', documents(uid))
        )
      );
  };

  return {
    /** Whether rows of the type belong to units, so that not everyone may see all of them. */
    isOwned: (uid: string): boolean => owned.has(uid),

    /**
     * The account's units on a day: an officer who has left belongs to none.
     *
     * @param startOf tells at which moment a day began
     */
    async membershipOf(
      account: number,
      today: Day,
      startOf: (day: Day) => Date
    ): Promise<Membership> {
      const members: MemberRow[] = await strapi.db.query(UID.member).findMany({
        select: ['id'],
        where: {
          account: { id: account },
          $and: [
            { $or: [{ activeFrom: { $null: true } }, { activeFrom: { $lte: today } }] },
            { $or: [{ activeTo: { $null: true } }, { activeTo: { $gte: today } }] },
          ],
        },
        populate: { unit: { select: ['id'] } },
      });
      const units = [...new Set(members.flatMap(({ unit }) => unit?.id ?? []))];
      return {
        account,
        units,
        members: members.map(({ id }) => id),
        colleagues: await colleaguesOf(units, startOf),
      };
    },

    /** A filter of the database for an owned type's rows: those of the account's units, and its own. */
    filter: (uid: string, membership: Membership) => ({
      id: { $in: idsFirst(strapi, rowsOf(uid, membership)) },
    }),
  };
});
