import { Widget } from '@strapi/strapi/admin';
import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { SETUP_PATH } from '../constants';
import { trId } from '../shared/translations';
import { WidgetRows } from '../shared/WidgetRows';
import { useGetSetupQuery } from './setup-api';

/** On the home page of a bureau that begins: what is to be done next. */
export const SetupWidget = () => {
  const { formatMessage } = useIntl();
  const { data, error } = useGetSetupQuery(null, { refetchOnMountOrArgChange: true });
  if (error) return <Widget.Error />;
  if (!data) return <Widget.Loading />;
  if (data.isComplete) {
    return (
      <Typography>
        {formatMessage({
          id: trId('setup.complete'),
          defaultMessage: 'All that is required is done.',
        })}
      </Typography>
    );
  }
  const rows = data.steps
    .filter(({ isRequired }) => isRequired)
    .map(({ key, state, title }) => ({
      label: title,
      value: formatMessage({ id: trId(`setup.state.${state}`), defaultMessage: state }),
      isPressing: state === 'open',
      to: `/${SETUP_PATH}#${key}`,
    }));
  return <WidgetRows rows={rows} />;
};
