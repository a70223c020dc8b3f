import type { Core } from '@strapi/strapi';
import { refuse } from '../messages';

/** The document that a request of the Content Manager changes, and the version that it starts from. */
export interface BaseVersion {
  uid: string;
  documentId: string;
  /** When the version was saved; `null`: the request does not say. */
  savedAt: Date | null;
  /** Whether that is known to the millisecond; a date of HTTP knows seconds. */
  isExact: boolean;
  body: Readonly<Record<string, unknown>>;
}

interface Context {
  path: string;
  params: { model?: string; id?: string };
  request: { body?: unknown };
  /** `sent`: the body before what the application alone writes was dropped from it. */
  state: { sent?: unknown };
  get(header: string): string;
}

const CONTENT_MANAGER = /^\/content-manager\/(?:collection|single)-types\//;
const HEADER = 'if-unmodified-since';
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:Z|[+-]\d{2}:\d{2})$/;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const versionOf = (
  strapi: Core.Strapi,
  header: string,
  body: Readonly<Record<string, unknown>>
): Pick<BaseVersion, 'savedAt' | 'isExact'> => {
  const { updatedAt } = body;
  const text = header === '' && typeof updatedAt === 'string' ? updatedAt : header;
  if (text === '') return { savedAt: null, isExact: true };
  const savedAt = new Date(text);
  if (Number.isNaN(savedAt.getTime())) {
    throw refuse(strapi, 'updatedAt', 'error.version.invalid', { value: text.slice(0, 60) });
  }
  return { savedAt, isExact: ISO.test(text) };
};

/**
 * What a request of the Content Manager says about the version that it starts from: the header
 * `If-Unmodified-Since`, or the `updatedAt` of a document sent back as it was read.
 *
 * @returns `null` when no such request is under way
 * @throws ValidationError when what is said is no moment
 */
export const baseVersionOf = (strapi: Core.Strapi): BaseVersion | null => {
  const ctx = strapi.requestContext.get() as Context | undefined;
  if (!ctx || !CONTENT_MANAGER.test(ctx.path)) return null;
  const { model, id } = ctx.params;
  if (model === undefined || id === undefined) return null;
  const body = isRecord(ctx.request.body) ? ctx.request.body : {};
  const sent = isRecord(ctx.state.sent) ? ctx.state.sent : body;
  return { uid: model, documentId: id, body, ...versionOf(strapi, ctx.get(HEADER), sent) };
};
