import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { SubmissionDetail } from '../../../shared/contracts';
import { EntityLink } from '../shared/EntityLink';
import { UID } from '../constants';
import { PanelSection } from '../shared/PanelSection';
import { useGetDuplicatesQuery, useMergeSubmissionsMutation } from './submissions-api';
import { trId } from '../shared/translations';
import { StateBadge } from './StateBadge';
import { FailedAction } from './FailedAction';

/** Likely the same news (§七.8), with how alike it is, and the button that makes one of both. */
export const Duplicates = ({ piece }: { piece: SubmissionDetail }) => {
  const { formatMessage } = useIntl();
  const { data = [] } = useGetDuplicatesQuery(piece.documentId);
  const [merge, { error, isLoading }] = useMergeSubmissionsMutation();
  if (data.length === 0) return null;
  return (
    <PanelSection
      title={formatMessage({
        id: trId('duplicates.title'),
        defaultMessage: 'Likely the same news',
      })}
    >
      <FailedAction error={error} />
      {data.map(({ documentId, likeness, reason, state, title, units }) => (
        <Flex key={documentId} direction="column" alignItems="flex-start" gap={1}>
          <EntityLink uid={UID.submission} documentId={documentId}>
            {title}
          </EntityLink>
          <Flex gap={2} wrap="wrap">
            <StateBadge state={state} />
            <Typography variant="pi" textColor="neutral600">
              {units.map(({ name }) => name).join('、')}
              {' · '}
              {formatMessage(
                { id: trId(`duplicates.alike.${reason}`), defaultMessage: '{percent} % alike' },
                { percent: Math.round(likeness * 100) }
              )}
            </Typography>
            {piece.actions.includes('merge') && (state === 'submitted' || state === 'accepted') ? (
              <Button
                size="S"
                variant="tertiary"
                disabled={isLoading}
                onClick={() => merge({ documentId: piece.documentId, sources: [documentId] })}
              >
                {formatMessage({ id: trId('duplicates.merge'), defaultMessage: 'Merge into this' })}
              </Button>
            ) : null}
          </Flex>
        </Flex>
      ))}
    </PanelSection>
  );
};
