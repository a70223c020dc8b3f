import type { Core } from '@strapi/strapi';

/** What a write gives back, as far as seeding looks. */
export interface Stored {
  id: number;
  documentId: string;
}

type Data = Record<string, unknown>;

/** Strapi's document service with the calls that seeding makes. */
export interface Documents {
  create(params: { data: Data; status?: 'published' }): Promise<Stored>;
  update(params: { documentId: string; data: Data }): Promise<Stored | null>;
  publish(params: { documentId: string }): Promise<{ entries: Stored[] }>;
  unpublish(params: { documentId: string }): Promise<{ entries: Stored[] }>;
}

/** The document service of a content type that may come from a plugin or from the site. */
export const documentsOf = (strapi: Core.Strapi, uid: string): Documents => {
  const documents: unknown = strapi.documents(uid as never);
  return documents as Documents;
};

export interface Clock {
  now(): Date;
  at<T>(moment: Date, run: () => Promise<T>): Promise<T>;
}

export const clockOf = (strapi: Core.Strapi): Clock =>
  strapi.plugin('points').service<Clock>('clock');
