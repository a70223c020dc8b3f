import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { DeskGroup, DeskGroupName, DeskSubmission } from '../../../shared/contracts';
import { Amount } from '../shared/Amount';
import { EntityLink } from '../shared/EntityLink';
import { ACTIONS, UID } from '../constants';
import { StateBadge } from '../submissions/StateBadge';
import { WaitingTime } from '../submissions/WaitingTime';
import { useChoiceLabel } from '../shared/choices';
import { useEmptyText } from '../shared/useEmptyText';
import { trId } from '../shared/translations';
import { DeskCard } from './DeskCard';
import { PieceFacts } from './PieceFacts';

/** How many of what is not shown of a group wait for a signature. */
const unsignedBehind = ({ awaitingSignature, items }: DeskGroup): number =>
  awaitingSignature - items.filter((submission) => submission.awaitsSignature).length;

/** Pieces that stand alike, under a heading with their number. */
export const GroupCard = ({ name, group }: { name: DeskGroupName; group: DeskGroup }) => {
  const { formatMessage } = useIntl();
  const empty = useEmptyText(`desk.empty.${name}`, ACTIONS.submit, 'Nothing at present.');
  return (
    <DeskCard
      empty={empty}
      title={formatMessage({ id: trId(`desk.group.${name}`), defaultMessage: name })}
      total={group.total}
      unsigned={name === 'waiting' ? unsignedBehind(group) : 0}
      items={group.items.map((submission) => ({
        key: submission.documentId,
        content: <SubmissionRow submission={submission} isAccepted={name === 'accepted'} />,
      }))}
    />
  );
};

const SubmissionRow = ({
  submission,
  isAccepted,
}: {
  submission: DeskSubmission;
  isAccepted: boolean;
}) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const { awaitsSignature, comment, isSentBack, points, reason, waiting } = submission;
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Flex justifyContent="space-between" alignItems="baseline" gap={3}>
        <EntityLink uid={UID.submission} documentId={submission.documentId}>
          {submission.title}
        </EntityLink>
        {awaitsSignature ? <StateBadge state={submission.state} awaitsSignature /> : null}
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
      {isSentBack ? (
        <Typography variant="pi" fontWeight="bold" textColor="danger600">
          {formatMessage({ id: trId('verdict.send-back'), defaultMessage: 'Sent back' })}
        </Typography>
      ) : null}
      {reason ? (
        <Typography variant="omega" textColor="danger600">
          {comment
            ? formatMessage(
                { id: trId('desk.reason'), defaultMessage: '{reason}: {comment}' },
                { reason: labelOf(reason), comment }
              )
            : labelOf(reason)}
        </Typography>
      ) : null}
      <PieceFacts {...submission} />
    </Flex>
  );
};
