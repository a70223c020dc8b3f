import type { Core, UID } from '@strapi/strapi';
import {
  asApplication,
  asRequester,
  isScopedRequest,
} from '../../plugins/points/server/src/public';
import { othersAddressesLike } from './published-addresses';

/** Where a slug has to be unique. */
export interface SlugScope {
  uid: UID.ContentType;
  field: string;
  /** The document that the slug is for: its own rows, draft and published, do not count against it. */
  documentId?: string;
}

type Row = Record<string, unknown>;

/** So much of a slug stays where a number is put behind it: the column takes 255 characters in all. */
const LONGEST_STEM = 249;

const stemOf = (wanted: string): string => wanted.slice(0, LONGEST_STEM);

const firstFree = (wanted: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(wanted)) return wanted;
  const stem = stemOf(wanted);
  let suffix = 1;
  while (taken.has(`${stem}-${suffix}`)) suffix += 1;
  return `${stem}-${suffix}`;
};

/**
 * Rows with such a slug, as far as whoever asks may know of them: a number behind the slug would
 * tell a unit that another one drafts under the same title. What is published, everybody may know.
 */
const rowsLike = async (
  strapi: Core.Strapi,
  wanted: string,
  { uid, field, documentId }: SlugScope
): Promise<Row[]> => {
  const find = (more: object): Promise<Row[]> =>
    strapi.db.query(uid).findMany({
      select: [field],
      where: {
        [field]: { $startsWith: stemOf(wanted) },
        ...(documentId === undefined ? {} : { documentId: { $ne: documentId } }),
        ...more,
      },
    });
  const known = await asRequester(() => find({}));
  if (!isScopedRequest(strapi)) return known;
  return [...known, ...(await asApplication(() => find({ publishedAt: { $notNull: true } })))];
};

/**
 * Returns `wanted`, or `wanted-1`, `wanted-2` … where another document has it already. Drafts and
 * published versions both count: a published entry keeps its address while its draft is edited. So does what was
 * ever published, for addresses last. Of
 * drafts that whoever asks may not see there may be some with the same slug; see `giveFreeSlugs`.
 *
 * @param alsoTaken slugs that are about to be taken
 */
export const uniqueSlug = async (
  strapi: Core.Strapi,
  wanted: string,
  scope: SlugScope,
  alsoTaken: Iterable<string> = []
): Promise<string> => {
  const rows = await rowsLike(strapi, wanted, scope);
  const former = await othersAddressesLike(strapi, scope.uid, stemOf(wanted), scope.documentId);
  const current = rows.map((row) => String(row[scope.field]));
  return firstFree(wanted, new Set([...alsoTaken, ...current, ...former]));
};
