/** Strapi's blocks, as far as the demo uses them. */
export type Block =
  | { type: 'paragraph'; children: TextNode[] }
  | { type: 'heading'; level: 2 | 3; children: TextNode[] }
  | { type: 'quote'; children: TextNode[] }
  | { type: 'list'; format: ListFormat; children: ListItem[] };

type ListFormat = 'unordered' | 'ordered';

interface TextNode {
  type: 'text';
  text: string;
  bold?: boolean;
}

interface ListItem {
  type: 'list-item';
  children: TextNode[];
}

const text = (value: string): TextNode => ({ type: 'text', text: value });

export const paragraph = (value: string): Block => ({ type: 'paragraph', children: [text(value)] });

export const heading = (value: string, level: 2 | 3 = 2): Block => ({
  type: 'heading',
  level,
  children: [text(value)],
});

export const quote = (value: string): Block => ({ type: 'quote', children: [text(value)] });

export const list = (format: ListFormat, values: readonly string[]): Block => ({
  type: 'list',
  format,
  children: values.map((value) => ({ type: 'list-item', children: [text(value)] })),
});
