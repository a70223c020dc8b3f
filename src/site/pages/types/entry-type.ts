import type { Child } from '../templates/parts';
import type { Entry } from '../content';
import type { Order } from '../reader';

/** A list of a column beside its first one: events that are over. */
export interface ListView {
  code: string;
  name: string;
  orderBy: readonly Order[];
  where(now: Date): object;
}

/** How the entries of a collection are listed and shown. */
export interface EntryType<E extends Entry = Entry> {
  list: {
    orderBy: readonly Order[];
    /** Linked content that the list shows. */
    populate?: readonly string[];
    /** The first one is shown where none is asked for. */
    views?: readonly [ListView, ...ListView[]];
    /** Attributes with a closed list of values, by which a reader may narrow the list. */
    filters?: readonly string[];
    draw(entries: readonly E[], column: { name: string }, now: Date): Child;
  };
  entry: {
    populate: readonly string[];
    /** Who is named as its source, where it is not the site. */
    source?(entry: E): string | null | undefined;
    draw(entry: E, now: Date): Child;
    /** Its kind for machines, as schema.org names it. */
    schema?: string;
  };
  /** Whether its entries follow one another in time, so that each has one before and one after it. */
  isSequence?: boolean;
}
