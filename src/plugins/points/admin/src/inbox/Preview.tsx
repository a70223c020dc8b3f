import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { SubmissionDetail } from '../../../shared/contracts';
import { EntityLink } from '../shared/EntityLink';
import { Loaded } from '../shared/Loaded';
import { UID } from '../constants';
import { PanelSection } from '../shared/PanelSection';
import { useGetSubmissionQuery } from '../submissions/submissions-api';
import { DifferenceSection } from '../submissions/DifferenceSection';
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
      <Loaded
        place="panel"
        data={currentData}
        error={error}
        failed={formatMessage({
          id: trId('life.error'),
          defaultMessage: 'The submission could not be read.',
        })}
        loading={formatMessage({ id: trId('life.loading'), defaultMessage: 'Reading' })}
        onRetry={refetch}
      >
        {(piece) => <Piece piece={piece} onMade={onMade} />}
      </Loaded>
    </Pane>
  );
};

interface PieceProps {
  piece: SubmissionDetail;
  onMade: () => void;
}

const Piece = ({ piece, onMade }: PieceProps) => {
  const { formatMessage } = useIntl();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={2} alignItems="baseline" justifyContent="space-between">
        <Typography tag="h2" variant="beta">
          <EntityLink uid={UID.submission} documentId={piece.documentId}>
            {piece.title}
          </EntityLink>
        </Typography>
        <StateBadge state={piece.state} awaitsSignature={piece.signature.requestedAt !== null} />
      </Flex>
      <MoveButtons piece={piece} />
      <Duplicates piece={piece} />
      <Merged piece={piece} />
      <SubmissionBody piece={piece} />
      {piece.difference ? <DifferenceSection difference={piece.difference} /> : null}
      <PanelSection
        title={formatMessage({ id: trId('inbox.next-step'), defaultMessage: 'Make use of it' })}
      >
        <MakeEntry piece={piece} onMade={onMade} />
        <Flex>
          <RecordAdoption piece={piece} size="S" variant="tertiary" />
        </Flex>
      </PanelSection>
      <PanelSection
        title={formatMessage({ id: trId('life.history'), defaultMessage: 'What was done' })}
      >
        <Timeline lines={piece.history} />
      </PanelSection>
    </Flex>
  );
};
