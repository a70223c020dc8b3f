import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ReviewResponse } from '../../../shared/contracts';
import { ErrorNotice } from '../shared/ErrorNotice';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { usePublishReviewMutation } from './reviews-api';

interface PublishReviewProps {
  review: ReviewResponse['data'];
  /** Whether something on the screen is not saved. */
  isChanged: boolean;
}

/** Closes a review for good; of a year only once all that is proposed is decided on. */
export const PublishReview = ({ isChanged, review }: PublishReviewProps) => {
  const { formatMessage } = useIntl();
  const periodLabel = usePeriodLabel();
  const { toggleNotification } = useNotification();
  const [isOpen, setIsOpen] = useState(false);
  const [publish, { error, isLoading }] = usePublishReviewMutation();
  const { documentId, kind, period, revision, state } = review;
  const isReady = !isChanged && (kind === 'half' || state === 'decided');
  const label = formatMessage({ id: trId('review.publish'), defaultMessage: 'Publish' });

  const send = async () => {
    const result = await publish({ documentId, body: { revision } });
    if ('error' in result) return;
    setIsOpen(false);
    toggleNotification({
      type: 'success',
      message: formatMessage(
        {
          id: trId('review.published'),
          defaultMessage: 'The review of {period} is published. Fingerprint {fingerprint}',
        },
        { period: periodLabel(period), fingerprint: result.data.fingerprint }
      ),
    });
  };

  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger>
        <Button disabled={!isReady}>{label}</Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{label}</Dialog.Header>
        <Dialog.Body>
          <Flex direction="column" alignItems="stretch" gap={2}>
            {error ? (
              <ErrorNotice
                error={error}
                fallback={formatMessage({
                  id: trId('review.publish-failed'),
                  defaultMessage: 'The review could not be published.',
                })}
              />
            ) : null}
            <Typography>
              {formatMessage(
                {
                  id: trId('review.publish-confirm'),
                  defaultMessage:
                    'The review of {period} is shown to all units and never changes any more. This cannot be undone.',
                },
                { period: periodLabel(period) }
              )}
            </Typography>
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {formatMessage({ id: trId('action.cancel'), defaultMessage: 'Cancel' })}
            </Button>
          </Dialog.Cancel>
          <Button fullWidth loading={isLoading} onClick={() => void send()}>
            {label}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
