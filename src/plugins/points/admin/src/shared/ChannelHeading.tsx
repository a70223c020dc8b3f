import { Badge, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Channel, Names } from '../../../shared/contracts';
import { useChannelName } from './choices';
import { trId } from './translations';

interface ChannelHeadingProps {
  channel: Channel;
  /** What the rule set calls it, where it brings a name of its own. */
  name?: Names;
  /** Points taken back rather than given. */
  reversal: boolean;
  date?: string;
}

/** Through which channel points come or go, and when. */
export const ChannelHeading = ({ channel, name, reversal, date }: ChannelHeadingProps) => {
  const { formatMessage } = useIntl();
  const labelOf = useChannelName();
  return (
    <Flex gap={2} wrap="wrap" alignItems="center">
      <Typography variant="omega" fontWeight="bold" textColor="neutral800">
        {labelOf(channel, name)}
      </Typography>
      {reversal ? (
        <Badge variant="danger" size="S">
          {formatMessage({ id: trId('posting.reversal'), defaultMessage: 'Reversal' })}
        </Badge>
      ) : null}
      {date ? (
        <Typography variant="pi" textColor="neutral600">
          {date}
        </Typography>
      ) : null}
    </Flex>
  );
};
