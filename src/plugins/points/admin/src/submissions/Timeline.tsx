import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { HistoryLine } from '../../../shared/contracts';
import { useChoiceLabel } from '../shared/choices';
import { trId } from '../shared/translations';
import { DifferenceView } from './DifferenceView';

const List = styled.ol`
  list-style: none;
  margin: 0;
  padding: 0 0 0 1.2rem;
  border-left: 2px solid ${({ theme }) => theme.colors.neutral200};

  li + li {
    margin-top: 1.2rem;
  }
`;

/** What was done, by whom and with which words; `reason` is a value of a closed list. */
export type TimelineLine = Omit<HistoryLine, 'from' | 'to' | 'reason'> & { reason: string | null };

const Line = ({ line }: { line: TimelineLine }) => {
  const { formatDate, formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const { action, at, comment, difference, others, person, reason, unit } = line;
  const who = [unit, person].filter(Boolean).join(' ');
  return (
    <li>
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography variant="omega" fontWeight="semiBold">
          {formatMessage({ id: trId(`life.done.${action}`), defaultMessage: action })}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          <time dateTime={at}>{formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}</time>
          {who ? ` · ${who}` : null}
        </Typography>
        {reason ? <Typography variant="pi">{labelOf(reason)}</Typography> : null}
        {comment ? <Typography variant="pi">{comment}</Typography> : null}
        {others.map(({ documentId, title }) => (
          <Typography key={documentId} variant="pi">
            {title}
          </Typography>
        ))}
        {difference ? <DifferenceView difference={difference} /> : null}
      </Flex>
    </li>
  );
};

/** Who did what with a submission or objection, when and with which words: the oldest first. */
export const Timeline = ({ lines }: { lines: readonly TimelineLine[] }) => (
  <List>
    {lines.map((line, index) => (
      <Line key={`${line.at}-${index}`} line={line} />
    ))}
  </List>
);
