import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { EntityLink } from '../shared/EntityLink';
import { ErrorNotice } from '../shared/ErrorNotice';
import { UID } from '../constants';
import { PanelSection } from '../shared/PanelSection';
import { useGetSubmissionQuery } from '../submissions/submissions-api';
import { DifferenceView } from '../submissions/DifferenceView';
import { Duplicates } from '../submissions/Duplicates';
import { MakeEntry } from '../submissions/MakeEntry';
import { Merged } from '../submissions/Merged';
import { MoveButtons } from '../submissions/TransitionButtons';
import { RecordAdoption } from '../adoptions/RecordAdoption';
import { StateBadge } from '../submissions/StateBadge';
import { SubmissionBody } from '../submissions/SubmissionBody';
import { Timeline } from '../submissions/Timeline';
import { trId } from '../shared/translations';

const Pane = styled(Box)`
  position: sticky;
  top: 1.6rem;
  max-height: calc(100vh - 3.2rem);
  overflow-y: auto;
`;

interface PreviewProps {
  documentId: string;
  /** Gives the keyboard back to the list. */
  onMade: () => void;
}

/** The piece on which the list stands: read here, and decided here. */
export const Preview = ({ documentId, onMade }: PreviewProps) => {
  const { formatMessage } = useIntl();
  const { currentData, error, refetch } = useGetSubmissionQuery(documentId);
  return (
    <Pane
      tag="section"
      aria-label={formatMessage({ id: trId('inbox.preview'), defaultMessage: 'The piece' })}
      background="neutral0"
      borderColor="neutral200"
      hasRadius
      padding={5}
    >
      {error ? (
        <ErrorNotice
          error={error}
          fallback={formatMessage({
            id: trId('life.error'),
            defaultMessage: 'The submission could not be read.',
          })}
          onRetry={refetch}
        />
      ) : null}
      {!error && !currentData ? (
        <Loader small>
          {formatMessage({ id: trId('life.loading'), defaultMessage: 'Reading' })}
        </Loader>
      ) : null}
      {currentData && !error ? (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Flex gap={2} alignItems="baseline" justifyContent="space-between">
            <Typography tag="h2" variant="beta">
              <EntityLink uid={UID.submission} documentId={documentId}>
                {currentData.title}
              </EntityLink>
            </Typography>
            <StateBadge
              state={currentData.state}
              awaitsSignature={currentData.signature.requestedAt !== null}
            />
          </Flex>
          <MoveButtons piece={currentData} />
          <Duplicates piece={currentData} />
          <Merged piece={currentData} />
          <SubmissionBody piece={currentData} />
          {currentData.difference ? (
            <PanelSection
              title={formatMessage({
                id: trId('life.difference'),
                defaultMessage: 'Changed since it was sent',
              })}
            >
              <DifferenceView difference={currentData.difference} />
            </PanelSection>
          ) : null}
          <PanelSection
            title={formatMessage({ id: trId('inbox.next-step'), defaultMessage: 'Make use of it' })}
          >
            <MakeEntry piece={currentData} onMade={onMade} />
            <Flex>
              <RecordAdoption piece={currentData} size="S" variant="tertiary" />
            </Flex>
          </PanelSection>
          <PanelSection
            title={formatMessage({ id: trId('life.history'), defaultMessage: 'What was done' })}
          >
            <Timeline lines={currentData.history} />
          </PanelSection>
        </Flex>
      ) : null}
    </Pane>
  );
};
