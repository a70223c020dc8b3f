// What XML and spreadsheets cannot hold: control characters, halves of surrogate pairs, non-characters.
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A text without the characters that no office file can hold. */
export const writable = (text: string): string => text.replace(UNWRITABLE, '');

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
  '<': '&lt;',
  '>': '&gt;',
};

/** A text as it stands between the tags of an XML part, or between quotes. */
export const xmlText = (text: string): string =>
  writable(text).replace(/[&"'<>]/g, (letter) => ESCAPED[letter] ?? letter);
