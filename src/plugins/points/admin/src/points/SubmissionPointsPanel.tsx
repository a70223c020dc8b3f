import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Loader, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { describePoints, sumOf } from '../../../domain/points';
import { Amount } from '../shared/Amount';
import { ErrorNotice } from '../shared/ErrorNotice';
import { PostingBatches } from './PostingBatches';
import { ACTIONS, UID } from '../constants';
import { useGetLedgerQuery } from '../shared/points-api';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { PanelSection } from '../shared/PanelSection';

const PAGE_SIZE = 100;

/** The side panel of a submission: everything that it earned so far, through all channels. */
export const SubmissionPanel: PanelComponent = ({ document, model }) => {
  const { formatMessage } = useIntl();
  const canRead = useAllowed(ACTIONS.readLedger);

  if (model !== UID.submission || !document?.documentId || !canRead) return null;

  return {
    title: formatMessage({ id: trId('panel.title'), defaultMessage: 'Points' }),
    content: <SubmissionPoints documentId={document.documentId} />,
  };
};

const SubmissionPoints = ({ documentId }: { documentId: string }) => {
  const { formatMessage } = useIntl();
  const { data, error } = useGetLedgerQuery(
    { submission: documentId, page: 1, pageSize: PAGE_SIZE },
    { refetchOnMountOrArgChange: true }
  );
  if (error) {
    return (
      <ErrorNotice
        error={error}
        fallback={formatMessage({
          id: trId('ledger.error'),
          defaultMessage: 'The postings could not be read.',
        })}
      />
    );
  }
  if (!data) {
    return (
      <Loader small>
        {formatMessage({ id: trId('panel.loading'), defaultMessage: 'Reading the points' })}
      </Loader>
    );
  }
  if (data.data.length === 0) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {formatMessage({
          id: trId('submission.nothing-yet'),
          defaultMessage: 'Not adopted anywhere yet: no points so far.',
        })}
      </Typography>
    );
  }
  const isWhole = data.meta.pagination.pageCount <= 1;
  return (
    <PanelSection
      title={formatMessage({ id: trId('panel.awarded'), defaultMessage: 'Awarded' })}
      aside={
        isWhole ? (
          <Amount
            value={describePoints(sumOf(data.data))}
            variant="omega"
            fontWeight="bold"
            showFraction
          />
        ) : null
      }
    >
      <PostingBatches postings={data.data} />
    </PanelSection>
  );
};
