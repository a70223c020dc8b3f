import type { Paragraph } from '../../../shared/contracts';

/** A node of what the editor for blocks keeps. */
interface Node {
  type?: string;
  text?: string;
  children?: Node[];
  image?: { url?: string; alternativeText?: string | null };
}

const textOf = ({ text = '', children = [] }: Node): string => text + children.map(textOf).join('');

const KINDS: Readonly<Partial<Record<string, Paragraph['kind']>>> = {
  heading: 'heading',
  quote: 'quote',
  'list-item': 'item',
};

const isList = ({ type }: Node): boolean => type === 'list';

const paragraphsOf = (node: Node): Paragraph[] => {
  const { type = '', children = [], image } = node;
  if (type === 'image') {
    const url = image?.url ?? null;
    return url === null ? [] : [{ kind: 'picture', text: image?.alternativeText ?? '', url }];
  }
  if (isList(node)) return children.flatMap(paragraphsOf);
  // Inside a list there are lists again, beside its items or in them.
  const own: Paragraph = {
    kind: KINDS[type] ?? 'text',
    text: children
      .filter((child) => !isList(child))
      .map(textOf)
      .join('')
      .trim(),
    url: null,
  };
  return [...(own.text === '' ? [] : [own]), ...children.filter(isList).flatMap(paragraphsOf)];
};

/** What blocks say, paragraph by paragraph, with the pictures that stand between them. */
export const paragraphsOfBlocks = (value: unknown): Paragraph[] => {
  const nodes: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return Array.isArray(nodes) ? (nodes as Node[]).flatMap(paragraphsOf) : [];
};

/** A plain text, a paragraph a line. */
export const paragraphsOfText = (text: string): Paragraph[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'text', text: line, url: null }));
