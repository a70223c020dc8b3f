import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Day } from '../../../domain/period';
import { UID } from '../constants';
import { contentTypesOf, isOptedIn } from '../content-types/opt-in';
import { linkTableOf, tableOf } from './connection';

/** An account and the units whose rows are its own. */
export interface Membership {
  account: number;
  /** Ids of the units of which the account is an active officer or leader. */
  units: readonly number[];
  /** Ids of the account's own records there. */
  officers: readonly number[];
}

export const FILE = 'plugin::upload.file';
export const FOLDER = 'plugin::upload.folder';

interface OfficerRow {
  id: number;
  unit: { id: number } | null;
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
 * Whose a row is. A submission is of the units that sign it; a posting of its unit; what has a `submission` (an entry, an
 * adoption) is of that submission's units; an entry without one is its author's; a file is of who
 * uploaded it and of whoever's row it hangs on; a folder is of who made it.
 */
export const ownershipRepository = (strapi: Core.Strapi) => {
  const types = contentTypesOf(strapi);
  const signed = linkTableOf(strapi, UID.submission, 'units');
  const builder = (): Knex.QueryBuilder => strapi.db.connection.queryBuilder<object, unknown[]>();

  const tied = [...types.values()]
    .filter(({ uid, attributes }) => uid !== UID.posting && isTied(attributes.submission))
    .map(({ uid }) => uid);
  const owned: ReadonlySet<string> = new Set([
    ...[UID.submission, UID.posting, FILE, FOLDER],
    ...tied,
  ]);

  const madeBy = (uid: string, account: number): Knex.QueryBuilder =>
    builder()
      .select('m.id')
      .from({ m: tableOf(strapi, uid) })
      .where('m.created_by_id', account);

  const submissions = ({ units }: Membership): Knex.QueryBuilder =>
    builder()
      .select(`s.${signed.source}`)
      .from({ s: signed.table })
      .whereIn(`s.${signed.target}`, [...units]);

  const postings = ({ units }: Membership): Knex.QueryBuilder =>
    builder()
      .select('p.id')
      .from({ p: tableOf(strapi, UID.posting) })
      .whereIn('p.unit_id', [...units]);

  const tiedRows = (uid: string, membership: Membership): Knex.QueryBuilder => {
    const tie = linkTableOf(strapi, uid, 'submission');
    const rows = builder()
      .select(`t.${tie.source}`)
      .from({ t: tie.table })
      .join({ s: signed.table }, `s.${signed.source}`, `t.${tie.target}`)
      .whereIn(`s.${signed.target}`, [...membership.units]);
    const type = types.get(uid);
    if (!type || !isOptedIn(type)) return rows;
    const untied = madeBy(uid, membership.account).whereNotExists(
      builder()
        .select(strapi.db.connection.raw('1'))
        .from({ n: tie.table })
        .whereRaw('?? = ??', [`n.${tie.source}`, 'm.id'])
    );
    return rows.unionAll([untied]);
  };

  const rowsOf = (uid: string, membership: Membership): Knex.QueryBuilder => {
    if (uid === UID.submission) return submissions(membership);
    if (uid === UID.posting) return postings(membership);
    if (uid === FOLDER) return madeBy(uid, membership.account);
    if (uid === FILE) return files(membership);
    return tiedRows(uid, membership);
  };

  const attached = (holder: string, rows: Knex.QueryBuilder): Knex.QueryBuilder =>
    builder()
      .select('a.file_id')
      .from({ a: 'files_related_mph' })
      .where('a.related_type', holder)
      .whereIn('a.related_id', rows);

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
      [UID.submission, ...tied].flatMap((uid) => [
        attached(uid, rowsOf(uid, membership)),
        ...components(uid, membership).map(([component, rows]) => attached(component, rows)),
      ])
    );

  return {
    /** Whether rows of the type belong to units, so that not everyone may see all of them. */
    isOwned: (uid: string): boolean => owned.has(uid),

    /** The account's units on a day: an officer who has left belongs to none. */
    async membershipOf(account: number, today: Day): Promise<Membership> {
      const officers: OfficerRow[] = await strapi.db.query(UID.officer).findMany({
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
      const units = officers.flatMap(({ unit }) => unit?.id ?? []);
      return { account, units: [...new Set(units)], officers: officers.map(({ id }) => id) };
    },

    /** A filter of the database for an owned type's rows: those of the account's units, and its own. */
    filter: (uid: string, membership: Membership) => ({ id: { $in: rowsOf(uid, membership) } }),
  };
};
