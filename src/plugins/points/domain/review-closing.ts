import type { Digests } from './bulletin';
import { canonicalJson } from './canonical-json';

/** What the hash of a published review is taken of. */
export interface ReviewClosing {
  /** `2026-H1`, `2026-H2` or `2026`. */
  period: string;
  /** Of the numbers as they were frozen, of what the office wrote, and of what was decided. */
  facts: Digests;
  content: Digests;
  decisions: Digests;
  /** ISO 8601 in UTC, with milliseconds. */
  closedAt: string;
  closedBy: string;
}

const member = ({ sha256, sm3 }: Digests) => ({ sha256, sm3 });

/** The text that a published review's two hashes are taken of, as UTF-8 (RFC 8785). */
export const reviewClosingText = (closing: ReviewClosing): string =>
  canonicalJson({
    period: closing.period,
    facts: member(closing.facts),
    content: member(closing.content),
    decisions: member(closing.decisions),
    closedAt: closing.closedAt,
    closedBy: closing.closedBy,
  });
