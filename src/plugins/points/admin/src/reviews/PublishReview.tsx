import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { ReviewResponse } from '../../../shared/contracts';
import { ConfirmDialog } from '../shared/ConfirmDialog';
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
    <ConfirmDialog
      label={label}
      explanation={formatMessage(
        {
          id: trId('review.publish-confirm'),
          defaultMessage:
            'The review of {period} is shown to all units and never changes any more. This cannot be undone.',
        },
        { period: periodLabel(period) }
      )}
      button={{ disabled: !isReady }}
      error={error}
      failed={formatMessage({
        id: trId('review.publish-failed'),
        defaultMessage: 'The review could not be published.',
      })}
      isSending={isLoading}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      onConfirm={() => void send()}
    />
  );
};
