import type { Entry } from '../content';
import { disclosureDocuments } from './disclosure';
import type { EntryType } from './entry-type';
import * as features from './features';
import { articles, events } from './news';
import { leaders, milestones, profiles } from './organisation';
import { powerItems, serviceGuides } from './services';

/** What the page of a type shows of its entries; each is read as its own type. */
const shownAs = <E extends Entry>(type: EntryType<E>): EntryType => type;

/**
 * How the entries of each collection are listed and shown, by the collection's name in the API: what
 * is read, how a list and how an entry is drawn, and who is named as its source.
 */
const TYPES: ReadonlyMap<string, EntryType> = new Map([
  ['articles', shownAs(articles)],
  ['events', shownAs(events)],
  ['leaders', shownAs(leaders)],
  ['profiles', shownAs(profiles)],
  ['milestones', shownAs(milestones)],
  ['disclosure-documents', shownAs(disclosureDocuments)],
  ['power-items', shownAs(powerItems)],
  ['service-guides', shownAs(serviceGuides)],
  ['heritage-items', shownAs(features.heritageItems)],
  ['livelihood-projects', shownAs(features.livelihoodProjects)],
  ['works', shownAs(features.works)],
  ['artists', shownAs(features.artists)],
  ['training-results', shownAs(features.trainingResults)],
  ['policies', shownAs(features.policies)],
  ['lecture-series-list', shownAs(features.lectureSeries)],
  ['lectures', shownAs(features.lectures)],
]);

export const entryTypeOf = (collection: string | null | undefined): EntryType | undefined =>
  TYPES.get(collection ?? '');

/** The collections whose entries have pages. */
export const shownCollections = (): string[] => [...TYPES.keys()];
