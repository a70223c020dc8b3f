import { useState } from 'react';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { REVIEW_FORMATS, type ReviewResponse } from '../../../shared/contracts';
import { ACTIONS } from '../constants';
import { ErrorNotice } from '../shared/ErrorNotice';
import { FormatMenu } from '../shared/FormatMenu';
import { Loaded } from '../shared/Loaded';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { Candidates } from './Candidates';
import { NotesAndVetoes } from './NotesAndVetoes';
import { PublishReview } from './PublishReview';
import { ReviewForm } from './ReviewForm';
import { ReviewNumbers } from './ReviewNumbers';
import { ReviewPraise } from './ReviewPraise';
import { useGetReviewQuery, useSaveReviewMutation } from './reviews-api';

type Review = ReviewResponse['data'];

interface ReviewPageProps {
  documentId: string;
  onLeave: () => void;
}

/** One review: its numbers, what follows from them, and what the office writes until it is published. */
export const ReviewPage = ({ documentId, onLeave }: ReviewPageProps) => {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useGetReviewQuery(documentId, {
    refetchOnMountOrArgChange: true,
  });
  return (
    <Page.Main>
      <Loaded
        place="page"
        data={data}
        error={error}
        failed={formatMessage({
          id: trId('review.one-error'),
          defaultMessage: 'The review could not be read.',
        })}
        loading={formatMessage({
          id: trId('review.one-loading'),
          defaultMessage: 'Reading the review',
        })}
        onRetry={refetch}
      >
        {(review) => <OneReview key={review.revision} review={review} onLeave={onLeave} />}
      </Loaded>
    </Page.Main>
  );
};

const OneReview = ({ onLeave, review }: { review: Review; onLeave: () => void }) => {
  const { formatMessage } = useIntl();
  const periodLabel = usePeriodLabel();
  const canWrite = useAllowed(ACTIONS.writeReviews);
  const [content, setContent] = useState(review.content);
  const { facts, kind, outcome, state } = review;
  const isOpen = canWrite && state !== 'published';
  const isChanged = content !== review.content;
  const title = formatMessage(
    { id: trId('review.of'), defaultMessage: 'Review of {period}' },
    { period: periodLabel(review.period) }
  );
  return (
    <>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={`${formatMessage({ id: trId(`review.state.${state}`), defaultMessage: state })} · ${review.fingerprint}`}
        navigationAction={
          <Button variant="ghost" startIcon={<ArrowLeft />} onClick={onLeave}>
            {formatMessage({ id: trId('review.back'), defaultMessage: 'All reviews' })}
          </Button>
        }
        primaryAction={
          <Flex gap={2}>
            <FormatMenu
              path={`/points/reviews/${review.documentId}/export`}
              formats={REVIEW_FORMATS}
            />
            {isOpen ? <PublishReview review={review} isChanged={isChanged} /> : null}
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {isOpen ? <SaveBar review={review} content={content} /> : null}
          <ReviewNumbers facts={facts} />
          {kind === 'half' ? <ReviewPraise content={review.content} outcome={outcome} /> : null}
          {kind === 'year' ? <Candidates review={review} isOpen={isOpen && !isChanged} /> : null}
          {canWrite ? (
            <>
              <ReviewForm
                content={content}
                kind={kind}
                outcome={outcome}
                isOpen={isOpen}
                onChange={setContent}
              />
              <NotesAndVetoes
                content={content}
                facts={facts}
                isOpen={isOpen}
                onChange={setContent}
              />
            </>
          ) : null}
        </Flex>
      </Layouts.Content>
    </>
  );
};

/** Saves what was changed, from the revision that is on the screen. */
const SaveBar = ({ content, review }: { content: Review['content']; review: Review }) => {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  const [save, { error, isLoading }] = useSaveReviewMutation();
  const { documentId, revision } = review;
  const isChanged = content !== review.content;
  const send = async () => {
    const result = await save({ documentId, body: { revision, content } });
    if ('error' in result) return;
    toggleNotification({
      type: 'success',
      message: formatMessage({ id: trId('review.saved'), defaultMessage: 'Saved' }),
    });
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {error ? (
        <ErrorNotice
          error={error}
          fallback={formatMessage({
            id: trId('review.save-failed'),
            defaultMessage: 'The review could not be saved.',
          })}
        />
      ) : null}
      <Flex gap={4} alignItems="center">
        <Button disabled={!isChanged} loading={isLoading} onClick={() => void send()}>
          {formatMessage({ id: trId('review.save'), defaultMessage: 'Save' })}
        </Button>
        <Typography textColor="neutral600">
          {formatMessage({
            id: trId('review.save-hint'),
            defaultMessage: 'Praise and proposals follow once it is saved.',
          })}
        </Typography>
      </Flex>
    </Flex>
  );
};
