import { z } from 'zod';
import type { FrozenStandings, StandingsRow } from '../../../shared/contracts';

const rows = z.array(z.custom<StandingsRow>((row) => typeof row === 'object' && row !== null));
const ranking = z.object({ units: rows, officers: rows });

const frozenStandings = z.object({
  month: ranking,
  year: ranking,
  received: z.array(z.object({ unit: z.string(), officer: z.string().nullable(), count: z.int() })),
});

/** A frozen text as the data that it holds. */
export const frozenJson = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    context.addIssue({ code: 'custom', message: String(error) });
    return z.NEVER;
  }
});

/**
 * The standings that a bulletin's text holds; `null` where somebody wrote another text there, which
 * verifying names: it must not keep everyone else from reading the ledger.
 */
export const frozenStandingsOf = (text: string): FrozenStandings | null =>
  frozenJson.pipe(frozenStandings).safeParse(text).data ?? null;

const listedPostings = z.array(
  z.object({
    kind: z.enum(['award', 'reversal']),
    submission: z.string().nullable(),
    unit: z.string().nullable(),
    officer: z.string().nullable(),
  })
);

/** What of a bulletin's list of postings says who earned by which submission. */
export type EarnedPosting = z.infer<typeof listedPostings>[number];

/** The postings that a bulletin lists; `null` where somebody wrote another text there. */
export const frozenPostingsOf = (text: string): EarnedPosting[] | null =>
  frozenJson.pipe(listedPostings).safeParse(text).data ?? null;
