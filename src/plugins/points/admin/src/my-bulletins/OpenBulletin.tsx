import { useEffect, useState } from 'react';
import { Box, Button, Flex, MenuItem, Modal, SimpleMenu } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { REPORT_FORMATS, type MyBulletin } from '../../../shared/contracts';
import {
  useAcknowledgeMyBulletinMutation,
  useReadMyBulletinMutation,
} from '../issuing/issuing-api';
import { ErrorNotice } from '../shared/ErrorNotice';
import { Loaded } from '../shared/Loaded';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { useSaveFile } from '../shared/useSaveFile';
import { useDone } from '../shared/useDone';
import { OwnStandings } from './OwnStandings';

/** Opens a bulletin: where the own units stood, its file, and that one has taken note (已阅知). */
export const OpenBulletin = ({ bulletin }: { bulletin: MyBulletin }) => {
  const { formatMessage } = useIntl();
  const periodLabel = usePeriodLabel();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Modal.Root open={isOpen} onOpenChange={setIsOpen}>
      <Modal.Trigger>
        <Button size="S" variant={bulletin.acknowledgedAt === null ? 'default' : 'tertiary'}>
          {formatMessage({ id: trId('my-bulletin.open'), defaultMessage: 'Open' })}
        </Button>
      </Modal.Trigger>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header
          closeLabel={formatMessage({ id: trId('action.close'), defaultMessage: 'Close' })}
        >
          <Modal.Title>
            {formatMessage(
              { id: trId('my-bulletin.of'), defaultMessage: 'Bulletin of {period}' },
              { period: periodLabel(bulletin.month) }
            )}
          </Modal.Title>
        </Modal.Header>
        <Opened bulletin={bulletin} onClose={() => setIsOpen(false)} />
      </Modal.Content>
    </Modal.Root>
  );
};

interface OpenedProps {
  bulletin: MyBulletin;
  onClose: () => void;
}

const Opened = ({ bulletin, onClose }: OpenedProps) => {
  const { formatMessage } = useIntl();
  const { documentId } = bulletin;
  const [read, { data, error }] = useReadMyBulletinMutation();
  useEffect(() => {
    void read(documentId);
  }, [documentId, read]);
  return (
    <>
      <Modal.Body>
        <Loaded
          place="dialog"
          data={data}
          error={error}
          failed={formatMessage({
            id: trId('my-bulletin.open-failed'),
            defaultMessage: 'The bulletin could not be opened.',
          })}
          loading={formatMessage({
            id: trId('my-bulletin.opening'),
            defaultMessage: 'Opening the bulletin',
          })}
          onRetry={() => read(documentId)}
        >
          {({ standings }) => (
            <Flex direction="column" alignItems="stretch" gap={4}>
              <OwnStandings month={bulletin.month} standings={standings} />
              <FileMenu documentId={documentId} />
            </Flex>
          )}
        </Loaded>
      </Modal.Body>
      <Acknowledge bulletin={bulletin} onClose={onClose} />
    </>
  );
};

const FileMenu = ({ documentId }: { documentId: string }) => {
  const { formatMessage } = useIntl();
  const { isSaving, save } = useSaveFile();
  return (
    <Flex>
      <SimpleMenu
        variant="secondary"
        size="S"
        startIcon={<Download />}
        disabled={isSaving}
        label={formatMessage({
          id: trId('my-bulletin.file'),
          defaultMessage: 'The bulletin as a file',
        })}
      >
        {REPORT_FORMATS.map((format) => (
          <MenuItem
            key={format}
            onSelect={() => void save(`/points/my-bulletins/${documentId}/file`, { format })}
          >
            {formatMessage({ id: trId(`export.${format}`), defaultMessage: format })}
          </MenuItem>
        ))}
      </SimpleMenu>
    </Flex>
  );
};

const Acknowledge = ({ bulletin: { acknowledgedAt, documentId }, onClose }: OpenedProps) => {
  const { formatMessage } = useIntl();
  const done = useDone(onClose);
  const [acknowledge, { error, isLoading }] = useAcknowledgeMyBulletinMutation();

  const send = async () => {
    const result = await acknowledge(documentId);
    if ('error' in result) return;
    done(
      formatMessage({
        id: trId('my-bulletin.noted'),
        defaultMessage: 'That you have taken note is recorded.',
      })
    );
  };

  return (
    <>
      {error ? (
        <Box paddingLeft={6} paddingRight={6} paddingBottom={4}>
          <ErrorNotice
            error={error}
            fallback={formatMessage({
              id: trId('my-bulletin.acknowledge-failed'),
              defaultMessage: 'That could not be recorded.',
            })}
          />
        </Box>
      ) : null}
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {formatMessage({ id: trId('action.close'), defaultMessage: 'Close' })}
        </Button>
        {acknowledgedAt === null ? (
          <Button loading={isLoading} onClick={send}>
            {formatMessage({
              id: trId('my-bulletin.acknowledge'),
              defaultMessage: 'I have taken note',
            })}
          </Button>
        ) : null}
      </Modal.Footer>
    </>
  );
};
