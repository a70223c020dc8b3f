import type { Modules, Struct, UID } from '@strapi/strapi';

/** What a document middleware gets, with the parameters that ours look at. */
export interface DocumentContext {
  uid: UID.ContentType;
  action: string;
  params: {
    documentId?: string;
    status?: string;
    locale?: string | string[];
    publicationFilter?: unknown;
    hasPublishedVersion?: unknown;
    data?: Record<string, unknown>;
  };
  contentType: Struct.ContentTypeSchema;
}

export type Next = () => Promise<unknown>;

export type Middleware = Modules.Documents.Middleware.Middleware;

/** The documentId that an action worked on: of its result where it made one, else of its parameters. */
export const documentIdOf = ({ action, params }: DocumentContext, result: unknown): string => {
  if (action !== 'create' && action !== 'clone') return params.documentId ?? '';
  const made = result as { documentId?: string; entries?: Array<{ documentId: string }> };
  return made.documentId ?? made.entries?.[0]?.documentId ?? '';
};

const READS: ReadonlySet<string> = new Set(['findOne', 'findFirst', 'findMany', 'count']);

/** Whether the action changes nothing. */
export const reads = ({ action }: DocumentContext): boolean => READS.has(action);

/** Whether the action writes the document's content. */
export const writesData = ({ action }: DocumentContext): boolean =>
  action === 'create' || action === 'update' || action === 'clone';

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Whether a form's relation names something, in any of the shapes that Strapi takes. */
export const namesSomething = (value: unknown): boolean => {
  if (value === null || value === undefined || value === '') return false;
  if (isList(value)) return value.length > 0;
  if (typeof value !== 'object') return true;
  const { connect, set, ...rest } = value as Record<string, unknown>;
  if (connect !== undefined || set !== undefined) {
    return namesSomething(connect) || namesSomething(set);
  }
  return 'documentId' in rest || 'id' in rest;
};
