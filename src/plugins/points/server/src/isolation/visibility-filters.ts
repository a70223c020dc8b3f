import type { Core } from '@strapi/strapi';
import { FILE, FOLDER } from '../constants';

/** The part of a database query that can show, or tell apart, rows. */
interface Query {
  where?: unknown;
  populate?: unknown;
  orderBy?: unknown;
  [other: string]: unknown;
}

interface ReadEvent {
  action: string;
  model: { uid: string };
  params?: Query;
}

interface MaybeRelation {
  type?: string;
  target?: string;
}

const READS: ReadonlySet<string> = new Set(['beforeFindOne', 'beforeFindMany', 'beforeCount']);

/** Whether the value is a plain object, and no date, query or other instance. */
const isRecord = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** Whether a filter on a relation only asks if there is any. */
const asksForNone = (value: unknown): boolean => {
  if (value === null) return true;
  if (!isRecord(value)) return false;
  const [entry, ...others] = Object.entries(value);
  if (!entry || others.length > 0) return false;
  const [key, inner] = entry;
  if (key === '$null' || key === '$notNull') return true;
  return (key === 'id' || key === 'documentId') && asksForNone(inner);
};

/** Who reads, as far as queries are concerned. */
export interface Reader {
  /** Whether what is being read now is read for somebody who may not see all rows. */
  isScoped(): boolean;
  /** Whether rows of the type belong to somebody. */
  isOwned(uid: string): boolean;
  /** What the rows that the reader may see have in common; `null` when all of them may be seen. */
  filterOf(uid: string): Promise<Record<string, unknown> | null>;
}

const narrowing = (strapi: Core.Strapi, reader: Reader) => {
  const relationOf = (uid: string, name: string): string | undefined => {
    const attribute = strapi.db.metadata.get(uid).attributes[name] as MaybeRelation | undefined;
    return attribute?.type === 'relation' ? attribute.target : undefined;
  };

  const isMorph = (uid: string, name: string): boolean => {
    const attribute = strapi.db.metadata.get(uid).attributes[name] as MaybeRelation | undefined;
    return attribute?.type === 'relation' && attribute.target === undefined;
  };

  /** @param holder the type whose relation leads there; who sees a row sees the files on it */
  const filterOf = async (
    uid: string,
    holder?: string
  ): Promise<Record<string, unknown> | null> => {
    if (uid === FILE && holder !== undefined && holder !== FOLDER) return null;
    return reader.filterOf(uid);
  };

  const insideWhere = async (uid: string, where: unknown): Promise<unknown> => {
    if (Array.isArray(where)) return Promise.all(where.map((part) => insideWhere(uid, part)));
    if (!isRecord(where)) return where;
    const entries = await Promise.all(
      Object.entries(where).map(async ([key, value]): Promise<[string, unknown]> => {
        if (key.startsWith('$')) return [key, await insideWhere(uid, value)];
        const target = relationOf(uid, key);
        return target === undefined ? [key, value] : [key, await onRelation(uid, target, value)];
      })
    );
    return Object.fromEntries(entries);
  };

  const onRelation = async (holder: string, target: string, value: unknown): Promise<unknown> => {
    if (asksForNone(value)) return value;
    const inner = isRecord(value) ? await insideWhere(target, value) : { id: value };
    const filter = await filterOf(target, holder);
    return filter ? { $and: [inner, filter] } : inner;
  };

  /** Paths such as `['cover', 'submission.units']` as a tree. */
  const treeOf = (paths: readonly unknown[]): Record<string, { populate: string[] }> => {
    const tree: Record<string, { populate: string[] }> = {};
    for (const path of paths.map(String)) {
      const [first = '', ...rest] = path.split('.');
      const deeper = tree[first]?.populate ?? [];
      tree[first] = { populate: rest.length === 0 ? deeper : [...deeper, rest.join('.')] };
    }
    return tree;
  };

  const allRelations = (uid: string): Record<string, unknown> =>
    Object.fromEntries(
      Object.keys(strapi.db.metadata.get(uid).attributes)
        .filter((name) => relationOf(uid, name) !== undefined)
        .map((name) => [name, true])
    );

  const insidePopulate = async (uid: string, populate: unknown): Promise<unknown> => {
    if (populate === true || populate === '*') return insidePopulate(uid, allRelations(uid));
    if (typeof populate === 'string') return insidePopulate(uid, treeOf([populate]));
    if (Array.isArray(populate)) return insidePopulate(uid, treeOf(populate));
    if (!isRecord(populate)) return populate;
    const entries = await Promise.all(
      Object.entries(populate)
        // What a file hangs on is not the file's to tell.
        .filter(([name]) => uid !== FILE || !isMorph(uid, name))
        .map(async ([name, value]): Promise<[string, unknown]> => {
          const target = relationOf(uid, name);
          return [
            name,
            target === undefined ? await byType(uid, value) : await branch(uid, target, value),
          ];
        })
    );
    return Object.fromEntries(entries);
  };

  const branch = async (holder: string, target: string, value: unknown): Promise<unknown> =>
    value === false ? false : narrow(target, isRecord(value) ? value : {}, holder);

  /** Of a dynamic zone, whose components are populated each by its own type. */
  const byType = async (holder: string, value: unknown): Promise<unknown> => {
    if (!isRecord(value) || !isRecord(value.on)) return value;
    const entries = await Promise.all(
      Object.entries(value.on).map(async ([target, inner]): Promise<[string, unknown]> => [
        target,
        await branch(holder, target, inner),
      ])
    );
    return { ...value, on: Object.fromEntries(entries) };
  };

  /** A relation's order would tell of foreign rows what their fields do not show. */
  const insideOrder = (uid: string, orderBy: unknown): unknown => {
    if (Array.isArray(orderBy)) return orderBy.map((part) => insideOrder(uid, part));
    if (typeof orderBy === 'string') {
      const [name = ''] = orderBy.split('.');
      return relationOf(uid, name) === undefined ? orderBy : {};
    }
    if (!isRecord(orderBy)) return orderBy;
    return Object.fromEntries(
      Object.entries(orderBy).filter(([name]) => {
        const target = relationOf(uid, name);
        return target === undefined || !reader.isOwned(target);
      })
    );
  };

  const narrow = async (uid: string, query: Query, holder?: string): Promise<Query> => {
    const filter = await filterOf(uid, holder);
    const { where, populate, orderBy, ...others } = query;
    const asked = where === undefined ? [] : [await insideWhere(uid, where)];
    const narrowedWhere = filter ? [...asked, filter] : asked;
    return {
      ...others,
      ...(narrowedWhere.length === 0 ? {} : { where: { $and: narrowedWhere } }),
      ...(populate === undefined ? {} : { populate: await insidePopulate(uid, populate) }),
      ...(orderBy === undefined ? {} : { orderBy: insideOrder(uid, orderBy) }),
    };
  };

  return async ({ action, model, params }: ReadEvent): Promise<void> => {
    if (!READS.has(action) || !params || !reader.isScoped()) return;
    Object.assign(params, await narrow(model.uid, params));
  };
};

/**
 * Narrows every reading to what its reader may see, at the one place that all readings pass: lists,
 * single rows, counts, searches, relation pickers, and the filters, sorts and populations of
 * relations. For the reader the other rows do not exist.
 */
export const narrowReadings = (strapi: Core.Strapi, reader: Reader): void => {
  strapi.db.lifecycles.subscribe(narrowing(strapi, reader) as never);
};
