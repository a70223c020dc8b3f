/** The pages of `docs/guide`, one for each kind of person, in the order of their tabs. */
export const GUIDE_NAMES = ['officer', 'leader', 'editor', 'office', 'administrator'] as const;

export type GuideName = (typeof GUIDE_NAMES)[number];

/** The guide for somebody's roles, by their codes: the first that has one, else the administrator's. */
export const guideFor = (roles: readonly string[]): GuideName =>
  GUIDE_NAMES.find((name) => roles.includes(name)) ?? 'administrator';
