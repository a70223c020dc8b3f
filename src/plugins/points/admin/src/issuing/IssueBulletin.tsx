import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { AddresseesResponse } from '../../../shared/contracts';
import { ACTIONS } from '../constants';
import { ErrorNotice } from '../shared/ErrorNotice';
import { Loaded } from '../shared/Loaded';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { AddresseeTable } from './AddresseeTable';
import { GapNotices } from './GapNotices';
import { useGetAddresseesQuery, useIssueBulletinMutation } from './issuing-api';
import { ReceiptTable } from './ReceiptTable';

const Wide = styled(Modal.Content)`
  max-width: 116rem;
`;

interface IssueBulletinProps {
  /** Of the bulletin. */
  documentId: string;
  /** `YYYY-MM`. */
  month: string;
}

/** Issues a bulletin (印发, §八.1) after a look at who is told; once it is issued, who has taken note. */
export const IssueBulletin = ({ documentId, month }: IssueBulletinProps) => {
  const { formatMessage } = useIntl();
  const periodLabel = usePeriodLabel();
  const canIssue = useAllowed(ACTIONS.issueBulletin);
  const [isOpen, setIsOpen] = useState(false);
  if (!canIssue) return null;
  return (
    <Modal.Root open={isOpen} onOpenChange={setIsOpen}>
      <Modal.Trigger>
        <Button size="S" variant="secondary">
          {formatMessage({ id: trId('issue.open'), defaultMessage: 'Issue and receipts' })}
        </Button>
      </Modal.Trigger>
      <Wide aria-describedby={undefined}>
        <Modal.Header
          closeLabel={formatMessage({ id: trId('action.close'), defaultMessage: 'Close' })}
        >
          <Modal.Title>
            {formatMessage(
              { id: trId('issue.title'), defaultMessage: 'Bulletin of {period}: who is told' },
              { period: periodLabel(month) }
            )}
          </Modal.Title>
        </Modal.Header>
        <Issuing documentId={documentId} month={month} onClose={() => setIsOpen(false)} />
      </Wide>
    </Modal.Root>
  );
};

const Issuing = ({ documentId, month, onClose }: IssueBulletinProps & { onClose: () => void }) => {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useGetAddresseesQuery(documentId, {
    refetchOnMountOrArgChange: true,
  });
  return (
    <Loaded
      place="form"
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
      onRetry={refetch}
    >
      {(preview) =>
        preview.issued === null ? (
          <Preview documentId={documentId} month={month} preview={preview} onClose={onClose} />
        ) : (
          <Modal.Body>
            <ReceiptTable documentId={documentId} />
          </Modal.Body>
        )
      }
    </Loaded>
  );
};

interface PreviewProps extends IssueBulletinProps {
  preview: AddresseesResponse['data'];
  onClose: () => void;
}

/** Who would be told and who would not be reached, and the button that issues. */
const Preview = ({ documentId, month, onClose, preview }: PreviewProps) => {
  const { formatMessage } = useIntl();
  const periodLabel = usePeriodLabel();
  const { toggleNotification } = useNotification();
  const [issue, { error, isLoading }] = useIssueBulletinMutation();
  const { addressees, gaps, mailOn } = preview;
  const period = periodLabel(month);

  const send = async () => {
    const result = await issue(documentId);
    if ('error' in result) return;
    toggleNotification({
      type: 'success',
      message: formatMessage(
        { id: trId('issue.done'), defaultMessage: 'The bulletin of {period} is issued.' },
        { period }
      ),
    });
  };

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={3}>
          {error ? (
            <ErrorNotice
              error={error}
              fallback={formatMessage({
                id: trId('issue.failed'),
                defaultMessage: 'The bulletin could not be issued.',
              })}
            />
          ) : null}
          <Typography>
            {formatMessage({
              id: trId('issue.explanation'),
              defaultMessage:
                'Issuing fixes the words of the bulletin for good, mails its PDF to the heads, and lets everyone below who has an account read it in the panel. It is done once.',
            })}
          </Typography>
          <GapNotices gaps={gaps} mailOn={mailOn} />
          <AddresseeTable addressees={addressees} />
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {formatMessage({ id: trId('action.cancel'), defaultMessage: 'Cancel' })}
        </Button>
        <Button loading={isLoading} onClick={send}>
          {formatMessage(
            { id: trId('issue.confirm'), defaultMessage: 'Issue the bulletin of {period}' },
            { period }
          )}
        </Button>
      </Modal.Footer>
    </>
  );
};
