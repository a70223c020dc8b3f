import { Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { ACTIONS, OBJECTIONS_PATH } from '../constants';
import { DeskCard } from '../desk/DeskCard';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { useGetObjectionsQuery } from './objections-api';

const MOST_SHOWN = 20;

/** On the desk: the unit's objections that wait for their answer. Nothing where none does. */
export const ObjectionsCard = () => {
  const { formatDate, formatMessage } = useIntl();
  const periodLabel = usePeriodLabel();
  const canRead = useAllowed(ACTIONS.readObjections);
  const { data } = useGetObjectionsQuery(
    { state: 'filed', page: 1, pageSize: MOST_SHOWN },
    { skip: !canRead, refetchOnMountOrArgChange: true }
  );
  if (!data || data.data.length === 0) return null;
  return (
    <DeskCard
      title={formatMessage({
        id: trId('objection.waiting'),
        defaultMessage: 'Objections that wait for an answer',
      })}
      total={data.meta.pagination.total}
      items={data.data.map(({ documentId, filedAt, filedBy, month, title }) => ({
        key: documentId,
        content: (
          <Flex direction="column" alignItems="flex-start" gap={1}>
            <Link tag={NavLink} to={`/${OBJECTIONS_PATH}?state=filed`}>
              {title}
            </Link>
            <Typography variant="pi" textColor="neutral600">
              {[periodLabel(month), formatDate(filedAt, { dateStyle: 'medium' }), filedBy].join(
                ' · '
              )}
            </Typography>
          </Flex>
        ),
      }))}
    />
  );
};
