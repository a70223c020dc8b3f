import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ReceiptsResponse, ReceiptView } from '../../../shared/contracts';
import { ListTable } from '../shared/ListTable';
import { Loaded } from '../shared/Loaded';
import { trId } from '../shared/translations';
import { GapNotices } from './GapNotices';
import { useGetReceiptsQuery } from './issuing-api';
import { MailAllOff } from './MailAllOff';
import { MailCell } from './MailCell';
import { useRoleLabel } from './useRoleLabel';

interface ReceiptTableProps {
  /** Of the bulletin. */
  documentId: string;
}

/** Who was told of an issued bulletin, who has opened it and taken note, and how the mails fare. */
export const ReceiptTable = ({ documentId }: ReceiptTableProps) => {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useGetReceiptsQuery(documentId, {
    refetchOnMountOrArgChange: true,
  });
  return (
    <Loaded
      place="dialog"
      data={data}
      error={error}
      failed={formatMessage({
        id: trId('issue.error'),
        defaultMessage: 'Who is told could not be read.',
      })}
      loading={formatMessage({
        id: trId('issue.loading'),
        defaultMessage: 'Reading who is told',
      })}
      empty={{
        when: ({ meta }) => meta.issued === null,
        text: formatMessage({
          id: trId('issue.not-issued'),
          defaultMessage: 'The bulletin is not issued yet.',
        }),
      }}
      onRetry={refetch}
    >
      {(receipts) => <Receipts documentId={documentId} receipts={receipts} />}
    </Loaded>
  );
};

const Receipts = ({
  documentId,
  receipts: { data, meta },
}: ReceiptTableProps & { receipts: ReceiptsResponse }) => {
  const { formatDate, formatMessage } = useIntl();
  const caption = formatMessage({ id: trId('issue.receipts'), defaultMessage: 'Receipts' });
  const { counts, gaps, issued, mailOn } = meta;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {issued === null ? null : (
        <Typography>
          {formatMessage(
            {
              id: trId('issue.summary'),
              defaultMessage:
                'Issued {at} by {by}. {acknowledged} of {inPanel} acknowledged, {read} opened; {mailed} mails sent.',
            },
            {
              ...counts,
              at: formatDate(issued.at, { dateStyle: 'medium', timeStyle: 'short' }),
              by: issued.by,
            }
          )}
        </Typography>
      )}
      <GapNotices gaps={gaps} mailOn={mailOn} />
      {mailOn ? <MailAllOff documentId={documentId} receipts={data} /> : null}
      <ListTable
        caption={caption}
        headings={[
          formatMessage({ id: trId('issue.unit'), defaultMessage: 'Unit' }),
          formatMessage({ id: trId('issue.name'), defaultMessage: 'Name' }),
          formatMessage({ id: trId('issue.role'), defaultMessage: 'As' }),
          formatMessage({ id: trId('issue.read'), defaultMessage: 'Opened' }),
          formatMessage({ id: trId('issue.acknowledged'), defaultMessage: 'Acknowledged' }),
          formatMessage({ id: trId('issue.mail'), defaultMessage: 'Mail' }),
        ]}
      >
        {data.map((receipt) => (
          <Line
            key={receipt.documentId}
            documentId={documentId}
            receipt={receipt}
            mailOn={mailOn}
          />
        ))}
      </ListTable>
    </Flex>
  );
};

interface LineProps extends ReceiptTableProps {
  receipt: ReceiptView;
  mailOn: boolean;
}

const Line = ({ documentId, mailOn, receipt }: LineProps) => {
  const { formatDate } = useIntl();
  const roleOf = useRoleLabel();
  const { acknowledgedAt, acknowledgedBy, inPanel, name, readAt, role, unitName } = receipt;
  const momentOf = (moment: string | null): string => {
    if (moment !== null) return formatDate(moment, { dateStyle: 'medium', timeStyle: 'short' });
    return inPanel ? '' : '—';
  };
  return (
    <tr>
      <td>{unitName}</td>
      <td>{name || '—'}</td>
      <td>{roleOf(role)}</td>
      <td>{momentOf(readAt)}</td>
      <td>{[momentOf(acknowledgedAt), acknowledgedBy].filter(Boolean).join(' · ')}</td>
      <td>
        <MailCell documentId={documentId} receipt={receipt} mailOn={mailOn} />
      </td>
    </tr>
  );
};
