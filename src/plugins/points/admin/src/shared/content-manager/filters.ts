import { InputRenderer } from '@strapi/strapi/admin';
import type { InjectableListViewFilter, ListLayout } from '@strapi/content-manager/strapi-admin';
import { channelOptionsOf } from '../../adoptions/channel-options';
import { ChannelFilter } from '../../adoptions/ChannelFilter';
import { UID } from '../../constants';
import { contentTypeIn } from '../address';

/** The hook of the Content Manager that lets plugins change what a list can be filtered by. */
export const FILTERS_HOOK = 'Admin/CM/pages/ListView/inject-in-filters';

type FilterInput = NonNullable<InjectableListViewFilter['input']>;

interface FiltersHookArguments {
  displayedFilters: InjectableListViewFilter[];
  layout: ListLayout;
}

/** A filter named as its column is. The Content Manager shows the bare attribute instead. */
const named = (filter: InjectableListViewFilter, uid: string): InjectableListViewFilter =>
  filter.label === filter.name
    ? {
        ...filter,
        label: {
          id: `content-manager.content-types.${uid}.${filter.name}`,
          defaultMessage: filter.name,
        },
      }
    : filter;

/**
 * A closed list's filter in force, shown by the value's label. The Content Manager looks labels up
 * only for filters with an input of their own: this is the one that it uses anyway.
 */
const labelled = (filter: InjectableListViewFilter): InjectableListViewFilter =>
  filter.type === 'enumeration' && !filter.input
    ? { ...filter, input: InputRenderer as unknown as FilterInput }
    : filter;

/** Of an adoption's channel, which is no closed list: rule sets bring some along. */
const withChannels = (
  filter: InjectableListViewFilter,
  options: InjectableListViewFilter['options']
): InjectableListViewFilter => ({ ...filter, type: 'enumeration', input: ChannelFilter, options });

/** Names filters and their values as the table and the form name them. */
export const filterNaming = (app: Parameters<typeof channelOptionsOf>[0]) => {
  let isFirst = true;
  const channelOptions = (): InjectableListViewFilter['options'] => {
    const options = channelOptionsOf(app, isFirst);
    isFirst = false;
    return options;
  };
  return ({ displayedFilters, layout }: FiltersHookArguments): FiltersHookArguments => {
    const uid = contentTypeIn(decodeURIComponent(window.location.pathname));
    if (uid === undefined) return { displayedFilters, layout };
    return {
      layout,
      displayedFilters: displayedFilters.map((filter) => {
        const isChannel = uid === UID.adoption && filter.name === 'channel';
        const own = named(filter, uid);
        return isChannel ? withChannels(own, channelOptions()) : labelled(own);
      }),
    };
  };
};
