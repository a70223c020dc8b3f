/** As long a name as the database keeps, and the panel shows. */
export const MOST_LETTERS = 255;

/** What no file system of ours takes in a name. */
// eslint-disable-next-line no-control-regex
const RESERVED = /[<>:"/\\|?*\u0000-\u001F]/;
const RESERVED_ON_WINDOWS = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Whether a file can have the name. */
export const isFileName = (name: string): boolean =>
  name.length > 0 &&
  name.length <= MOST_LETTERS &&
  !RESERVED.test(name) &&
  !RESERVED_ON_WINDOWS.test(name) &&
  name !== '.' &&
  name !== '..';

const MOST_OF_STORED = 120;

/**
 * The name by which a file is stored, short enough for every file system with the prefix of a thumbnail before
 * it: what makes it unique stands at its end and stays.
 */
export const shortStoredName = (name: string): string => {
  if (name.length <= MOST_OF_STORED) return name;
  return `${name.slice(0, MOST_OF_STORED)}${name.slice(name.lastIndexOf('_'))}`;
};
