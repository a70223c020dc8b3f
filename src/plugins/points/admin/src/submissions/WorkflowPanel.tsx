import { useForm } from '@strapi/strapi/admin';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { SubmissionDetail } from '../../../shared/contracts';
import { Loaded } from '../shared/Loaded';
import { EntityLink } from '../shared/EntityLink';
import { Notice } from '../shared/Notice';
import { ACTIONS, UID } from '../constants';
import { useGetSubmissionQuery } from './submissions-api';
import { DifferenceSection } from './DifferenceSection';
import { Duplicates } from './Duplicates';
import { MakeEntry } from './MakeEntry';
import { Merged } from './Merged';
import { Moves } from './Transitions';
import { RecordAdoption } from '../adoptions/RecordAdoption';
import { StateBadge } from './StateBadge';
import { Timeline } from './Timeline';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { PanelSection } from '../shared/PanelSection';

/** The side panel of a submission: where it stands, what can be done now, and what was done. */
export const WorkflowPanel: PanelComponent = ({ document, model }) => {
  const { formatMessage } = useIntl();
  const canRead = useAllowed(ACTIONS.readSubmission);

  if (model !== UID.submission || !document?.documentId || !canRead) return null;

  return {
    title: formatMessage({ id: trId('life.panel'), defaultMessage: 'Handling' }),
    content: <SubmissionWorkflow documentId={document.documentId} />,
  };
};

const SubmissionWorkflow = ({ documentId }: { documentId: string }) => {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useGetSubmissionQuery(documentId, {
    refetchOnMountOrArgChange: true,
  });
  return (
    <Loaded
      place="panel"
      data={data}
      error={error}
      failed={formatMessage({
        id: trId('life.error'),
        defaultMessage: 'The handling could not be read.',
      })}
      loading={formatMessage({ id: trId('life.loading'), defaultMessage: 'Reading' })}
      onRetry={refetch}
    >
      {(piece) => <Handling piece={piece} />}
    </Loaded>
  );
};

const Handling = ({ piece }: { piece: SubmissionDetail }) => {
  const { formatMessage } = useIntl();
  const isModified = useForm('Handling', ({ modified }) => modified);
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%" data-testid="workflow-panel">
      <Flex>
        <StateBadge state={piece.state} awaitsSignature={piece.signature.requestedAt !== null} />
      </Flex>
      {piece.mergedInto ? (
        <Notice variant="info">
          {formatMessage({ id: trId('life.merged-into'), defaultMessage: 'Is part of:' })}{' '}
          <EntityLink uid={UID.submission} documentId={piece.mergedInto.documentId}>
            {piece.mergedInto.title}
          </EntityLink>
        </Notice>
      ) : null}
      <Moves piece={piece} isModified={isModified} />
      <MakeEntry piece={piece} />
      <RecordAdoption piece={piece} variant="secondary" fullWidth />
      {piece.difference ? <DifferenceSection difference={piece.difference} /> : null}
      <Duplicates piece={piece} />
      <Merged piece={piece} />
      <PanelSection
        title={formatMessage({ id: trId('life.history'), defaultMessage: 'What was done' })}
      >
        <Timeline lines={piece.history} />
        {piece.history.length === 0 ? (
          <Typography variant="pi" textColor="neutral600">
            {formatMessage({ id: trId('life.no-history'), defaultMessage: 'Nothing yet.' })}
          </Typography>
        ) : null}
      </PanelSection>
    </Flex>
  );
};
