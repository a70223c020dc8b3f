const withQuery = (page, query) => `/${page}.html?${new URLSearchParams(query)}`;

export const sectionAddress = (section) => withQuery('section', { section });
export const columnAddress = (code, more = {}) => withQuery('column', { code, ...more });
export const entryAddress = (collection, { slug }) => withQuery('entry', { collection, slug });
export const searchAddress = (q, page) => withQuery('search', page > 1 ? { q, page } : { q });
