import type { Core, UID } from '@strapi/strapi';
import { has, siteTypes, type SiteType } from './site-types';

const COLUMN = 'api::column.column' as UID.ContentType;

/** A column with all below it. Counts and dates are of the whole subtree. */
export interface ColumnNode {
  documentId: string;
  code: string;
  name: string;
  section: string;
  description: string | null;
  freshness: string | null;
  /** Collection of the entries that it carries, where they are of one kind: `articles`. */
  carries: string | null;
  placement: string | null;
  /** Names of the units responsible. */
  units: string[];
  /** Published entries. */
  count: number;
  /** The latest publication, ISO 8601. */
  lastUpdate: string | null;
  children: ColumnNode[];
}

interface ColumnRow {
  id: number;
  documentId: string;
  code: string;
  name: string;
  section: string;
  description?: string | null;
  freshness?: string | null;
  carries?: string | null;
  placement?: string | null;
  order?: number | null;
  parent?: { id: number } | null;
  units?: Array<{ name: string }>;
}

/** What of a column's own entries is published. */
interface Tally {
  count: number;
  last: Date | null;
}

interface TallyRow {
  key: number | string | null;
  count: number | string;
  last: string | number | Date | null;
}

const NOTHING: Tally = { count: 0, last: null };

const sum = (one: Tally, other: Tally): Tally => ({
  count: one.count + other.count,
  last: [one.last, other.last].reduce<Date | null>(
    (latest, date) => (date && (!latest || date > latest) ? date : latest),
    null
  ),
});

/** The date comes as SQLite keeps it (a number) or as PostgreSQL's driver gives it. */
const tallyOf = ({ count, last }: TallyRow): Tally => ({
  count: Number(count),
  last: last === null ? null : new Date(last),
});

const publishedOf = (strapi: Core.Strapi, { uid }: SiteType) =>
  strapi.db
    .connection({ e: strapi.db.metadata.get(uid).tableName })
    .whereNotNull('e.published_at')
    .countDistinct({ count: 'e.document_id' })
    .max({ last: 'e.publication_date' });

interface JoinTable {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
}

/** Published entries of a type by the id of the column that they name. */
const byColumn = async (strapi: Core.Strapi, type: SiteType): Promise<TallyRow[]> => {
  const relation = strapi.db.metadata.get(type.uid).attributes.column as unknown as {
    joinTable: JoinTable;
  };
  const { name, joinColumn, inverseJoinColumn } = relation.joinTable;
  return publishedOf(strapi, type)
    .join({ l: name }, `l.${joinColumn.name}`, 'e.id')
    .select({ key: `l.${inverseJoinColumn.name}` })
    .groupBy(`l.${inverseJoinColumn.name}`);
};

const byPlacement = async (strapi: Core.Strapi, type: SiteType): Promise<TallyRow[]> =>
  publishedOf(strapi, type).select({ key: 'e.placement' }).groupBy('e.placement');

const add = (tallies: Map<string, Tally>, rows: readonly TallyRow[]): void => {
  for (const row of rows) {
    const key = String(row.key);
    tallies.set(key, sum(tallies.get(key) ?? NOTHING, tallyOf(row)));
  }
};

/** A column that is served by placement holds what runs there, whatever column it names. */
const tallies = async (strapi: Core.Strapi): Promise<(column: ColumnRow) => Tally> => {
  const columns = new Map<string, Tally>();
  const placements = new Map<string, Tally>();
  for (const type of siteTypes(strapi)) {
    if (!has(type, 'publicationDate')) continue;
    if (has(type, 'column')) add(columns, await byColumn(strapi, type));
    if (has(type, 'placement')) add(placements, await byPlacement(strapi, type));
  }
  return ({ id, placement }) =>
    (placement ? placements.get(placement) : columns.get(String(id))) ?? NOTHING;
};

const byOrder = (one: ColumnRow, other: ColumnRow): number =>
  (one.order ?? Infinity) - (other.order ?? Infinity) || one.id - other.id || 0;

interface Branch {
  node: ColumnNode;
  tally: Tally;
}

/** The tree of columns by their order, each with what is published in it and below it. */
export const columnTree = async (strapi: Core.Strapi): Promise<ColumnNode[]> => {
  const rows = (await strapi.db.query(COLUMN).findMany({
    populate: { parent: true, units: true } as never,
  })) as ColumnRow[];
  const tallyOfOwn = await tallies(strapi);
  const ids = new Set(rows.map(({ id }) => id));
  const childrenOf = (id: number | null): ColumnRow[] =>
    rows
      .filter(({ parent }) => (parent && ids.has(parent.id) ? parent.id : null) === id)
      .sort(byOrder);

  const branchOf = (row: ColumnRow): Branch => {
    const branches = childrenOf(row.id).map(branchOf);
    const tally = branches.reduce((total, each) => sum(total, each.tally), tallyOfOwn(row));
    const node: ColumnNode = {
      documentId: row.documentId,
      code: row.code,
      name: row.name,
      section: row.section,
      description: row.description ?? null,
      freshness: row.freshness ?? null,
      carries: row.carries ?? null,
      placement: row.placement ?? null,
      units: (row.units ?? []).map(({ name }) => name),
      count: tally.count,
      lastUpdate: tally.last?.toISOString() ?? null,
      children: branches.map((branch) => branch.node),
    };
    return { node, tally };
  };
  return childrenOf(null).map((row) => branchOf(row).node);
};
