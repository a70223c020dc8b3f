import type { InjectableListViewFilter, ListLayout } from '@strapi/content-manager/strapi-admin';

/** The hook of the Content Manager that lets plugins change what a list can be filtered by. */
export const FILTERS_HOOK = 'Admin/CM/pages/ListView/inject-in-filters';

interface FiltersHookArguments {
  displayedFilters: InjectableListViewFilter[];
  layout: ListLayout;
}

/** The content type of a list, which the hook is not told: the address says it. */
export const contentTypeIn = (pathname: string): string | undefined =>
  /\/content-manager\/collection-types\/([^/]+)/.exec(pathname)?.[1];

/**
 * Names filters as columns and fields are named. The Content Manager translates the names of a
 * type's fields in its table and form, and shows the bare attribute in its filters.
 */
export const nameFilters = ({
  displayedFilters,
  layout,
}: FiltersHookArguments): FiltersHookArguments => {
  const uid = contentTypeIn(decodeURIComponent(window.location.pathname));
  if (uid === undefined) return { displayedFilters, layout };
  return {
    layout,
    displayedFilters: displayedFilters.map((filter) =>
      filter.label === filter.name
        ? {
            ...filter,
            label: {
              id: `content-manager.content-types.${uid}.${filter.name}`,
              defaultMessage: filter.name,
            },
          }
        : filter
    ),
  };
};
