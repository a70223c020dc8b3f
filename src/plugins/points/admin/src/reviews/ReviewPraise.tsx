import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type {
  ReviewContent,
  ReviewOutcome,
  ReviewPraise as Praise,
} from '../../../shared/contracts';
import { readable } from '../../../shared/points-text';
import { exceptionValues } from '../../../shared/review-reasons';
import { Notice } from '../shared/Notice';
import { trId } from '../shared/translations';
import { Card } from '../shared/Card';

interface ReviewPraiseProps {
  content: ReviewContent;
  outcome: ReviewOutcome;
}

/** Who is praised, and who of the first is not and why: as it was last saved. */
export const ReviewPraise = ({ content, outcome }: ReviewPraiseProps) => {
  const { formatMessage } = useIntl();
  return (
    <Card title={formatMessage({ id: trId('review.praise'), defaultMessage: 'Praise' })}>
      {(['institution', 'department'] as const).map((kind) => (
        <Flex key={kind} direction="column" alignItems="stretch" gap={2}>
          <Typography variant="sigma" textColor="neutral600" tag="h3">
            {formatMessage({ id: trId(`report.kind.${kind}`), defaultMessage: kind })}
          </Typography>
          <Praised praise={outcome.praise[kind]} content={content} />
        </Flex>
      ))}
    </Card>
  );
};

const Praised = ({ content, praise }: { content: ReviewContent; praise: Praise }) => {
  const { formatMessage } = useIntl();
  return (
    <>
      <Typography>
        {praise.praised.length === 0
          ? formatMessage({ id: trId('review.nobody'), defaultMessage: 'Nobody' })
          : praise.praised.map((row) => `${row.unit.name} ${readable(row)}`).join(' · ')}
      </Typography>
      {praise.exceptions.map((row) => (
        <Notice key={row.unit.documentId} variant="warning">
          {row.unit.name}
          {' — '}
          {formatMessage(
            { id: trId(`review.exception.${row.exception}`), defaultMessage: row.exception },
            exceptionValues(row, content)
          )}
        </Notice>
      ))}
    </>
  );
};
