import type { Core } from '@strapi/strapi';
import { calendarService } from '../../common/time/calendar';
import { clock } from '../../common/time/clock';
import type { Placement } from '../../plugins/points/server/src/public';
import { has, siteTypes, type Attribute, type SiteType } from './site-types';

/** An entry as its own collection gives it, without its body; `collection` says which that is. */
export interface HomeEntry extends Record<string, unknown> {
  collection: string;
  documentId: string;
}

export interface Home {
  headline: HomeEntry[];
  pictures: HomeEntry[];
  videos: HomeEntry[];
  dynamics: HomeEntry[];
  /** Those that are not over, the next one first. */
  events: HomeEntry[];
}

/** How many entries of each kind the home page holds. */
export const HOME_SIZE = { headline: 6, pictures: 8, videos: 4, dynamics: 10, events: 6 } as const;

const PLACEMENTS: Readonly<Record<Exclude<keyof Home, 'events'>, Placement>> = {
  headline: 'headline',
  pictures: 'picture',
  videos: 'video',
  dynamics: 'dynamics',
};

/** Kinds of attributes that make up an entry's own page, and are too long for a list. */
const LONG: ReadonlySet<string> = new Set(['blocks', 'richtext', 'json', 'component']);

const isShort = ([, { type }]: readonly [string, Attribute]): boolean =>
  !LONG.has(type) && type !== 'relation' && type !== 'media';

interface Query {
  filters: object;
  sort: string[];
  limit: number;
}

const populateOf = (type: SiteType): object => ({
  ...Object.fromEntries(
    type.attributes
      .filter(([, attribute]) => attribute.type === 'media')
      .map(([name]) => [name, true])
  ),
  ...(has(type, 'column') ? { column: { fields: ['code', 'name', 'section'] } } : {}),
  ...(has(type, 'submission')
    ? { submission: { fields: ['id'], populate: { units: { fields: ['name'] } } } }
    : {}),
});

/** How entries are read for the home page. */
export type ReadHome = (strapi: Core.Strapi, type: SiteType, query: Query) => Promise<HomeEntry[]>;

/** Published entries of a type as the API gives them, with nothing that a visitor may not see. */
const readForApi: ReadHome = async (strapi, type, query) => {
  const rows: unknown = await strapi.documents(type.uid).findMany({
    ...query,
    status: 'published',
    fields: type.attributes.filter(isShort).map(([name]) => name),
    populate: populateOf(type),
  } as never);
  const entries = (await strapi.contentAPI.sanitize.output(
    rows,
    strapi.contentType(type.uid)
  )) as Array<Omit<HomeEntry, 'collection'>>;
  return entries.map((entry) => ({ collection: type.collection, ...entry }) as HomeEntry);
};

const dateOf = ({ publicationDate }: HomeEntry): number =>
  new Date(publicationDate as string).getTime();

const inPlacement = async (
  strapi: Core.Strapi,
  types: readonly SiteType[],
  read: ReadHome,
  placement: Placement,
  limit: number
): Promise<HomeEntry[]> => {
  const entries: HomeEntry[] = [];
  for (const type of types.filter((each) => has(each, 'placement'))) {
    const query = { filters: { placement }, sort: ['publicationDate:desc', 'id:desc'], limit };
    entries.push(...(await read(strapi, type, query)));
  }
  return entries.sort((one, other) => dateOf(other) - dateOf(one)).slice(0, limit);
};

/** Events that are not over; one without an end is over when its day is. */
const comingEvents = async (
  strapi: Core.Strapi,
  types: readonly SiteType[],
  read: ReadHome
): Promise<HomeEntry[]> => {
  const type = types.find(({ name }) => name === 'event');
  if (!type) return [];
  const now = clock.now();
  const today = calendarService(strapi).dayOf(now);
  // The day began less than a day ago; which of these moments are of today is seen below.
  const aDayAgo = new Date(now.getTime() - 24 * 60 * 60 * 1000);
  const coming = await read(strapi, type, {
    filters: {
      $or: [
        { endsAt: { $gte: now } },
        { $and: [{ endsAt: { $null: true } }, { startsAt: { $gte: aDayAgo } }] },
      ],
    },
    sort: ['startsAt:asc', 'id:asc'],
    limit: HOME_SIZE.events * 4,
  });
  const { dayOf } = calendarService(strapi);
  return coming
    .filter(
      ({ startsAt, endsAt }) => endsAt !== null || dayOf(new Date(startsAt as string)) >= today
    )
    .slice(0, HOME_SIZE.events);
};

/** What the home page shows, the latest first. */
export const homeOf = async (strapi: Core.Strapi, read: ReadHome = readForApi): Promise<Home> => {
  const types = siteTypes(strapi);
  const home: Home = { headline: [], pictures: [], videos: [], dynamics: [], events: [] };
  for (const part of Object.keys(PLACEMENTS) as Array<keyof typeof PLACEMENTS>) {
    home[part] = await inPlacement(strapi, types, read, PLACEMENTS[part], HOME_SIZE[part]);
  }
  return { ...home, events: await comingEvents(strapi, types, read) };
};
