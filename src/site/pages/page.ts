import type { Core } from '@strapi/strapi';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Columns } from './columns';
import type { Site } from './site';

/** What every page is made with. */
export interface PageContext {
  strapi: Core.Strapi;
  site: Site;
  columns: Columns;
  now: Date;
  /** What stands behind the question mark. */
  query: URLSearchParams;
}

type PageType =
  | 'html'
  | 'text/plain'
  | 'text/css'
  | 'text/javascript'
  | 'image/svg+xml'
  | 'application/xml'
  | 'application/rss+xml';

interface Answered {
  status: 200 | 404 | 410;
  type: PageType;
  body: string;
  /** Where it may be kept longer than until it is asked for again. */
  cacheControl?: string;
}

/** What an address leads to. */
export type Page =
  | Answered
  /** Its address is another one now. */
  | { status: 301; location: string };

/** A page as text. */
export const rendered = (status: 200 | 404 | 410, document: VNode): Page => ({
  status,
  type: 'html',
  body: `<!doctype html>\n${renderToString(document)}`,
});

export const movedTo = (location: string): Page => ({ status: 301, location });

/** A file for machines. */
export const textOf = (type: PageType, body: string): Answered => ({ status: 200, type, body });
