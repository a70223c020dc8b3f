import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Clause } from '../../../shared/contracts';
import { trId } from './translations';

/** The place in the regulation that gives the points, and its sentence. */
export const ClauseText = ({ clause }: { clause: Clause }) => {
  const { formatMessage } = useIntl();
  return (
    <Typography variant="pi" textColor="neutral600">
      {formatMessage(
        { id: trId('clause'), defaultMessage: 'Regulation §{number}: {sentence}' },
        { number: clause.number, sentence: clause.sentence }
      )}
    </Typography>
  );
};
