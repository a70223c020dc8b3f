import type { ComponentProps } from 'react';
import { useIntl } from 'react-intl';
import type { UnitsResponse } from '../../../shared/contracts';
import { Loaded } from './Loaded';
import { trId } from './translations';

type LoadedUnitsProps = Pick<
  ComponentProps<typeof Loaded<UnitsResponse['data']>>,
  'data' | 'error' | 'children'
>;

/** The units that the form of a dialog offers, on their way. */
export const LoadedUnits = (props: LoadedUnitsProps) => {
  const { formatMessage } = useIntl();
  return (
    <Loaded
      {...props}
      place="form"
      failed={formatMessage({
        id: trId('create-submission.no-units'),
        defaultMessage: 'The units could not be read.',
      })}
      loading={formatMessage({
        id: trId('create-submission.loading'),
        defaultMessage: 'Reading the units',
      })}
    />
  );
};
