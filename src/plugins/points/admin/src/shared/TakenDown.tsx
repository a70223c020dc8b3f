import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { AdoptionPostingView } from '../../../shared/contracts';
import { trId } from './translations';

/** Why the entry was taken down by which a posting was reversed; nothing where nobody said. */
export const TakenDown = ({ posting }: { posting: Pick<AdoptionPostingView, 'takenDown'> }) => {
  const { formatMessage } = useIntl();
  if (posting.takenDown === null) return null;
  return (
    <Typography variant="pi">
      {formatMessage(
        { id: trId('posting.taken-down'), defaultMessage: 'Taken down by {by}: {reason}' },
        posting.takenDown
      )}
    </Typography>
  );
};
