import type { Core, Struct, UID } from '@strapi/strapi';
import { slugFieldsOf, type SlugField } from './fields';
import { isAnothersAddress } from './published-addresses';
import { uniqueSlug } from './unique-slug';
import type { Transaction } from '../../common/database/transaction';

interface Version {
  id: number;
  publishedAt: unknown;
  [field: string]: unknown;
}

/** What a transaction publishes side by side: none of it is to be seen yet by the rest. */
const aboutToBePublished = new WeakMap<Transaction, Set<string>>();

const reservedIn = (trx: Transaction): Set<string> => {
  const reserved = aboutToBePublished.get(trx) ?? new Set();
  aboutToBePublished.set(trx, reserved);
  return reserved;
};

const giveFreeSlug = async (
  strapi: Core.Strapi,
  reserved: Set<string>,
  { uid, documentId }: { uid: UID.ContentType; documentId: string },
  { name }: SlugField
): Promise<void> => {
  const query = strapi.db.query(uid);
  const versions = (await query.findMany({
    select: ['id', name, 'publishedAt'],
    where: { documentId },
  })) as Version[];
  const published = new Set(
    versions.filter(({ publishedAt }) => publishedAt !== null).map((version) => version[name])
  );
  for (const { id, publishedAt, [name]: slug } of versions) {
    if (publishedAt !== null || published.has(slug)) continue;
    if (typeof slug !== 'string' || slug === '') continue;
    const key = (value: string): string => `${uid} ${name} ${value}`;
    const others = {
      [name]: slug,
      documentId: { $ne: documentId },
      publishedAt: { $notNull: true },
    };
    const isTaken =
      reserved.has(key(slug)) ||
      (await query.count({ where: others })) > 0 ||
      (await isAnothersAddress(strapi, uid, slug, documentId));
    const scope = { uid, field: name, documentId };
    const free = isTaken ? await uniqueSlug(strapi, slug, scope, [slug]) : slug;
    reserved.add(key(free));
    if (free !== slug) await query.update({ where: { id }, data: { [name]: free } });
  }
};

/**
 * Gives an entry that is about to be published under a slug for the first time another one where
 * that is, or once was, the address of another entry: two units may have drafted under one title,
 * and neither was told of the other.
 */
export const giveFreeSlugs = async (
  strapi: Core.Strapi,
  trx: Transaction,
  contentType: Struct.ContentTypeSchema,
  documentId: string
): Promise<void> => {
  const entry = { uid: contentType.uid, documentId };
  for (const field of slugFieldsOf(contentType)) {
    await giveFreeSlug(strapi, reservedIn(trx), entry, field);
  }
};
