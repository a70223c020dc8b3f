import { Layouts, Page } from '@strapi/strapi/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ReviewSummary } from '../../../shared/contracts';
import { ACTIONS } from '../constants';
import { ListTable } from '../shared/ListTable';
import { ErrorNotice } from '../shared/ErrorNotice';
import { Loaded } from '../shared/Loaded';
import { useEmptyText } from '../shared/useEmptyText';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { useGetReviewsQuery, useMakeReviewMutation } from './reviews-api';

interface ReviewListProps {
  onOpen: (documentId: string) => void;
}

/** All reviews, and those that can be made. */
export const ReviewList = ({ onOpen }: ReviewListProps) => {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useGetReviewsQuery(null, { refetchOnMountOrArgChange: true });
  const title = formatMessage({ id: trId('review.title'), defaultMessage: 'Reviews' });
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={formatMessage({
          id: trId('review.subtitle'),
          defaultMessage:
            'Every half year is reviewed and every year awarded, once its months are sealed',
        })}
      />
      <Layouts.Content>
        <Loaded
          place="page"
          data={data}
          error={error}
          failed={formatMessage({
            id: trId('review.error'),
            defaultMessage: 'The reviews could not be read.',
          })}
          loading={formatMessage({
            id: trId('review.loading'),
            defaultMessage: 'Reading the reviews',
          })}
          onRetry={refetch}
        >
          {({ data: reviews, meta: { open } }) => (
            <Flex direction="column" alignItems="stretch" gap={6}>
              <MakeReviews periods={open} onMade={onOpen} />
              <ReviewTable reviews={reviews} onOpen={onOpen} />
            </Flex>
          )}
        </Loaded>
      </Layouts.Content>
    </Page.Main>
  );
};

interface MakeReviewsProps {
  periods: readonly string[];
  onMade: (documentId: string) => void;
}

const MakeReviews = ({ periods, onMade }: MakeReviewsProps) => {
  const { formatMessage } = useIntl();
  const periodLabel = usePeriodLabel();
  const [make, { error, isLoading }] = useMakeReviewMutation();
  const send = async (period: string) => {
    const result = await make({ period });
    if (!('error' in result)) onMade(result.data.documentId);
  };
  if (periods.length === 0 && !error) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {error ? (
        <ErrorNotice
          error={error}
          fallback={formatMessage({
            id: trId('review.make-failed'),
            defaultMessage: 'The review could not be made.',
          })}
        />
      ) : null}
      <Flex gap={2} wrap="wrap">
        {periods.map((period) => (
          <Button
            key={period}
            variant="secondary"
            disabled={isLoading}
            onClick={() => void send(period)}
          >
            {formatMessage(
              { id: trId('review.make'), defaultMessage: 'Make the review of {period}' },
              { period: periodLabel(period) }
            )}
          </Button>
        ))}
      </Flex>
    </Flex>
  );
};

interface ReviewTableProps extends ReviewListProps {
  reviews: readonly ReviewSummary[];
}

const ReviewTable = ({ reviews, onOpen }: ReviewTableProps) => {
  const { formatMessage } = useIntl();
  const empty = useEmptyText('review.none', ACTIONS.writeReviews, 'There is no review yet.');
  const caption = formatMessage({ id: trId('review.title'), defaultMessage: 'Reviews' });
  if (reviews.length === 0) {
    return <Typography textColor="neutral600">{empty}</Typography>;
  }
  return (
    <ListTable
      caption={caption}
      headings={[
        formatMessage({ id: trId('review.period'), defaultMessage: 'Period' }),
        formatMessage({ id: trId('review.state'), defaultMessage: 'State' }),
        formatMessage({ id: trId('review.made-at'), defaultMessage: 'Made' }),
        formatMessage({ id: trId('review.made-by'), defaultMessage: 'By' }),
        formatMessage({ id: trId('bulletin.fingerprint'), defaultMessage: 'Fingerprint' }),
      ]}
    >
      {reviews.map((review) => (
        <Line key={review.documentId} review={review} onOpen={onOpen} />
      ))}
    </ListTable>
  );
};

const Line = ({ review, onOpen }: ReviewListProps & { review: ReviewSummary }) => {
  const { formatDate, formatMessage } = useIntl();
  const periodLabel = usePeriodLabel();
  const { documentId, fingerprint, madeAt, madeBy, period, state } = review;
  return (
    <tr>
      <th scope="row">
        <Button variant="ghost" size="S" onClick={() => onOpen(documentId)}>
          {periodLabel(period)}
        </Button>
      </th>
      <td>{formatMessage({ id: trId(`review.state.${state}`), defaultMessage: state })}</td>
      <td>{formatDate(madeAt, { dateStyle: 'medium', timeStyle: 'short' })}</td>
      <td>{madeBy}</td>
      <td>
        <code>{fingerprint}</code>
      </td>
    </tr>
  );
};
