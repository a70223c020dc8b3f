import { Button, Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { SubmissionDetail } from '../../../shared/contracts';
import { EntityLink } from '../shared/EntityLink';
import { UID } from '../constants';
import { PanelSection } from '../shared/PanelSection';
import { useUnmergeSubmissionsMutation } from './submissions-api';
import { trId } from '../shared/translations';
import { FailedAction } from './FailedAction';

/** What was merged into a submission, and the way back. */
export const Merged = ({ piece }: { piece: SubmissionDetail }) => {
  const { formatMessage } = useIntl();
  const [unmerge, { error, isLoading }] = useUnmergeSubmissionsMutation();
  if (piece.merged.length === 0) return null;
  return (
    <PanelSection
      title={formatMessage({ id: trId('life.merged'), defaultMessage: 'Merged into it' })}
    >
      <FailedAction error={error} />
      {piece.merged.map(({ documentId, title }) => (
        <Flex key={documentId} gap={2} justifyContent="space-between">
          <EntityLink uid={UID.submission} documentId={documentId}>
            {title}
          </EntityLink>
          {piece.actions.includes('unmerge') ? (
            <Button
              size="S"
              variant="tertiary"
              disabled={isLoading}
              onClick={() => unmerge({ documentId: piece.documentId, sources: [documentId] })}
            >
              {formatMessage({ id: trId('duplicates.unmerge'), defaultMessage: 'Take apart' })}
            </Button>
          ) : null}
        </Flex>
      ))}
    </PanelSection>
  );
};
