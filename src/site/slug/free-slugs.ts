import type { Core, UID } from '@strapi/strapi';
import type { DocumentContext } from '../../common/documents/context';
import { slugFieldsOf, type SlugField } from './fields';
import {
  isPublishedVersion,
  versionsBefore,
  type VersionRow,
} from '../../common/documents/versions';
import { versionsAndTaken } from './published-addresses';
import { uniqueSlug } from './unique-slug';
import type { Transaction } from '../../common/database/transaction';

/** What a transaction publishes side by side: none of it is to be seen yet by the rest. */
const aboutToBePublished = new WeakMap<Transaction, Set<string>>();

const reservedIn = (trx: Transaction): Set<string> => {
  const reserved = aboutToBePublished.get(trx) ?? new Set();
  aboutToBePublished.set(trx, reserved);
  return reserved;
};

/** What is about to be published. */
interface Entry {
  uid: UID.ContentType;
  documentId: string;
  versions: readonly VersionRow[];
  /** The slugs that show, or were once those of, other entries. */
  taken: ReadonlySet<unknown>;
}

const giveFreeSlug = async (
  strapi: Core.Strapi,
  reserved: Set<string>,
  { uid, documentId, versions, taken }: Entry,
  { name }: SlugField
): Promise<void> => {
  const published = new Set(versions.filter(isPublishedVersion).map((version) => version[name]));
  for (const version of versions) {
    const slug = version[name];
    if (isPublishedVersion(version) || published.has(slug)) continue;
    if (typeof slug !== 'string' || slug === '') continue;
    const key = (value: string): string => `${uid} ${name} ${value}`;
    const isTaken = reserved.has(key(slug)) || taken.has(slug);
    const scope = { uid, field: name, documentId };
    const free = isTaken ? await uniqueSlug(strapi, slug, scope, [slug]) : slug;
    reserved.add(key(free));
    if (free === slug) continue;
    await strapi.db.query(uid).update({ where: { id: version.id }, data: { [name]: free } });
    version[name] = free;
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
  context: DocumentContext
): Promise<void> => {
  const { contentType, params, uid } = context;
  const documentId = params.documentId ?? '';
  for (const field of slugFieldsOf(contentType)) {
    const found = await versionsAndTaken(strapi, trx, { uid, field: field.name, documentId });
    const versions = await versionsBefore.load(context, () => Promise.resolve(found.versions));
    const entry = { uid, documentId, versions, taken: found.taken };
    await giveFreeSlug(strapi, reservedIn(trx), entry, field);
  }
};
