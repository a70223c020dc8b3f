import type { Day } from './period';

/** So many letters its column takes. */
const LETTERS = 255;

/**
 * What an adoption is called wherever one of many is named: through which channel, when, and what.
 *
 * @param channel its name
 * @param piece the title of the submission
 */
export const adoptionTitle = (channel: string, adoptedOn: Day, piece: string): string => {
  const letters = Array.from(`${channel} · ${adoptedOn} · ${piece}`);
  return letters.length <= LETTERS
    ? letters.join('')
    : `${letters.slice(0, LETTERS - 1).join('')}…`;
};
