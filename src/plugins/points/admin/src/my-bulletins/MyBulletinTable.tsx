import { Badge, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { MyBulletin } from '../../../shared/contracts';
import { ACTIONS } from '../constants';
import { ListTable } from '../shared/ListTable';
import { useEmptyText } from '../shared/useEmptyText';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { OpenBulletin } from './OpenBulletin';

/** Bulletins that were issued to whoever looks, the newest first. */
export const MyBulletinTable = ({ bulletins }: { bulletins: readonly MyBulletin[] }) => {
  const { formatMessage } = useIntl();
  const empty = useEmptyText(
    'my-bulletin.none',
    ACTIONS.issueBulletin,
    'No bulletin has been issued to you yet.'
  );
  const caption = formatMessage({
    id: trId('my-bulletin.title'),
    defaultMessage: 'Bulletins for me',
  });
  if (bulletins.length === 0) {
    return <Typography textColor="neutral600">{empty}</Typography>;
  }
  return (
    <ListTable
      caption={caption}
      headings={[
        formatMessage({ id: trId('bulletin.month'), defaultMessage: 'Month' }),
        formatMessage({ id: trId('my-bulletin.issued'), defaultMessage: 'Issued' }),
        formatMessage({ id: trId('bulletin.fingerprint'), defaultMessage: 'Fingerprint' }),
        formatMessage({ id: trId('my-bulletin.state'), defaultMessage: 'State' }),
        { unseen: formatMessage({ id: trId('my-bulletin.open'), defaultMessage: 'Open' }) },
      ]}
    >
      {bulletins.map((bulletin) => (
        <Line key={bulletin.documentId} bulletin={bulletin} />
      ))}
    </ListTable>
  );
};

const Line = ({ bulletin }: { bulletin: MyBulletin }) => {
  const { formatDate } = useIntl();
  const periodLabel = usePeriodLabel();
  const { fingerprint, issuedAt, month } = bulletin;
  return (
    <tr>
      <th scope="row">{periodLabel(month)}</th>
      <td>{formatDate(issuedAt, { dateStyle: 'medium', timeStyle: 'short' })}</td>
      <td>
        <code>{fingerprint}</code>
      </td>
      <td>
        <State bulletin={bulletin} />
      </td>
      <td>
        <OpenBulletin bulletin={bulletin} />
      </td>
    </tr>
  );
};

/** Whether it waits to be acknowledged, and else when it was. */
const State = ({ bulletin: { acknowledgedAt, readAt } }: { bulletin: MyBulletin }) => {
  const { formatDate, formatMessage } = useIntl();
  if (acknowledgedAt !== null) {
    return (
      <Badge size="S" backgroundColor="success100" textColor="success700">
        {formatMessage(
          { id: trId('my-bulletin.acknowledged'), defaultMessage: 'Acknowledged {at}' },
          { at: formatDate(acknowledgedAt, { dateStyle: 'medium' }) }
        )}
      </Badge>
    );
  }
  return (
    <Badge size="S" backgroundColor="warning100" textColor="warning700">
      {readAt === null
        ? formatMessage({ id: trId('my-bulletin.unread'), defaultMessage: 'Not opened' })
        : formatMessage({ id: trId('my-bulletin.waiting'), defaultMessage: 'To be acknowledged' })}
    </Badge>
  );
};
