import { Widget } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { OBJECTIONS_PATH } from '../constants';
import { trId } from '../shared/translations';
import { WidgetRows } from '../shared/WidgetRows';
import { useGetObjectionsQuery } from './objections-api';

/** On the office's home page: how many objections wait for an answer. */
export const ObjectionsWidget = () => {
  const { formatMessage, formatNumber } = useIntl();
  const { data, error } = useGetObjectionsQuery(
    { state: 'filed', page: 1, pageSize: 1 },
    { refetchOnMountOrArgChange: true }
  );
  if (error) return <Widget.Error />;
  if (!data) return <Widget.Loading />;
  const { total } = data.meta.pagination;
  return (
    <WidgetRows
      rows={[
        {
          label: formatMessage({
            id: trId('objection.waiting'),
            defaultMessage: 'Objections that wait for an answer',
          }),
          value: formatNumber(total),
          isPressing: total > 0,
          to: `/${OBJECTIONS_PATH}?state=filed`,
        },
      ]}
    />
  );
};
