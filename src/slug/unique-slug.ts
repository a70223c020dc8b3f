import type { Core, UID } from '@strapi/strapi';

/** Where a slug has to be unique. */
export interface SlugScope {
  uid: UID.ContentType;
  field: string;
  /** The document that the slug is for: its own rows, draft and published, do not count against it. */
  documentId?: string;
}

const firstFree = (wanted: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(wanted)) return wanted;
  let suffix = 1;
  while (taken.has(`${wanted}-${suffix}`)) suffix += 1;
  return `${wanted}-${suffix}`;
};

/**
 * Returns `wanted`, or `wanted-1`, `wanted-2` … where another document has it already. Drafts and
 * published versions both count: a published entry keeps its address while its draft is edited.
 */
export const uniqueSlug = async (
  strapi: Core.Strapi,
  wanted: string,
  { uid, field, documentId }: SlugScope
): Promise<string> => {
  const others = documentId === undefined ? {} : { documentId: { $ne: documentId } };
  const rows: Array<Record<string, unknown>> = await strapi.db.query(uid).findMany({
    select: [field],
    where: { [field]: { $startsWith: wanted }, ...others },
  });
  return firstFree(wanted, new Set(rows.map((row) => String(row[field]))));
};
