/** What the history calls it when units and officers are added to a submission, taken out, or units put in another order. */
export const CONTRIBUTOR_CHANGES = [
  'add-unit',
  'remove-unit',
  'order-units',
  'add-officer',
  'remove-officer',
] as const;
export type ContributorChange = (typeof CONTRIBUTOR_CHANGES)[number];
