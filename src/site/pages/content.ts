import type { ColumnPlace, EntryPlace } from './addresses';

/** A node of Strapi's rich text. */
export interface BlockNode {
  type: string;
  text?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  code?: boolean;
  level?: number;
  format?: string;
  url?: string;
  image?: Partial<MediaFile> | null;
  children?: BlockNode[] | null;
}

export interface PictureSize {
  url: string;
  width: number;
  height: number;
}

/** A file of the media library, as far as visitors see it. */
export interface MediaFile {
  name: string;
  url: string;
  ext?: string | null;
  mime?: string | null;
  /** In kilobytes. */
  size?: number | string | null;
  width?: number | null;
  height?: number | null;
  alternativeText?: string | null;
  caption?: string | null;
  formats?: Record<string, PictureSize> | null;
}

interface EntryColumn extends ColumnPlace {
  name: string;
}

export interface Named {
  name: string;
}

/** What every entry has, whatever its type; a type has either a title or a name. */
export interface Entry extends EntryPlace {
  id: number;
  title?: string;
  name?: string;
  summary?: string | null;
  keywords?: string | null;
  /** ISO 8601. */
  publicationDate?: string | null;
  updatedAt?: string | null;
  column?: EntryColumn | null;
  body?: BlockNode[] | null;
  cover?: MediaFile | null;
}

export const titleOf = ({ title, name }: Pick<Entry, 'title' | 'name'>): string =>
  title ?? name ?? '';
