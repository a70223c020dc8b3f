import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { DeskGroup, DeskGroupName, DeskPiece } from '../../../../shared/contracts';
import { Amount } from '../../components/Amount';
import { EntityLink } from '../../components/EntityLink';
import { UID } from '../../constants';
import { StateBadge } from '../../submission/StateBadge';
import { WaitingTime } from '../../submission/WaitingTime';
import { useChoiceLabel } from '../../utils/choices';
import { trId } from '../../utils/translations';

const List = styled.ul`
  list-style: none;
  margin: 0;
  padding: 0;

  li {
    padding: 1rem 0;
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

/** Pieces that stand alike, under a heading with their number. */
export const GroupCard = ({ name, group }: { name: DeskGroupName; group: DeskGroup }) => {
  const { formatMessage } = useIntl();
  return (
    <Box tag="section" background="neutral0" borderColor="neutral200" hasRadius padding={5}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Flex justifyContent="space-between" alignItems="baseline">
          <Typography tag="h2" variant="delta">
            {formatMessage({ id: trId(`desk.group.${name}`), defaultMessage: name })}
          </Typography>
          <Typography variant="delta" textColor="neutral600">
            {group.total}
          </Typography>
        </Flex>
        {group.items.length === 0 ? (
          <Typography variant="pi" textColor="neutral600">
            {formatMessage({ id: trId('desk.nothing'), defaultMessage: 'Nothing at present.' })}
          </Typography>
        ) : (
          <List>
            {group.items.map((piece) => (
              <li key={piece.documentId}>
                <Piece piece={piece} isAccepted={name === 'accepted'} />
              </li>
            ))}
          </List>
        )}
        {group.total > group.items.length ? (
          <Typography variant="pi" textColor="neutral600">
            {formatMessage(
              { id: trId('desk.more'), defaultMessage: 'and {count} more' },
              { count: group.total - group.items.length }
            )}
          </Typography>
        ) : null}
      </Flex>
    </Box>
  );
};

const Piece = ({ piece, isAccepted }: { piece: DeskPiece; isAccepted: boolean }) => {
  const { formatDate, formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const { awaitsSignature, category, comment, officers, points, reason, since, waiting } = piece;
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Flex justifyContent="space-between" alignItems="baseline" gap={3}>
        <EntityLink uid={UID.submission} documentId={piece.documentId}>
          {piece.title}
        </EntityLink>
        {awaitsSignature ? <StateBadge state={piece.state} awaitsSignature /> : null}
        {isAccepted ? (
          <Flex gap={1} alignItems="baseline">
            <Amount value={points} fontWeight="bold" />
            <Typography variant="pi">
              {formatMessage({ id: trId('desk.points'), defaultMessage: 'points' })}
            </Typography>
          </Flex>
        ) : null}
        {waiting && !awaitsSignature ? <WaitingTime waiting={waiting} /> : null}
      </Flex>
      {reason ? (
        <Typography variant="omega" textColor="danger600">
          {[labelOf(reason), comment].filter(Boolean).join('：')}
        </Typography>
      ) : null}
      <Typography variant="pi" textColor="neutral600">
        {[labelOf(category), officers.join('、'), formatDate(since, { dateStyle: 'medium' })]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
    </Flex>
  );
};
