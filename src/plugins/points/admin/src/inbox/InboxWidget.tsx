import { Widget } from '@strapi/strapi/admin';
import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { BULLETINS_PATH, INBOX_PATH } from '../constants';
import { useUndecidedCount } from '../sealed-awards/useUndecidedCount';
import { useGetInboxQuery } from '../submissions/submissions-api';
import { WaitingTime } from '../submissions/WaitingTime';
import { trId } from '../shared/translations';
import { WidgetRows } from '../shared/WidgetRows';

const WAITING = ['submitted', 'awaits-signature'] as const;

/** On the office's home page: how much waits, and what has waited longest. */
export const InboxWidget = () => {
  const { formatMessage, formatNumber } = useIntl();
  const { data, error } = useGetInboxQuery(
    { queue: 'submitted', page: 1, pageSize: 1 },
    { refetchOnMountOrArgChange: true }
  );
  const undecided = useUndecidedCount({ refetchOnMountOrArgChange: true });
  if (error) return <Widget.Error />;
  if (!data) return <Widget.Loading />;
  const { waiting } = data.meta;
  const [oldest] = data.data;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} data-testid="inbox-widget">
      <WidgetRows
        rows={[
          ...WAITING.map((queue) => ({
            label: formatMessage({ id: trId(`inbox.queue.${queue}`), defaultMessage: queue }),
            value: formatNumber(waiting[queue]),
            isPressing: queue === 'submitted' && waiting[queue] > 0,
            to: `/${INBOX_PATH}?queue=${queue}`,
          })),
          ...(undecided > 0
            ? [
                {
                  label: formatMessage({
                    id: trId('sealed.widget'),
                    defaultMessage: 'Changes after a seal',
                  }),
                  value: formatNumber(undecided),
                  isPressing: true,
                  to: `/${BULLETINS_PATH}`,
                },
              ]
            : []),
        ]}
      />
      {oldest ? (
        <Flex direction="column" alignItems="stretch" gap={1}>
          <Typography variant="sigma" textColor="neutral600">
            {formatMessage({ id: trId('inbox.oldest'), defaultMessage: 'Waiting longest' })}
          </Typography>
          <Flex justifyContent="space-between" alignItems="baseline" gap={3}>
            <Typography variant="omega" ellipsis>
              {oldest.title}
            </Typography>
            {oldest.waiting ? <WaitingTime waiting={oldest.waiting} /> : null}
          </Flex>
        </Flex>
      ) : null}
    </Flex>
  );
};
