import { Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { BulletinSummary } from '../../../shared/contracts';
import { ACTIONS, REPORT_PATH } from '../constants';
import { IssueBulletin } from '../issuing/IssueBulletin';
import { ListTable } from '../shared/ListTable';
import { useEmptyText } from '../shared/useEmptyText';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { addressOf } from './address';

/** The sealed months, the latest first, each with the fingerprint that stands on paper. */
export const BulletinTable = ({ bulletins }: { bulletins: readonly BulletinSummary[] }) => {
  const { formatMessage } = useIntl();
  const empty = useEmptyText('bulletin.none', ACTIONS.sealMonths, 'No month is sealed yet.');
  const caption = formatMessage({ id: trId('bulletin.sealed'), defaultMessage: 'Sealed months' });
  if (bulletins.length === 0) {
    return <Typography textColor="neutral600">{empty}</Typography>;
  }
  return (
    <ListTable
      caption={caption}
      headings={[
        formatMessage({ id: trId('bulletin.month'), defaultMessage: 'Month' }),
        formatMessage({ id: trId('bulletin.sealed-at'), defaultMessage: 'Sealed' }),
        formatMessage({ id: trId('bulletin.sealed-by'), defaultMessage: 'By' }),
        formatMessage({ id: trId('bulletin.fingerprint'), defaultMessage: 'Fingerprint' }),
        formatMessage({ id: trId('bulletin.paper'), defaultMessage: 'Paper' }),
        formatMessage({ id: trId('issue.column'), defaultMessage: 'Who is told' }),
      ]}
    >
      {bulletins.map((bulletin) => (
        <Line key={bulletin.documentId} bulletin={bulletin} />
      ))}
    </ListTable>
  );
};

const Line = ({ bulletin }: { bulletin: BulletinSummary }) => {
  const { formatDate, formatMessage } = useIntl();
  const periodLabel = usePeriodLabel();
  const { documentId, fingerprint, month, sealedAt, sealedBy, sha256, sm3 } = bulletin;
  return (
    <tr>
      <th scope="row">
        <Link tag={NavLink} to={`/${REPORT_PATH}?period=${month}`}>
          {periodLabel(month)}
        </Link>
      </th>
      <td>{formatDate(sealedAt, { dateStyle: 'medium', timeStyle: 'short' })}</td>
      <td>{sealedBy}</td>
      <td title={`SHA-256 ${sha256}\nSM3 ${sm3}`}>
        <code>{fingerprint}</code>
      </td>
      <td>
        <Link tag={NavLink} to={addressOf(documentId)}>
          {formatMessage({ id: trId('bulletin.open'), defaultMessage: 'Open' })}
        </Link>
      </td>
      <td>
        <IssueBulletin documentId={documentId} month={month} />
      </td>
    </tr>
  );
};
