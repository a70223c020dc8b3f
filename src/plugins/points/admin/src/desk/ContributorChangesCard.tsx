import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { DeskContributorChange } from '../../../shared/contracts';
import { EntityLink } from '../shared/EntityLink';
import { UID } from '../constants';
import { trId } from '../shared/translations';
import { DeskCard } from './DeskCard';

interface ContributorChangesCardProps {
  changes: readonly DeskContributorChange[];
}

/** Who named the unit in a joint piece, or took it out. Nothing where nobody did. */
export const ContributorChangesCard = ({ changes }: ContributorChangesCardProps) => {
  const { formatMessage } = useIntl();
  if (changes.length === 0) return null;
  return (
    <DeskCard
      title={formatMessage({
        id: trId('desk.contributor-changes'),
        defaultMessage: 'Joint pieces: who was named',
      })}
      total={changes.length}
      items={changes.map((change, index) => ({
        key: `${change.at}-${index}`,
        content: <Change change={change} />,
      }))}
    />
  );
};

const Change = ({ change }: { change: DeskContributorChange }) => {
  const { formatDate, formatMessage } = useIntl();
  const { action, at, names, person, submission, unit } = change;
  const { documentId, title } = submission;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {documentId === null ? (
        <Typography variant="omega">{title}</Typography>
      ) : (
        <EntityLink uid={UID.submission} documentId={documentId}>
          {title}
        </EntityLink>
      )}
      <Typography variant="omega">
        {formatMessage({ id: trId(`life.done.${action}`), defaultMessage: action })}
        {' · '}
        {names.join('、')}
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        <time dateTime={at}>{formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}</time>
        {' · '}
        {[unit, person].filter(Boolean).join(' ')}
      </Typography>
    </Flex>
  );
};
