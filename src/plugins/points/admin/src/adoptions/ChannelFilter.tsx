import type { ComponentProps } from 'react';
import { InputRenderer } from '@strapi/strapi/admin';
import { CHANNELS } from '../../../shared/contracts';
import { useChannelName } from '../shared/choices';
import { useGetRecordableQuery } from './adoptions-api';
import { everRecordable } from './recordable';

type ChannelFilterProps = Omit<ComponentProps<typeof InputRenderer>, 'type' | 'options'>;

/** By which channel the Content Manager's list is filtered: one of the thirteen, or of what rule sets bring along. */
export const ChannelFilter = (props: ChannelFilterProps) => {
  const nameOf = useChannelName();
  const { data: views = [] } = useGetRecordableQuery(undefined);
  const names = new Map(everRecordable(views).map(({ channel, name }) => [channel, name]));
  const options = [...new Set([...CHANNELS, ...names.keys()])].map((channel) => ({
    value: channel,
    label: nameOf(channel, names.get(channel)),
  }));
  return (
    <InputRenderer
      {...({ ...props, type: 'enumeration', options } as ComponentProps<typeof InputRenderer>)}
    />
  );
};
