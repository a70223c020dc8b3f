const LONGEST_ADDRESS = 254;
const LONGEST_LOCAL_PART = 64;
const LONGEST_LINE = 250;

/** An address of letters, digits and signs that every mail server takes (RFC 5321, without quoted parts). */
const ADDRESS =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$/;

/** Whether mail can be sent to an address: nothing in it could be taken for a header or a second address. */
export const isAddress = (text: string): boolean =>
  text.length <= LONGEST_ADDRESS && text.indexOf('@') <= LONGEST_LOCAL_PART && ADDRESS.test(text);

/**
 * A text as one line of a header: without line ends, control signs and signs that turn the direction
 * of writing, and no longer than a header's line may be. A header cannot be ended with it.
 */
export const oneLine = (text: string, longest: number = LONGEST_LINE): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, longest)
    .replace(/\p{Surrogate}$/u, '');
