/** An answer of the public API that is not what was asked for. */
export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const get = async (path, query = {}) => {
  const parameters = new URLSearchParams(query).toString();
  const response = await fetch(`/api/${path}${parameters ? `?${parameters}` : ''}`);
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(response.status, body.error?.message ?? '');
  return body;
};

/** Everything that the home page shows. */
export const fetchHome = async () => (await get('home')).data;

/** The columns as a tree. */
export const fetchTree = async () => (await get('columns/tree')).data;

/** Entries of a collection, and how many pages there are. */
export const fetchEntries = (collection, query) => get(collection, query);

/** The entry of that address, or null. */
export const fetchEntry = async (collection, slug, populate) => {
  const { data } = await get(collection, { 'filters[slug][$eq]': slug, ...populate });
  return data[0] ?? null;
};

/** What the search finds, with highlights. */
export const fetchFinds = (q, page) => get('search', { q, page });

/** The column of that code with the columns above it, the outermost first; empty if there is none. */
export const pathTo = (tree, code) => {
  for (const node of tree) {
    if (node.code === code) return [node];
    const below = pathTo(node.children, code);
    if (below.length > 0) return [node, ...below];
  }
  return [];
};
