import type { ComponentProps } from 'react';
import { useIntl } from 'react-intl';
import { Loaded } from '../shared/Loaded';
import { trId } from '../shared/translations';

type LoadedCommissionsProps<Data> = Omit<ComponentProps<typeof Loaded<Data>>, 'failed' | 'loading'>;

/** What is read of commissions, on its way. */
export const LoadedCommissions = <Data,>(props: LoadedCommissionsProps<Data>) => {
  const { formatMessage } = useIntl();
  return (
    <Loaded
      {...props}
      failed={formatMessage({
        id: trId('commission.error'),
        defaultMessage: 'The commissions could not be read.',
      })}
      loading={formatMessage({
        id: trId('commission.loading'),
        defaultMessage: 'Reading the commissions',
      })}
    />
  );
};
