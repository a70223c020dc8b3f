/** What the history calls it when units and officers are added to a submission or taken out. */
export const CONTRIBUTOR_CHANGES = [
  'add-unit',
  'remove-unit',
  'add-officer',
  'remove-officer',
] as const;
export type ContributorChange = (typeof CONTRIBUTOR_CHANGES)[number];
