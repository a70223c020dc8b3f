import type { ReconcileResponse } from '../../../shared/contracts';

/** What reconciling found; each difference adds its own. */
export type Findings = ReconcileResponse['data'];

export const noFindings = (): Findings => ({
  ok: true,
  checked: { submissions: 0, bonuses: 0, entries: 0, postings: 0 },
  entries: [],
  postings: [],
  unscored: [],
  unfounded: [],
  withoutUnit: [],
  totals: [],
  files: [],
});

/** Whether nothing was found. */
export const isInOrder = ({
  entries,
  postings,
  unscored,
  unfounded,
  withoutUnit,
  totals,
  files,
}: Findings): boolean =>
  [entries, postings, unscored, unfounded, withoutUnit, totals, files].every(
    (list) => list.length === 0
  );
