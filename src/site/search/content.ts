import type { Core } from '@strapi/strapi';
import { componentAttributes, type Attribute, type SiteType } from '../public-api/site-types';

/** What of a published entry can be searched. */
interface SearchableText {
  title: string;
  text: string;
}

type Values = Readonly<Record<string, unknown>>;
type Attributes = ReadonlyArray<readonly [string, Attribute]>;

const TEXTS: ReadonlySet<string> = new Set(['string', 'text', 'richtext']);

const ADDRESS = /^(https?:\/\/|\/)\S*$/;

interface Block {
  text?: unknown;
  children?: unknown;
}

/** The text of Strapi's blocks: a line for each block. */
const textOfBlocks = (value: unknown): string => {
  if (!Array.isArray(value)) return '';
  const inline = ({ text, children }: Block): string => {
    if (typeof text === 'string') return text;
    return Array.isArray(children) ? (children as Block[]).map(inline).join('') : '';
  };
  return (value as Block[]).map(inline).join('\n');
};

const textOfAttribute = (
  strapi: Core.Strapi,
  { type, component }: Attribute,
  value: unknown
): string[] => {
  if (value === null || value === undefined) return [];
  if (TEXTS.has(type)) return typeof value === 'string' && !ADDRESS.test(value) ? [value] : [];
  if (type === 'blocks') return [textOfBlocks(value)];
  if (type !== 'component' || component === undefined) return [];
  const parts = Array.isArray(value) ? (value as Values[]) : [value as Values];
  const attributes = componentAttributes(strapi, component);
  return parts.flatMap((part) => textsOf(strapi, attributes, part));
};

const textsOf = (strapi: Core.Strapi, attributes: Attributes, values: Values): string[] =>
  attributes.flatMap(([name, attribute]) => textOfAttribute(strapi, attribute, values[name]));

/** What `textOf` needs to be read with an entry. */
export const componentsOf = (strapi: Core.Strapi, attributes: Attributes): object =>
  Object.fromEntries(
    attributes.flatMap(([name, { type, component }]) =>
      type === 'component' && component !== undefined
        ? [[name, { populate: componentsOf(strapi, componentAttributes(strapi, component)) }]]
        : []
    )
  );

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** The title of an entry, and everything else of it that is text and public, its summary first. */
export const textOf = (strapi: Core.Strapi, type: SiteType, entry: Values): SearchableText => {
  const title = entry[type.title];
  const first = type.attributes.filter(([name]) => name === 'summary');
  const rest = type.attributes.filter(([name]) => name !== type.title && name !== 'summary');
  return {
    title: typeof title === 'string' ? tidy(title) : '',
    text: tidy(textsOf(strapi, [...first, ...rest], entry).join('\n')),
  };
};
