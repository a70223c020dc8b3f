/** A column as far as its address needs it. */
export interface ColumnPlace {
  section: string;
  code: string;
}

/** An entry as far as its address needs it. */
export interface EntryPlace {
  documentId: string;
  slug?: string | null;
  column?: ColumnPlace | null;
}

export const HOME = '/';
export const SEARCH = '/search/';
export const SITE_MAP = '/map/';

const segment = (text: string | number): string => encodeURIComponent(text);

/** `/news/` */
export const sectionPath = (section: string): string => `/${segment(section)}/`;

/** `/news/headlines/` */
export const columnPath = ({ section, code }: ColumnPlace): string =>
  `${sectionPath(section)}${segment(code)}/`;

/** A query as an address has it; what is empty is left out. */
export const withQuery = (
  path: string,
  query: Readonly<Record<string, string | number | undefined>>
): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  if (given.length === 0) return path;
  return `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
};

/**
 * A page of a list: `/news/headlines/2/`, `/news/culture-news/past/3/`. A list that is filtered has
 * its page in the query, beside the filters.
 */
export const listPath = (
  path: string,
  {
    view,
    page = 1,
    query = {},
  }: { view?: string; page?: number; query?: Readonly<Record<string, string>> }
): string => {
  const base = view === undefined ? path : `${path}${segment(view)}/`;
  const isFiltered = Object.values(query).some((value) => value !== '');
  if (isFiltered) return withQuery(base, { ...query, page: page > 1 ? page : undefined });
  return page > 1 ? `${base}${page}/` : base;
};

/**
 * `/news/headlines/wen-zhang-jia.html`; of an entry that stands in no column
 * `/articles/wen-zhang-jia.html`.
 */
export const entryPath = (collection: string, { documentId, slug, column }: EntryPlace): string =>
  `${column ? columnPath(column) : `/${segment(collection)}/`}${segment(slug ?? documentId)}.html`;
