import { useIntl } from 'react-intl';
import type { AddresseeView } from '../../../shared/contracts';
import { DenseTable, Scroller } from '../shared/dense-table';
import { trId } from '../shared/translations';
import { useRoleLabel } from './useRoleLabel';

/** Who would be told of a bulletin, and by what. */
export const AddresseeTable = ({ addressees }: { addressees: readonly AddresseeView[] }) => {
  const { formatMessage } = useIntl();
  const caption = formatMessage({ id: trId('issue.addressees'), defaultMessage: 'Who is told' });
  return (
    <Scroller role="region" aria-label={caption} tabIndex={0}>
      <DenseTable>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{formatMessage({ id: trId('issue.unit'), defaultMessage: 'Unit' })}</th>
            <th scope="col">{formatMessage({ id: trId('issue.name'), defaultMessage: 'Name' })}</th>
            <th scope="col">{formatMessage({ id: trId('issue.role'), defaultMessage: 'As' })}</th>
            <th scope="col">{formatMessage({ id: trId('issue.by'), defaultMessage: 'By' })}</th>
          </tr>
        </thead>
        <tbody>
          {addressees.map((addressee, index) => (
            <Line key={index} addressee={addressee} />
          ))}
        </tbody>
      </DenseTable>
    </Scroller>
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
