import { UID } from '../content-types';
import { refuse, type SentenceKey } from '../refusals';
import type { Rule } from '../write';

interface Span {
  from: string;
  to: string;
  sentence: SentenceKey;
}

const SPANS: Readonly<Record<string, Span>> = {
  [UID.event]: { from: 'startsAt', to: 'endsAt', sentence: 'error.event.order' },
  [UID.policy]: { from: 'openFrom', to: 'openTo', sentence: 'error.policy.order' },
};

const momentOf = (value: unknown): number =>
  typeof value === 'string' || value instanceof Date ? new Date(value).getTime() : NaN;

/** What has a first and a last moment ends after it starts. */
export const dates: Rule = {
  concerns: ({ uid }) => uid in SPANS,
  after({ strapi, contentType, row }) {
    const span = SPANS[contentType.uid];
    if (!span) return;
    if (momentOf(row[span.to]) < momentOf(row[span.from])) {
      throw refuse(strapi, span.to, span.sentence);
    }
  },
};
