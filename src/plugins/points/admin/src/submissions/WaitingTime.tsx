import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Waiting } from '../../../shared/contracts';
import { trId } from '../shared/translations';

/** From here on a piece has waited long (§五: reviewed at once). */
const LONG = 3;

/** How long something waits, in working days; an estimate says that it is one. */
export const WaitingTime = ({ waiting }: { waiting: Waiting }) => {
  const { formatMessage } = useIntl();
  const { exact, workingDays } = waiting;
  return (
    <Typography
      variant="pi"
      fontWeight={workingDays >= LONG ? 'bold' : undefined}
      textColor={workingDays >= LONG ? 'danger600' : 'neutral800'}
      title={
        exact
          ? undefined
          : formatMessage({
              id: trId('waiting.estimate'),
              defaultMessage:
                'An estimate: the public holidays of that year are not known here, so Monday to Friday were counted.',
            })
      }
    >
      {formatMessage(
        {
          id: trId(exact ? 'waiting.days' : 'waiting.about'),
          defaultMessage: '{days, plural, =0 {today} one {# working day} other {# working days}}',
        },
        { days: workingDays }
      )}
    </Typography>
  );
};
