import { Flex, Link as FileLink, LinkButton, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import type { DeskCommission } from '../../../shared/contracts';
import { EntityLink } from '../shared/EntityLink';
import { ACTIONS, UID } from '../constants';
import { StateBadge } from '../submissions/StateBadge';
import { useChoiceLabel } from '../shared/choices';
import { toPrefilled } from '../points/prefill';
import { useEmptyText } from '../shared/useEmptyText';
import { trId } from '../shared/translations';
import { DeskCard } from './DeskCard';

interface CommissionsCardProps {
  commissions: readonly DeskCommission[];
  /** Whether the asker writes pieces. */
  mayWrite: boolean;
}

/** What the office asked of the unit and has not got, the most urgent first. */
export const CommissionsCard = ({ commissions, mayWrite }: CommissionsCardProps) => {
  const { formatMessage } = useIntl();
  const empty = useEmptyText('desk.empty.commissions', ACTIONS.submit, 'Nothing at present.');
  return (
    <DeskCard
      title={formatMessage({
        id: trId('desk.commissions'),
        defaultMessage: 'Commissions due',
      })}
      total={commissions.length}
      empty={empty}
      items={commissions.map((commission) => ({
        key: commission.documentId,
        content: <Commission commission={commission} mayWrite={mayWrite} />,
      }))}
    />
  );
};

const TimeLeft = ({ daysLeft, isUrgent }: Pick<DeskCommission, 'daysLeft' | 'isUrgent'>) => {
  const { formatMessage } = useIntl();
  const isOverdue = daysLeft < 0;
  return (
    <Typography
      variant="pi"
      fontWeight={isUrgent ? 'bold' : undefined}
      textColor={isOverdue ? 'danger600' : isUrgent ? 'warning700' : 'neutral800'}
    >
      {formatMessage(
        isOverdue
          ? { id: trId('desk.commission.overdue'), defaultMessage: 'overdue by {days} days' }
          : { id: trId('desk.commission.left'), defaultMessage: '{days} days left' },
        { days: Math.abs(daysLeft) }
      )}
    </Typography>
  );
};

const Commission = ({
  commission,
  mayWrite,
}: {
  commission: DeskCommission;
  mayWrite: boolean;
}) => {
  const { formatDate, formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const { attachments, begun, daysLeft, documentId, dueOn, isUrgent, kind, text, title } =
    commission;
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Flex justifyContent="space-between" alignItems="baseline" gap={3}>
        <EntityLink uid={UID.commission} documentId={documentId}>
          {title}
        </EntityLink>
        <TimeLeft daysLeft={daysLeft} isUrgent={isUrgent} />
      </Flex>
      {text === '' ? null : (
        <Typography variant="omega" ellipsis>
          {text}
        </Typography>
      )}
      {attachments.map(({ id, name, url }) => (
        <FileLink key={id} href={url} isExternal>
          {name}
        </FileLink>
      ))}
      <Flex justifyContent="space-between" alignItems="center" gap={3}>
        <Typography variant="pi" textColor="neutral600">
          {labelOf(kind)}
          {' · '}
          {formatMessage(
            { id: trId('desk.commission.due'), defaultMessage: 'due {date}' },
            { date: formatDate(dueOn, { dateStyle: 'medium', timeZone: 'UTC' }) }
          )}
        </Typography>
        {begun ? (
          <Flex gap={2} alignItems="baseline">
            <StateBadge state={begun.state} />
            <EntityLink uid={UID.submission} documentId={begun.documentId}>
              {begun.title}
            </EntityLink>
          </Flex>
        ) : mayWrite ? (
          <LinkButton
            tag={Link}
            size="S"
            variant="secondary"
            {...toPrefilled({
              model: UID.submission,
              tie: { field: 'commission', uid: UID.commission, documentId },
              values: { category: 'commissioned' },
            })}
          >
            {formatMessage({
              id: trId('desk.commission.answer'),
              defaultMessage: 'Send a piece for it',
            })}
          </LinkButton>
        ) : null}
      </Flex>
    </Flex>
  );
};
