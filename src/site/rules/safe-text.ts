import { labelOf, shown } from '../../common/messages/validation';
import { refuse, type SentenceKey } from '../refusals';
import type { Rule, Write } from '../write';

/** Elements that run code or fetch it, and attributes that do; plain text has neither. */
const EXECUTES =
  /<\s*\/?\s*(?:script|iframe|frame|object|embed|applet|svg|math|base|meta|link|style|form)\b|<[^<>]*\bon[a-z]+\s*=|<[^<>]*\b(?:javascript|vbscript)\s*:|<[^<>]*\bdata\s*:\s*text\/html/i;

const PROTOCOLS: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/** Whether a link leads somewhere and runs nothing: read as a browser reads it, blanks inside dropped. */
const isHarmless = (address: string): boolean => {
  try {
    const { protocol } = new URL(address.startsWith('/') ? `https://site.test${address}` : address);
    return PROTOCOLS.has(protocol);
  } catch {
    return false;
  }
};

interface Part {
  /** The attribute that the part belongs to. */
  field: string;
  value: unknown;
}

const isNode = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where a node of rich text leads to or gets its picture from. */
const addressOf = ({ type, url, image }: Record<string, unknown>): string | undefined => {
  if (type === 'link' && typeof url === 'string') return url;
  if (type !== 'image' || !isNode(image)) return undefined;
  return typeof image.url === 'string' ? image.url : undefined;
};

const refusePart = (
  { strapi, contentType }: Write,
  { field }: Part,
  key: SentenceKey,
  value: string
): Error =>
  refuse(strapi, field, key, {
    field,
    label: labelOf(strapi, field, contentType.uid),
    value: shown(value),
  });

const requireHarmless = (write: Write, part: Part): void => {
  const { value } = part;
  if (typeof value === 'string') {
    const found = EXECUTES.exec(value)?.[0];
    if (found !== undefined) throw refusePart(write, part, 'error.script', found);
  }
  if (!isNode(value)) return;
  const address = addressOf(value);
  if (address !== undefined && !isHarmless(address)) {
    throw refusePart(write, part, 'error.blocks.link', address);
  }
};

/**
 * No text of the site carries code. Rich text is kept as data and not as HTML, so a front end that
 * escapes it is safe anyway; this keeps one safe that forgets. Walks without recursion, for a body
 * may be nested without end.
 */
export const safeText: Rule = {
  concerns: () => true,
  before(write) {
    const parts: Part[] = Object.entries(write.data ?? {}).map(([field, value]) => ({
      field,
      value,
    }));
    for (let part = parts.pop(); part; part = parts.pop()) {
      requireHarmless(write, part);
      const { field, value } = part;
      if (typeof value !== 'object' || value === null) continue;
      for (const inner of Object.values(value)) parts.push({ field, value: inner as unknown });
    }
  },
};
