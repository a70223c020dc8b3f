import { Badge, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { MyBulletin } from '../../../shared/contracts';
import { DenseTable, Scroller } from '../shared/dense-table';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { OpenBulletin } from './OpenBulletin';

/** Bulletins that were issued to whoever looks, the newest first. */
export const MyBulletinTable = ({ bulletins }: { bulletins: readonly MyBulletin[] }) => {
  const { formatMessage } = useIntl();
  const caption = formatMessage({
    id: trId('my-bulletin.title'),
    defaultMessage: 'Bulletins for me',
  });
  if (bulletins.length === 0) {
    return (
      <Typography textColor="neutral600">
        {formatMessage({
          id: trId('my-bulletin.none'),
          defaultMessage: 'No bulletin has been issued to you yet.',
        })}
      </Typography>
    );
  }
  return (
    <Scroller role="region" aria-label={caption} tabIndex={0}>
      <DenseTable>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              {formatMessage({ id: trId('bulletin.month'), defaultMessage: 'Month' })}
            </th>
            <th scope="col">
              {formatMessage({ id: trId('my-bulletin.issued'), defaultMessage: 'Issued' })}
            </th>
            <th scope="col">
              {formatMessage({ id: trId('bulletin.fingerprint'), defaultMessage: 'Fingerprint' })}
            </th>
            <th scope="col">
              {formatMessage({ id: trId('my-bulletin.state'), defaultMessage: 'State' })}
            </th>
            <th
              scope="col"
              aria-label={formatMessage({ id: trId('my-bulletin.open'), defaultMessage: 'Open' })}
            />
          </tr>
        </thead>
        <tbody>
          {bulletins.map((bulletin) => (
            <Line key={bulletin.documentId} bulletin={bulletin} />
          ))}
        </tbody>
      </DenseTable>
    </Scroller>
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
