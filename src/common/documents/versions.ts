import type { Core } from '@strapi/strapi';
import type { DocumentContext } from './context';
import { keptDuringWrite } from './kept';

/** A version of a document as the database has it: attributes by name, what was populated among them. */
export type VersionRow = Record<string, unknown> & {
  id: number;
  documentId: string;
  publishedAt?: unknown;
};

/**
 * The document's versions as they were before the write, kept by the step that reads them first:
 * with their own fields, and without relations. A step that changes one of them changes it here too.
 */
export const versionsBefore = keptDuringWrite<readonly VersionRow[]>();

/** The document's versions before the write, read once a write; to be asked before it is done. */
export const readVersionsBefore = (
  strapi: Core.Strapi,
  context: DocumentContext
): Promise<readonly VersionRow[]> =>
  versionsBefore.load(context, async () => {
    const { documentId } = context.params;
    if (documentId === undefined) return [];
    return strapi.db.query(context.uid).findMany({ where: { documentId } });
  });

/**
 * The document's versions as they are after the write, kept by the step that reads them first. What
 * the steps around it still change is relations and marks of a version, never its texts or address.
 */
export const versionsAfter = keptDuringWrite<readonly VersionRow[]>();

/**
 * The versions that a publication has made, kept by the step that looks at them first; null where
 * all versions are to be read instead. It leaves the drafts as they were.
 */
export const publishedNow = keptDuringWrite<readonly VersionRow[] | null>();

/** Whether a version is the one that visitors see. */
export const isPublishedVersion = ({ publishedAt }: VersionRow): boolean =>
  publishedAt !== null && publishedAt !== undefined;
