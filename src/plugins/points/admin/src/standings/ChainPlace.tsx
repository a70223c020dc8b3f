import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { PostingView } from '../../../shared/contracts';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';

const SHORT = 12;

const Hash = styled.code`
  font-size: 1.2rem;
  overflow-wrap: anywhere;
`;

/** Whether a posting's month is sealed, and by what nobody can change it unseen. */
export const ChainPlace = ({ posting }: { posting: PostingView }) => {
  const { formatMessage } = useIntl();
  const labelOf = usePeriodLabel();
  const { hash, month, sealed, sequence } = posting;
  return (
    <Flex direction="column" alignItems="flex-start">
      <Typography variant="pi">
        {sealed
          ? formatMessage(
              { id: trId('posting.sealed'), defaultMessage: 'Sealed with {month}' },
              { month: labelOf(month) }
            )
          : formatMessage(
              { id: trId('posting.open'), defaultMessage: '{month}, not sealed' },
              { month: labelOf(month) }
            )}
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        {formatMessage(
          { id: trId('posting.sequence'), defaultMessage: 'No. {sequence}' },
          { sequence }
        )}
      </Typography>
      <details>
        <summary>
          <Hash>{hash.slice(0, SHORT)}…</Hash>
        </summary>
        <Hash>{hash}</Hash>
      </details>
    </Flex>
  );
};
