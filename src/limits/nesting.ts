import type { Bounds } from './settings';

const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const OPENING = new Set([91, 123]);
const CLOSING = new Set([93, 125]);

/** The index of the quotation mark that ends a string, or the text's end. */
const endOfString = (text: string, start: number): number => {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) {
    at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  }
  return at;
};

/**
 * Whether a JSON text is nested deeper, or holds more values, than is taken. Counts brackets and commas
 * outside of strings, without building anything of it: what a parsed body costs comes after.
 */
export const isJsonWithin = (
  text: string,
  { bodyDepth, bodyValues }: Pick<Bounds, 'bodyDepth' | 'bodyValues'>
): boolean => {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === COMMA) values += 1;
    else if (OPENING.has(code)) {
      depth += 1;
      values += 1;
    } else if (CLOSING.has(code)) depth -= 1;
    if (depth > bodyDepth || values > bodyValues) return false;
  }
  return true;
};

/** Opening brackets of a parameter's name, encoded ones too, and dots, which some readers take for the same. */
const LEVELS = /\[|%5b|\./gi;

const isTooDeep = (parameter: string, depth: number): boolean => {
  const [name = ''] = parameter.split('=', 1);
  return name.length > depth && (name.match(LEVELS)?.length ?? 0) > depth;
};

/** Whether a query string, or a form that is written like one, stays within so many parameters and levels. */
export const isQueryWithin = (
  text: string,
  { queryParameters, queryDepth }: Pick<Bounds, 'queryParameters' | 'queryDepth'>
): boolean => {
  const parameters = text.split('&', queryParameters + 1);
  return (
    parameters.length <= queryParameters &&
    !parameters.some((parameter) => isTooDeep(parameter, queryDepth))
  );
};
