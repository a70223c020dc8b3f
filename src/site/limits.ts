/** The most that a request brings, in megabytes: one file, all files of a form, and the fields of a form. */
export const MOST_MEGABYTES = { file: 50, form: 200, json: 1 } as const;

export const MEGABYTE = 1024 * 1024;

/** The most fields and files that one form brings. */
export const MOST_FIELDS = 200;
