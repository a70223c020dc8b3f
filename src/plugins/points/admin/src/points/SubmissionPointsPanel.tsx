import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import {
  type AdoptionPostingView,
  type LedgerResponse,
  type PostingView,
} from '../../../shared/contracts';
import { describePoints, sumOf } from '../../../domain/points';
import { Amount } from '../shared/Amount';
import { Loaded } from '../shared/Loaded';
import { PostingBatches } from './PostingBatches';
import { UnreadablePostings } from './UnreadablePostings';
import { ACTIONS, UID } from '../constants';
import { ObjectToSubmission } from '../objections/ObjectTo';
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
    content: (
      <Flex direction="column" alignItems="stretch" gap={4}>
        <SubmissionPoints documentId={document.documentId} />
        <ObjectToSubmission documentId={document.documentId} />
      </Flex>
    ),
  };
};

const SubmissionPoints = ({ documentId }: { documentId: string }) => {
  const { formatMessage } = useIntl();
  const { data, error } = useGetLedgerQuery(
    { submission: documentId, page: 1, pageSize: PAGE_SIZE },
    { refetchOnMountOrArgChange: true }
  );
  return (
    <Loaded
      place="panel"
      data={data}
      error={error}
      failed={formatMessage({
        id: trId('ledger.error'),
        defaultMessage: 'The postings could not be read.',
      })}
      loading={formatMessage({ id: trId('panel.loading'), defaultMessage: 'Reading the points' })}
      empty={{
        when: ({ data: lines, meta }) => lines.length === 0 && meta.unreadable.length === 0,
        text: formatMessage({
          id: trId('submission.nothing-yet'),
          defaultMessage: 'Not adopted anywhere yet: no points so far.',
        }),
      }}
    >
      {(ledger) => <Awarded ledger={ledger} />}
    </Loaded>
  );
};

/** As all of a submission's postings are: bonuses and corrections rest on none. */
const isOfAdoption = (posting: PostingView): posting is AdoptionPostingView =>
  'adoption' in posting.why;

const Awarded = ({ ledger: { data, meta } }: { ledger: LedgerResponse }) => {
  const { formatMessage } = useIntl();
  const isWhole = meta.pagination.pageCount <= 1;
  return (
    <PanelSection
      title={formatMessage({ id: trId('panel.awarded'), defaultMessage: 'Awarded' })}
      aside={
        isWhole ? (
          <Amount
            value={describePoints(sumOf(data))}
            variant="omega"
            fontWeight="bold"
            showFraction
          />
        ) : null
      }
    >
      <UnreadablePostings postings={meta.unreadable} />
      <PostingBatches postings={data.filter(isOfAdoption)} />
    </PanelSection>
  );
};
