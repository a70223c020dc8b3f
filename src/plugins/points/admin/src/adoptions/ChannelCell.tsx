import { Typography } from '@strapi/design-system';
import { isOwnChannel } from '../../../shared/contracts';
import { useChannelName } from '../shared/choices';
import { useGetRecordableQuery } from './adoptions-api';
import { everRecordable } from './recordable';

/** A channel in a list of the Content Manager, by its name. */
export const ChannelCell = ({ value }: { value: unknown }) => {
  const nameOf = useChannelName();
  const isOwn = isOwnChannel(value);
  const { data: views = [] } = useGetRecordableQuery(undefined, { skip: !isOwn });
  const own = isOwn ? everRecordable(views).find(({ channel }) => channel === value) : undefined;
  return (
    <Typography textColor="neutral800">
      {typeof value === 'string' && value !== '' ? nameOf(value, own?.name) : '-'}
    </Typography>
  );
};
