/** A field that was changed and not saved. */
export interface TypedField {
  name: string;
  value: unknown;
  /** What it says, as far as it is text. */
  text: string;
}

interface Node {
  text?: string;
  children?: Node[];
}

const nodeText = ({ text = '', children = [] }: Node): string =>
  text + children.map(nodeText).join('');

/** What a field's value says in words: a text itself, blocks a line each, anything else nothing. */
const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? (value as Node[]).map(nodeText).join('\n').trim() : '';
};

/** What was typed into a form and not saved, of the fields that hold words. */
export const typedFields = (
  values: Readonly<Record<string, unknown>>,
  initial: Readonly<Record<string, unknown>>
): TypedField[] =>
  Object.entries(values).flatMap(([name, value]) => {
    const text = textOf(value);
    return text === '' || text === textOf(initial[name]) ? [] : [{ name, value, text }];
  });

/** Those that a form, which was read anew, does not say. */
export const missingFrom = (
  kept: readonly TypedField[],
  values: Readonly<Record<string, unknown>>
): TypedField[] => kept.filter(({ name, text }) => textOf(values[name]) !== text);
