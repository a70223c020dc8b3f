import { columnPath, HOME, listPath, SEARCH, sectionPath, SITE_MAP, withQuery } from './addresses';
import type { Columns } from './columns';
import { SECTIONS } from './site';

/** An address of the site before it was rendered on the server, as what it asked for. */
export type OldAddress =
  | { kind: 'moved'; location: string }
  | { kind: 'entry'; collection: string; slug: string }
  | { kind: 'column'; code: string; view?: string; page: number }
  | { kind: 'missing' };

const pageOf = (query: URLSearchParams): number =>
  Math.max(1, Math.trunc(Number(query.get('page'))) || 1);

const OLD: Readonly<Record<string, ((query: URLSearchParams) => OldAddress) | undefined>> = {
  '/index.html': () => ({ kind: 'moved', location: HOME }),
  '/map.html': () => ({ kind: 'moved', location: SITE_MAP }),
  '/search.html': (query) => ({
    kind: 'moved',
    location: withQuery(SEARCH, {
      q: query.get('q') ?? undefined,
      page: query.get('page') ?? undefined,
    }),
  }),
  '/section.html': (query) => {
    const section = query.get('section');
    return section && SECTIONS.has(section)
      ? { kind: 'moved', location: sectionPath(section) }
      : { kind: 'missing' };
  },
  '/column.html': (query) => {
    const code = query.get('code');
    const view = query.get('view') ?? undefined;
    return code ? { kind: 'column', code, view, page: pageOf(query) } : { kind: 'missing' };
  },
  '/entry.html': (query) => {
    const [collection, slug] = [query.get('collection'), query.get('slug')];
    return collection && slug ? { kind: 'entry', collection, slug } : { kind: 'missing' };
  },
};

/** What an old address asked for; nothing where the path is none of them. */
export const oldAddress = (path: string, query: URLSearchParams): OldAddress | undefined =>
  OLD[path]?.(query);

/** Where a list that was asked for by its column's code is now. */
export const listOf = (
  columns: Columns,
  { code, view, page }: { code: string; view?: string; page: number }
): string | null => {
  const column = columns.byCode.get(code)?.at(-1);
  if (!column) return null;
  return listPath(columnPath(column), { view: view === 'past' ? view : undefined, page });
};
