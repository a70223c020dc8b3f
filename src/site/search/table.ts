import type { Knex } from 'knex';
import type { Question } from './terms';

export type Transaction = Knex.Transaction;

/** The index's own table, which Strapi leaves alone because no content type of it is there. */
export const TABLE = 'site_search';

/** A published entry as the index keeps it. */
export interface IndexedEntry {
  uid: string;
  documentId: string;
  /** Empty for a type without locales. */
  locale: string;
  /** Id of the published row, which is another after each publication. */
  entryId: number;
  publishedAt: Date;
  title: string;
  text: string;
}

/** Where a search looks: the titles alone, or everything. */
export type Scope = 'title' | 'all';

/** Puts entries into the index, each in place of the row that it has there already. */
export type Insert = (entries: readonly IndexedEntry[]) => Promise<void>;

/** The index in one kind of database. Both kinds find the same in the same order. */
export interface Store {
  /** Makes the tables where they are missing. */
  create(trx: Transaction): Promise<void>;
  insert(trx: Transaction, entries: readonly IndexedEntry[]): Promise<void>;
  /** Forgets entries by their rows in the index. */
  remove(trx: Transaction, ids: readonly number[]): Promise<void>;
  /** Forgets all that the index has of a document. */
  removeDocument(trx: Transaction, uid: string, documentId: string): Promise<void>;
  /** Replaces all that the index holds by what `fill` inserts. What is written meanwhile may be lost. */
  renew(trx: Transaction, fill: (insert: Insert) => Promise<void>): Promise<void>;
  /** Runs searches on one connection that is set for them. */
  reading<T>(connection: Knex, read: (connection: Knex) => Promise<T>): Promise<T>;
  /** Rows of the index that answer, the latest publication first, at most so many. */
  find(connection: Knex, question: Question, scope: Scope, most: number): Promise<number[]>;
}
