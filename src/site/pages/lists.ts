import type { Core } from '@strapi/strapi';
import type { ColumnNode } from '../public-api/column-tree';
import { has, type SiteType } from '../public-api/site-types';
import type { Entry } from './content';
import { countEntries, readEntries, typeOf } from './reader';
import { entryTypeOf } from './types';
import type { EntryType, ListView } from './types/entry-type';

const PAGE_SIZE = 12;

/** The catalogue of powers names all of them, also those whose details stand in another column. */
const WHOLE_COLLECTION: ReadonlySet<string> = new Set(['power-catalogue']);

/** What a column carries, and how it is shown; nothing where it carries nothing that has pages. */
export const carriedBy = (
  strapi: Core.Strapi,
  { carries }: Pick<ColumnNode, 'carries'>
): { collection: string; type: SiteType; shown: EntryType } | null => {
  const type = typeOf(strapi, carries ?? '');
  const shown = entryTypeOf(carries);
  return type && shown && carries !== null ? { collection: carries, type, shown } : null;
};

/** Which entries of its collection a column shows. */
export const entriesOf = (
  { code, placement }: Pick<ColumnNode, 'code' | 'placement'>,
  type: SiteType
): object => {
  if (WHOLE_COLLECTION.has(code)) return {};
  return placement && has(type, 'placement') ? { placement } : { column: { code } };
};

export interface ListPage {
  entries: Entry[];
  page: number;
  pageCount: number;
  total: number;
}

interface Asked {
  where: object;
  view?: ListView;
  page?: number;
  pageSize?: number;
  now: Date;
}

/** The latest entries of a list, without counting them. */
export const latestOf = (
  strapi: Core.Strapi,
  { type, shown }: { type: SiteType; shown: EntryType },
  { where, view, page = 1, pageSize = PAGE_SIZE, now }: Asked
): Promise<Entry[]> =>
  readEntries(strapi, type, {
    where: view ? { $and: [where, view.where(now)] } : where,
    orderBy: (view ?? shown.list).orderBy,
    populate: shown.list.populate,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  });

/** A page of a list, and how many there are. */
export const listPage = async (
  strapi: Core.Strapi,
  carried: { type: SiteType; shown: EntryType },
  asked: Asked
): Promise<ListPage> => {
  const { where, view, page = 1, pageSize = PAGE_SIZE, now } = asked;
  const total = await countEntries(
    strapi,
    carried.type,
    view ? { $and: [where, view.where(now)] } : where
  );
  const entries = total === 0 ? [] : await latestOf(strapi, carried, asked);
  return { entries, page, pageCount: Math.ceil(total / pageSize), total };
};
