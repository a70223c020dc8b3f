import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { Box, Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { BulletinPreviewResponse, Examples } from '../../../shared/contracts';
import { ErrorNotice } from '../shared/ErrorNotice';
import { Loaded } from '../shared/Loaded';
import { Notice } from '../shared/Notice';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { useGetBulletinPreviewQuery, useSealMonthMutation } from './bulletins-api';

type Preview = BulletinPreviewResponse['data'];

interface NextMonthProps {
  month: string;
  isOver: boolean;
}

/** The month to be sealed next: what to look at before, and sealing it. */
export const NextMonth = ({ month, isOver }: NextMonthProps) => {
  const { formatMessage } = useIntl();
  const periodLabel = usePeriodLabel();
  const period = periodLabel(month);
  return (
    <Box background="neutral0" hasRadius borderColor="neutral200" padding={5} tag="section">
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography variant="delta" tag="h2">
          {formatMessage(
            { id: trId('bulletin.next'), defaultMessage: 'Next: {period}' },
            { period }
          )}
        </Typography>
        {isOver ? (
          <Checked month={month} />
        ) : (
          <Typography textColor="neutral600">
            {formatMessage(
              {
                id: trId('bulletin.not-over'),
                defaultMessage: '{period} can be sealed once it is over.',
              },
              { period }
            )}
          </Typography>
        )}
      </Flex>
    </Box>
  );
};

const Checked = ({ month }: { month: string }) => {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useGetBulletinPreviewQuery(month, {
    refetchOnMountOrArgChange: true,
  });
  return (
    <Loaded
      place="page"
      data={data}
      error={error}
      failed={formatMessage({
        id: trId('bulletin.preview-error'),
        defaultMessage: 'The month could not be looked through.',
      })}
      loading={formatMessage({
        id: trId('bulletin.preview-loading'),
        defaultMessage: 'Looking through the month',
      })}
      onRetry={refetch}
    >
      {(preview) => (
        <>
          <Checks checks={preview.checks} />
          <SealButton preview={preview} />
        </>
      )}
    </Loaded>
  );
};

const titlesOf = ({ examples }: Examples): string => examples.map(({ title }) => title).join('；');

const Checks = ({ checks }: Pick<Preview, 'checks'>) => {
  const { formatMessage } = useIntl();
  const { ledger, silentUnits, waiting, withoutEvidence, withoutProvenance } = checks;
  const found = (
    [
      [
        'bulletin.waiting',
        '{count} submissions wait for a decision:',
        waiting.count,
        titlesOf(waiting),
      ],
      [
        'bulletin.without-evidence',
        '{count} adoptions by hand have no evidence:',
        withoutEvidence.count,
        titlesOf(withoutEvidence),
      ],
      [
        'bulletin.without-provenance',
        '{count} entries were published without provenance:',
        withoutProvenance.count,
        titlesOf(withoutProvenance),
      ],
      [
        'bulletin.silent',
        '{count} units sent nothing:',
        silentUnits.length,
        silentUnits.map(({ name }) => name).join('、'),
      ],
    ] as const
  ).filter(([, , count]) => count > 0);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {ledger.ok ? null : (
        <Notice variant="danger">
          {formatMessage(
            {
              id: trId('bulletin.differences'),
              defaultMessage: 'Reconciling found {count} differences: settle them before sealing.',
            },
            { count: ledger.differences }
          )}
        </Notice>
      )}
      {found.map(([key, defaultMessage, count, names]) => (
        <Notice key={key} variant="warning">
          {formatMessage({ id: trId(key), defaultMessage }, { count })} {names}
        </Notice>
      ))}
      {ledger.ok && found.length === 0 ? (
        <Notice variant="info">
          {formatMessage({
            id: trId('bulletin.in-order'),
            defaultMessage: 'The ledger agrees, and nothing is left to be looked at.',
          })}
        </Notice>
      ) : null}
    </Flex>
  );
};

const SealButton = ({ preview: { checks, month, refusal } }: { preview: Preview }) => {
  const { formatMessage } = useIntl();
  const periodLabel = usePeriodLabel();
  const { toggleNotification } = useNotification();
  const [isOpen, setIsOpen] = useState(false);
  const [seal, { error, isLoading }] = useSealMonthMutation();
  const period = periodLabel(month);
  const label = formatMessage(
    { id: trId('bulletin.seal'), defaultMessage: 'Seal {period}' },
    { period }
  );

  const send = async () => {
    const result = await seal({ month });
    setIsOpen(false);
    if ('error' in result) return;
    toggleNotification({
      type: 'success',
      message: formatMessage(
        {
          id: trId('bulletin.done'),
          defaultMessage: '{period} is sealed. Fingerprint {fingerprint}',
        },
        { period, fingerprint: result.data.data.fingerprint }
      ),
    });
  };

  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      {error ? (
        <ErrorNotice
          error={error}
          fallback={formatMessage({
            id: trId('bulletin.seal-failed'),
            defaultMessage: 'The month could not be sealed.',
          })}
        />
      ) : null}
      <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
        <Dialog.Trigger>
          <Button disabled={refusal !== null || !checks.ledger.ok} loading={isLoading}>
            {label}
          </Button>
        </Dialog.Trigger>
        <Dialog.Content>
          <Dialog.Header>{label}</Dialog.Header>
          <Dialog.Body>
            <Typography>
              {formatMessage(
                {
                  id: trId('bulletin.confirm'),
                  defaultMessage:
                    'What {period} says is frozen for good. What comes late counts in the next month. This cannot be undone.',
                },
                { period }
              )}
            </Typography>
          </Dialog.Body>
          <Dialog.Footer>
            <Dialog.Cancel>
              <Button fullWidth variant="tertiary">
                {formatMessage({ id: trId('action.cancel'), defaultMessage: 'Cancel' })}
              </Button>
            </Dialog.Cancel>
            <Button fullWidth loading={isLoading} onClick={send}>
              {label}
            </Button>
          </Dialog.Footer>
        </Dialog.Content>
      </Dialog.Root>
    </Flex>
  );
};
