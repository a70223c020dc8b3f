import { Divider, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { EntryView } from '../../../shared/contracts';
import { Amount } from '../shared/Amount';
import { Loaded } from '../shared/Loaded';
import { PostingBatches } from './PostingBatches';
import { useGetEntryQuery } from '../shared/points-api';
import { useChoiceLabel } from '../shared/choices';
import { trId } from '../shared/translations';
import { AwardPreviewList } from './AwardPreviewList';
import { CreateSubmission } from './CreateSubmission';
import { EntryNotices } from './EntryNotices';
import { PanelSection } from '../shared/PanelSection';
import { Provenance } from './Provenance';
import { UnreadablePostings } from './UnreadablePostings';
import { useUnsavedEntry } from './useUnsavedEntry';

interface EntryPointsProps {
  uid: string;
  /** Absent while the entry is being created. */
  documentId?: string;
  isPublishedTab: boolean;
  mainField: string;
  mayPublish: boolean;
}

/** Provenance, placement, what publishing would award, what was awarded and why. */
export const EntryPoints = ({ documentId, ...props }: EntryPointsProps) => {
  const { formatMessage } = useIntl();
  if (!documentId) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {formatMessage({
          id: trId('panel.new-entry'),
          defaultMessage: 'Save the entry to see what publishing it would award.',
        })}
      </Typography>
    );
  }
  return <SavedEntryPoints documentId={documentId} {...props} />;
};

const SavedEntryPoints = ({
  uid,
  documentId,
  isPublishedTab,
  mainField,
  mayPublish,
}: EntryPointsProps & { documentId: string }) => {
  const { formatMessage } = useIntl();
  const unsaved = useUnsavedEntry();
  const { data, error, isFetching, refetch } = useGetEntryQuery(
    { uid, documentId, ...(isPublishedTab ? {} : unsaved) },
    { refetchOnMountOrArgChange: true }
  );

  return (
    <Loaded
      place="panel"
      data={data}
      error={error}
      failed={formatMessage({
        id: trId('panel.error'),
        defaultMessage: 'The points of this entry could not be read.',
      })}
      loading={formatMessage({ id: trId('panel.loading'), defaultMessage: 'Reading the points' })}
      onRetry={refetch}
    >
      {(entry) => (
        <Flex
          direction="column"
          alignItems="stretch"
          gap={4}
          width="100%"
          aria-busy={isFetching}
          data-testid="points-panel"
        >
          <EntrySections
            entry={entry}
            mayPublish={mayPublish}
            createSubmission={
              isPublishedTab || unsaved.submission !== undefined ? null : (
                <CreateSubmission uid={uid} documentId={documentId} mainField={mainField} />
              )
            }
          />
        </Flex>
      )}
    </Loaded>
  );
};

interface EntrySectionsProps {
  entry: EntryView;
  mayPublish: boolean;
  createSubmission: React.ReactNode;
}

const EntrySections = ({ entry, mayPublish, createSubmission }: EntrySectionsProps) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();

  return (
    <>
      <PanelSection
        title={formatMessage({ id: trId('panel.provenance'), defaultMessage: 'Supplied by' })}
      >
        <Provenance submission={entry.submission} createSubmission={createSubmission} />
      </PanelSection>
      {entry.placement ? (
        <PanelSection
          title={formatMessage({ id: trId('panel.placement'), defaultMessage: 'Runs in' })}
        >
          <Typography variant="omega">{labelOf(entry.placement)}</Typography>
        </PanelSection>
      ) : null}
      <Divider />
      <PanelSection
        title={
          entry.published
            ? formatMessage({
                id: trId('panel.preview-again'),
                defaultMessage: 'If published again',
              })
            : formatMessage({ id: trId('panel.preview'), defaultMessage: 'If published now' })
        }
      >
        <EntryNotices entry={entry} mayPublish={mayPublish} />
        <AwardPreviewList awards={entry.preview} />
      </PanelSection>
      {entry.awarded.length + entry.unreadable.length > 0 ? (
        <>
          <Divider />
          <PanelSection
            title={formatMessage({ id: trId('panel.awarded'), defaultMessage: 'Awarded' })}
            aside={<Amount value={entry.total} variant="omega" fontWeight="bold" showFraction />}
          >
            <UnreadablePostings postings={entry.unreadable} />
            <PostingBatches postings={entry.awarded} />
          </PanelSection>
        </>
      ) : null}
    </>
  );
};
