import { TakenDown } from '../shared/TakenDown';
import { useState } from 'react';
import { Flex, TextButton, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { AdoptionPostingView } from '../../../shared/contracts';
import { batchesOf, type Batch } from './batches';
import { trId } from '../shared/translations';
import { ChannelHeading } from '../shared/ChannelHeading';
import { ClauseText } from '../shared/ClauseText';
import { ShareList, type Share } from './ShareList';

const SHOWN_AT_FIRST = 3;

const keyOf = ({ why, kind, cause, month }: AdoptionPostingView): string =>
  [why.adoption.documentId, kind, cause, month].join(' ');

const shareOf = (posting: AdoptionPostingView): Share => ({
  key: posting.key,
  points: posting.points,
  exact: posting.exact,
  unitName: posting.unitName,
  officerName: posting.officerName,
  full: posting.why.full,
  split: posting.why.split,
});

/** Who adopted it and under which number, where a hand recorded that. */
const AdoptedBy = ({ posting }: { posting: AdoptionPostingView }) => {
  const { organ, reference } = posting.why.adoption;
  const text = [organ, reference].filter(Boolean).join(' ');
  return text ? (
    <Typography variant="pi" textColor="neutral700">
      {text}
    </Typography>
  ) : null;
};

const PostingBatch = ({ batch }: { batch: Batch<AdoptionPostingView> }) => {
  const { formatMessage } = useIntl();
  const { head, rows } = batch;
  return (
    <Flex tag="li" direction="column" alignItems="stretch" gap={1}>
      <ChannelHeading
        channel={head.channel}
        name={head.why.channelName}
        reversal={head.kind === 'reversal'}
        date={head.adoptedOn}
      />
      <AdoptedBy posting={head} />
      <ClauseText clause={head.why.clause} />
      <TakenDown posting={head} />
      <ShareList shares={rows.map(shareOf)} />
      {head.month === head.belongsTo ? null : (
        <Typography variant="pi" textColor="warning700">
          {formatMessage(
            {
              id: trId('posting.late'),
              defaultMessage: 'Counts in {month}, because {belongsTo} was sealed',
            },
            { month: head.month, belongsTo: head.belongsTo }
          )}
        </Typography>
      )}
    </Flex>
  );
};

/** Postings in a narrow column, one adoption's shares together, with the reason for each. */
export const PostingBatches = ({ postings }: { postings: AdoptionPostingView[] }) => {
  const { formatMessage } = useIntl();
  const [showsAll, setShowsAll] = useState(false);
  const batches = batchesOf(postings, keyOf);
  const shown = showsAll ? batches : batches.slice(0, SHOWN_AT_FIRST);
  const hidden = batches.length - shown.length;

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {shown.map((batch, index) => (
          <PostingBatch key={`${batch.key} ${index}`} batch={batch} />
        ))}
      </Flex>
      {hidden > 0 ? (
        <TextButton onClick={() => setShowsAll(true)}>
          {formatMessage(
            {
              id: trId('posting.show-all'),
              defaultMessage:
                '{count, plural, one {Show # earlier posting} other {Show # earlier}}',
            },
            { count: hidden }
          )}
        </TextButton>
      ) : null}
    </Flex>
  );
};
