import { useIntl } from 'react-intl';
import type { AddresseeView } from '../../../shared/contracts';
import { ListTable } from '../shared/ListTable';
import { trId } from '../shared/translations';
import { useRoleLabel } from './useRoleLabel';

/** Who would be told of a bulletin, and by what. */
export const AddresseeTable = ({ addressees }: { addressees: readonly AddresseeView[] }) => {
  const { formatMessage } = useIntl();
  const caption = formatMessage({ id: trId('issue.addressees'), defaultMessage: 'Who is told' });
  return (
    <ListTable
      caption={caption}
      headings={[
        formatMessage({ id: trId('issue.unit'), defaultMessage: 'Unit' }),
        formatMessage({ id: trId('issue.name'), defaultMessage: 'Name' }),
        formatMessage({ id: trId('issue.role'), defaultMessage: 'As' }),
        formatMessage({ id: trId('issue.by'), defaultMessage: 'By' }),
      ]}
    >
      {addressees.map((addressee, index) => (
        <Line key={index} addressee={addressee} />
      ))}
    </ListTable>
  );
};

const Line = ({ addressee }: { addressee: AddresseeView }) => {
  const { formatMessage } = useIntl();
  const roleOf = useRoleLabel();
  const { inPanel, mail, name, role, unitName } = addressee;
  const ways = [
    ...(role === 'head' && mail !== null ? [mail] : []),
    ...(inPanel
      ? [formatMessage({ id: trId('issue.panel'), defaultMessage: 'in the panel' })]
      : []),
  ];
  return (
    <tr>
      <td>{unitName}</td>
      <td>{name || '—'}</td>
      <td>{roleOf(role)}</td>
      <td>{ways.join(' · ') || '—'}</td>
    </tr>
  );
};
