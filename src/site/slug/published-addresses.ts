import type { Core, Struct, UID } from '@strapi/strapi';
import { isPublishedVersion, type VersionRow } from '../../common/documents/versions';
import { momentParameter, randomDocumentId } from '../../common/database/dialect';
import { newDocumentId, tableOf } from '../../common/database/tables';
import { guardAppended } from '../../plugins/points/server/src/public';
import { siteContentTypes } from '../public-api/site-types';
import { addressFieldOf, titleFieldOf } from './fields';
import { inTransaction, type Transaction } from '../../common/database/transaction';

const TYPE = 'api::published-address.published-address';

/** Rows are written so many at a time. */
const BATCH = 200;

interface AddressRow {
  entry_uid: string;
  address: string;
  entry_document_id: string;
  title: string | null;
}

interface Published {
  documentId: string;
  address: string;
  title: string | null;
}

const columnOf = (strapi: Core.Strapi, uid: UID.ContentType, attribute: string): string => {
  const found = strapi.db.metadata.get(uid).attributes[attribute];
  return found && 'columnName' in found && found.columnName ? found.columnName : attribute;
};

const isPublished = ({ options }: Struct.ContentTypeSchema): boolean =>
  options?.draftAndPublish === true;

/** What is published of a type and not noted under its address yet. */
const unnoted = async (
  strapi: Core.Strapi,
  trx: Transaction,
  contentType: Struct.ContentTypeSchema
): Promise<Published[]> => {
  const { uid } = contentType;
  const field = addressFieldOf(contentType);
  if (field === null) return [];
  const address = `e.${columnOf(strapi, uid, field)}`;
  const title = titleFieldOf(contentType);
  const noted = trx({ p: tableOf(strapi, TYPE) })
    .select(trx.raw('1'))
    .where('p.entry_uid', uid)
    .whereRaw('?? = ??', ['p.address', address])
    .whereRaw('?? = ??', ['p.entry_document_id', 'e.document_id']);
  const rows = trx({ e: tableOf(strapi, uid) })
    .select({ documentId: 'e.document_id', address })
    .select(
      title === null ? trx.raw('null as title') : { title: `e.${columnOf(strapi, uid, title)}` }
    )
    .whereNotNull(address)
    .whereNotExists(noted);
  if (isPublished(contentType)) void rows.whereNotNull('e.published_at');
  return (await rows) as Published[];
};

const append = async (
  strapi: Core.Strapi,
  trx: Transaction,
  uid: string,
  published: readonly Published[]
): Promise<void> => {
  const now = new Date();
  for (let from = 0; from < published.length; from += BATCH) {
    await trx(tableOf(strapi, TYPE)).insert(
      published.slice(from, from + BATCH).map(({ documentId, address, title }) => ({
        document_id: newDocumentId(),
        created_at: now,
        updated_at: now,
        entry_uid: uid,
        address,
        entry_document_id: documentId,
        title,
      }))
    );
  }
};

/**
 * Notes where a document is published, in one statement: nothing where that is noted already, else
 * its address, and the addresses of deleted entries of the same title, which lead to it from now on.
 */
const note = async (
  strapi: Core.Strapi,
  trx: Transaction,
  uid: UID.ContentType,
  { documentId, address, title }: Published
): Promise<void> => {
  const now = momentParameter(strapi).replace('?', ':now');
  await trx.raw(
    `insert into :noted: (document_id, created_at, updated_at, entry_uid, address, entry_document_id, title)
     select ${randomDocumentId(strapi)}, ${now}, ${now}, :uid, given.address, :documentId, :title
       from (select distinct p.address from :noted: as p
              where p.entry_uid = :uid and p.title = :inheritsOf
                and p.entry_document_id <> :documentId and p.address <> :address
                and not exists (select 1 from :entries: as e where e.document_id = p.entry_document_id)
             union all select :address) as given
      where not exists (select 1 from :noted: as own where own.entry_uid = :uid
                and own.address = :address and own.entry_document_id = :documentId)`,
    {
      ...{ noted: tableOf(strapi, TYPE), entries: tableOf(strapi, uid) },
      ...{ now: new Date(), uid, documentId, address, title },
      // What has no title inherits from nobody.
      inheritsOf: title === '' ? null : title,
    }
  );
};

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Notes under which address a document's versions are published, in the transaction of the publication. */
export const notePublished = async (
  strapi: Core.Strapi,
  trx: Transaction,
  contentType: Struct.ContentTypeSchema,
  versions: readonly VersionRow[]
): Promise<void> => {
  const { uid } = contentType;
  const field = addressFieldOf(contentType);
  if (field === null) return;
  const title = titleFieldOf(contentType);
  const shown = isPublished(contentType) ? versions.filter(isPublishedVersion) : versions;
  for (const version of shown) {
    const address = textOrNull(version[field]);
    if (address === null) continue;
    const named = title === null ? null : textOrNull(version[title]);
    await note(strapi, trx, uid, { documentId: version.documentId, address, title: named });
  }
};

/** The document that an address belongs to: whoever had it last, deleted or not. */
const ownerOf = (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  address: string
): Promise<string | null> =>
  inTransaction(strapi, async (trx) => {
    const row: Pick<AddressRow, 'entry_document_id'> | undefined = await trx(tableOf(strapi, TYPE))
      .select('entry_document_id')
      .where({ entry_uid: uid, address })
      .orderBy('id', 'desc')
      .first();
    return row?.entry_document_id ?? null;
  });

/** Whether something was published under the address at any time. */
export const wasPublished = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  address: string
): Promise<boolean> => (await ownerOf(strapi, uid, address)) !== null;

/** Whether an address was once that of another document. */
export const isAnothersAddress = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  address: string,
  documentId: string | undefined
): Promise<boolean> => {
  const owner = await ownerOf(strapi, uid, address);
  return owner !== null && owner !== documentId;
};

type StoredVersion = Record<string, unknown> & {
  id: number;
  document_id: string;
  published_at: unknown;
};

const versionOf = (strapi: Core.Strapi, uid: UID.ContentType, row: StoredVersion): VersionRow => {
  const names = Object.keys(strapi.db.metadata.get(uid).attributes);
  const columns = names.map((name) => [name, row[columnOf(strapi, uid, name)]] as const);
  return {
    ...Object.fromEntries(columns.filter(([, value]) => value !== undefined)),
    id: row.id,
    documentId: row.document_id,
    publishedAt: row.published_at,
  };
};

/**
 * A document's versions, their values as the database keeps them, and the addresses of theirs that
 * show, or were once those of, other documents: in one statement, for what is about to be published.
 */
export const versionsAndTaken = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { uid, field, documentId }: { uid: UID.ContentType; field: string; documentId: string }
): Promise<{ versions: VersionRow[]; taken: ReadonlySet<unknown> }> => {
  const column = columnOf(strapi, uid, field);
  const shown = trx({ o: tableOf(strapi, uid) })
    .count('o.id')
    .whereRaw('?? = ??', [`o.${column}`, `e.${column}`])
    .whereRaw('?? <> ??', ['o.document_id', 'e.document_id'])
    .whereNotNull('o.published_at');
  const owner = trx({ p: tableOf(strapi, TYPE) })
    .select('p.entry_document_id')
    .where('p.entry_uid', uid)
    .whereRaw('?? = ??', ['p.address', `e.${column}`])
    .orderBy('p.id', 'desc')
    .limit(1);
  const rows: Array<StoredVersion & { shown_elsewhere: number | string; owner: string | null }> =
    await trx({ e: tableOf(strapi, uid) })
      .select('e.*', shown.as('shown_elsewhere'), owner.as('owner'))
      .where('e.document_id', documentId);
  const taken = rows.filter(
    (row) =>
      Number(row.shown_elsewhere) > 0 || (row.owner !== null && row.owner !== row.document_id)
  );
  return {
    versions: rows.map((row) => versionOf(strapi, uid, row)),
    taken: new Set(taken.map((row) => row[column])),
  };
};

/** Addresses with such a beginning that were once those of other documents. */
export const othersAddressesLike = (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  beginning: string,
  documentId: string | undefined
): Promise<string[]> =>
  inTransaction(strapi, async (trx) => {
    const rows = trx(tableOf(strapi, TYPE))
      .distinct('address')
      .where('entry_uid', uid)
      .whereLike('address', `${beginning}%`);
    if (documentId !== undefined) void rows.whereNot('entry_document_id', documentId);
    return ((await rows) as Array<Pick<AddressRow, 'address'>>).map(({ address }) => address);
  });

/** Where an address leads: to itself, to where its entry is now, or nowhere (null). */
export const presentAddress = async (
  strapi: Core.Strapi,
  contentType: Struct.ContentTypeSchema,
  address: string
): Promise<string | null> => {
  const { uid } = contentType;
  const field = addressFieldOf(contentType);
  if (field === null || address === '') return null;
  const published = isPublished(contentType) ? { publishedAt: { $notNull: true } } : {};
  const find = async (where: object): Promise<string | null> => {
    const row = (await strapi.db
      .query(uid)
      .findOne({ select: [field], where: { ...where, ...published } })) as Record<
      string,
      string | null
    > | null;
    return row?.[field] ?? null;
  };
  const itself = await find({ [field]: address });
  if (itself !== null) return itself;
  const documentId = await ownerOf(strapi, uid, address);
  return documentId === null ? null : find({ documentId });
};

/**
 * Lets the database itself refuse to change the addresses that were given, and notes those of what
 * is published already. Run at every boot.
 */
export const keepAddresses = async (strapi: Core.Strapi): Promise<void> => {
  await guardAppended(strapi, [
    {
      uid: TYPE,
      refusal: 'site: addresses that were published are never changed and never deleted',
      keys: ['id'],
      content: ['entry_uid', 'address', 'entry_document_id', 'title'],
    },
  ]);
  for (const contentType of siteContentTypes(strapi)) {
    await inTransaction(strapi, async (trx) => {
      await append(strapi, trx, contentType.uid, await unnoted(strapi, trx, contentType));
    });
  }
};
