import type { ReconcileResponse } from '../../../shared/contracts';

/** What reconciling found; each difference adds its own. */
export type Findings = ReconcileResponse['data'];

export const noFindings = (): Findings => ({
  ok: true,
  checked: { submissions: 0, bonuses: 0, objections: 0, entries: 0, postings: 0 },
  entries: [],
  postings: [],
  unscored: [],
  unfounded: [],
  withoutUnit: [],
  totals: [],
  files: [],
});

const differences = ({
  entries,
  postings,
  unscored,
  unfounded,
  withoutUnit,
  totals,
  files,
}: Findings): unknown[] =>
  [entries, postings, unscored, unfounded, withoutUnit, totals, files].flat();

/** How many differences were found. */
export const differencesOf = (findings: Findings): number => differences(findings).length;

/** Whether nothing was found. */
export const isInOrder = (findings: Findings): boolean => differences(findings).length === 0;
