import type { Core } from '@strapi/strapi';
import { takeAdvisoryLock } from '../../common/database/advisory-locks';
import { isPostgres } from '../../common/database/dialect';
import { toDate } from '../../common/database/tables';
import type { VersionRow } from '../../common/documents/versions';
import { siteTypes, type SiteType } from '../public-api/site-types';
import { componentsOf, textOf } from './content';
import { postgresStore } from './store-postgres';
import { sqliteStore } from './store-sqlite';
import { TABLE, type IndexedEntry, type Insert, type Store, type Transaction } from './table';

/** Entries are read and indexed so many at a time. */
const BATCH = 200;

/** The index in the database that the application runs on. */
export const storeOf = (strapi: Core.Strapi): Store =>
  isPostgres(strapi) ? postgresStore : sqliteStore;

const indexed = (strapi: Core.Strapi, type: SiteType, row: VersionRow): IndexedEntry => ({
  uid: type.uid,
  documentId: row.documentId,
  locale: typeof row.locale === 'string' ? row.locale : '',
  entryId: row.id,
  publishedAt: toDate(row.publicationDate ?? row.publishedAt),
  ...textOf(strapi, type, row),
});

/** What is published of a type, as far as it can be searched. */
export const publishedRows = async (
  strapi: Core.Strapi,
  type: SiteType,
  where: object
): Promise<VersionRow[]> =>
  strapi.db.query(type.uid).findMany({
    where: { publishedAt: { $notNull: true }, ...where },
    populate: componentsOf(strapi, type.attributes) as never,
  });

/** What is published of a document, and whether anything of it was before. */
interface PublishedDocument {
  documentId: string;
  versions: readonly VersionRow[];
  wasPublished: boolean;
}

/** Brings the index in line with what is published of one document, in the transaction of the cause. */
export const indexDocument = async (
  strapi: Core.Strapi,
  trx: Transaction,
  type: SiteType,
  { documentId, versions, wasPublished }: PublishedDocument
): Promise<void> => {
  const store = storeOf(strapi);
  if (wasPublished) await store.removeDocument(trx, type.uid, documentId);
  await store.insert(
    trx,
    versions.map((row) => indexed(strapi, type, row))
  );
};

const batches = <T>(values: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(values.length / BATCH) }, (_, index) =>
    values.slice(index * BATCH, (index + 1) * BATCH)
  );

/** Ids of the rows in the index whose published entry is gone or was published again. */
const staleIds = async (
  strapi: Core.Strapi,
  trx: Transaction,
  types: readonly SiteType[]
): Promise<number[]> => {
  const unknown: Array<{ id: number }> = await trx(TABLE)
    .select('id')
    .whereNotIn(
      'uid',
      types.map(({ uid }) => uid)
    );
  const ids = unknown.map(({ id }) => id);
  for (const { uid } of types) {
    const rows: Array<{ id: number }> = await trx({ s: TABLE })
      .select({ id: 's.id' })
      .leftJoin({ e: strapi.db.metadata.get(uid).tableName }, (join) => {
        join.on('e.id', 's.entry_id').andOnNotNull('e.published_at');
      })
      .where('s.uid', uid)
      .whereNull('e.id');
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
};

/** Ids of the published rows of a type that the index does not have. */
const missingIds = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { uid }: SiteType
): Promise<number[]> => {
  const rows: Array<{ id: number }> = await trx({ e: strapi.db.metadata.get(uid).tableName })
    .select({ id: 'e.id' })
    .leftJoin({ s: TABLE }, (join) => {
      join.on('s.entry_id', 'e.id').andOnVal('s.uid', uid);
    })
    .whereNotNull('e.published_at')
    .whereNull('s.id')
    .orderBy('e.id');
  return rows.map(({ id }) => id);
};

const inIndexTransaction = <T>(
  strapi: Core.Strapi,
  work: (trx: Transaction) => Promise<T>
): Promise<T> =>
  strapi.db.transaction(async ({ trx }: { trx: Transaction }) => {
    await takeAdvisoryLock(strapi, trx, 'searchIndex');
    return work(trx);
  }) as Promise<T>;

interface Repair {
  removed: number;
  added: number;
}

/** Puts published rows of a type into the index. */
const addRows = async (
  strapi: Core.Strapi,
  type: SiteType,
  ids: readonly number[],
  insert: Insert
): Promise<void> => {
  for (const batch of batches(ids)) {
    const rows = await publishedRows(strapi, type, { id: { $in: batch } });
    await insert(rows.map((row) => indexed(strapi, type, row)));
  }
};

type Missing = ReadonlyArray<{ type: SiteType; ids: readonly number[] }>;

const missingOf = async (strapi: Core.Strapi, trx: Transaction): Promise<Missing> => {
  const missing = [];
  for (const type of siteTypes(strapi)) {
    missing.push({ type, ids: await missingIds(strapi, trx, type) });
  }
  return missing;
};

const countOf = (missing: Missing): number =>
  missing.reduce((count, { ids }) => count + ids.length, 0);

const repair = async (strapi: Core.Strapi, trx: Transaction, missing: Missing): Promise<Repair> => {
  const store = storeOf(strapi);
  const stale = await staleIds(strapi, trx, siteTypes(strapi));
  for (const ids of batches(stale)) await store.remove(trx, ids);
  for (const { type, ids } of missing) {
    await addRows(strapi, type, ids, (entries) => store.insert(trx, entries));
  }
  return { removed: stale.length, added: countOf(missing) };
};

const publishedIds = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { uid }: SiteType
): Promise<number[]> => {
  const rows: Array<{ id: number }> = await trx(strapi.db.metadata.get(uid).tableName)
    .select('id')
    .whereNotNull('published_at')
    .orderBy('id');
  return rows.map(({ id }) => id);
};

const rebuild = async (strapi: Core.Strapi, trx: Transaction): Promise<Repair> => {
  let added = 0;
  await storeOf(strapi).renew(trx, async (insert) => {
    for (const type of siteTypes(strapi)) {
      const ids = await publishedIds(strapi, trx, type);
      await addRows(strapi, type, ids, insert);
      added += ids.length;
    }
  });
  const late = await repair(strapi, trx, await missingOf(strapi, trx));
  return { removed: late.removed, added: added + late.added };
};

/** Makes the index anew from what is published; what is published meanwhile is put right at the end. */
export const rebuildIndex = async (strapi: Core.Strapi): Promise<Repair> =>
  inIndexTransaction(strapi, (trx) => rebuild(strapi, trx));

/**
 * Brings the whole index in line with what is published, by the ids of the published rows: what was
 * written past the document service is found too. Made anew, which is faster, where more is missing
 * than there is.
 */
const repairIndex = async (strapi: Core.Strapi): Promise<Repair> =>
  inIndexTransaction(strapi, async (trx) => {
    const missing = await missingOf(strapi, trx);
    const row: { kept?: number | string } | undefined = await trx(TABLE)
      .count({ kept: '*' })
      .first();
    if (countOf(missing) > Number(row?.kept)) return rebuild(strapi, trx);
    return repair(strapi, trx, missing);
  });

interface KeyValueStore {
  get(query: { key: string }): Promise<unknown>;
  set(entry: { key: string; value: string }): Promise<unknown>;
}

/** To be raised whenever something else is kept of an entry, or kept otherwise. */
const VERSION = '3';

/** What is kept of entries: when it changes, the index is made anew. */
const formOf = (strapi: Core.Strapi): string =>
  JSON.stringify([
    VERSION,
    ...siteTypes(strapi).map(({ uid, attributes }) => [
      uid,
      attributes.map(([name, { type }]) => `${name}:${type}`),
    ]),
  ]);

/** At boot: makes the index where there is none, and brings it up to date. */
export const prepareIndex = async (strapi: Core.Strapi): Promise<void> => {
  await inIndexTransaction(strapi, (trx) => storeOf(strapi).create(trx));
  const store = strapi.store({ type: 'core', name: 'site_search' }) as unknown as KeyValueStore;
  const form = formOf(strapi);
  const isSame = (await store.get({ key: 'form' })) === form;
  const { removed, added } = await (isSame ? repairIndex(strapi) : rebuildIndex(strapi));
  if (!isSame) await store.set({ key: 'form', value: form });
  if (removed + added > 0) {
    strapi.log.info(`Search index: ${removed} entries removed, ${added} added.`);
  }
};
