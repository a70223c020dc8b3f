import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { BonusView } from '../../../shared/contracts';
import { trId } from '../shared/translations';

/** The unit that it is about, and the officer where it is about one. */
export const Whom = ({ of: { officer, unit } }: { of: Pick<BonusView, 'officer' | 'unit'> }) => (
  <>
    {unit.name}
    {officer ? ` · ${officer.name}` : ''}
  </>
);

interface DecidedProps {
  of: Pick<BonusView, 'decidedBy' | 'recordedBy'>;
}

/** Who decided it, and who recorded that. */
export const Decided = ({ of: { decidedBy, recordedBy } }: DecidedProps) => {
  const { formatMessage } = useIntl();
  return (
    <>
      {decidedBy}
      {recordedBy === null ? null : (
        <Typography variant="pi" textColor="neutral600" tag="div">
          {formatMessage(
            { id: trId('bonus.recorded-by'), defaultMessage: 'Recorded by {person}' },
            { person: recordedBy }
          )}
        </Typography>
      )}
    </>
  );
};
