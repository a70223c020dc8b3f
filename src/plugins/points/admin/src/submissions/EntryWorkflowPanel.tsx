import { unstable_useDocumentLayout as useDocumentLayout, useForm } from '@strapi/strapi/admin';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { CommissionWords } from '../commissions/CommissionWords';
import { ACTIONS } from '../constants';
import { useGetEntryQuery } from '../shared/points-api';
import { useGetSubmissionQuery } from './submissions-api';
import { CategoryChoice } from './CategoryChoice';
import { Moves } from './Transitions';
import { StateBadge } from './StateBadge';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';

/** Beside an entry that a unit drafts: what is still missing, and the button that sends it in. */
export const EntryWorkflowPanel: PanelComponent = ({ document, model }) => {
  const { formatMessage } = useIntl();
  const { edit } = useDocumentLayout(model);
  const canSend = useAllowed(ACTIONS.submit);
  const canSign = useAllowed(ACTIONS.sign);
  const canReview = useAllowed(ACTIONS.review);
  if (!('points' in edit.options) || canReview || !(canSend || canSign)) return null;
  return {
    title: formatMessage({ id: trId('life.action.submit'), defaultMessage: 'Send in' }),
    content: document?.documentId ? (
      <EntryWorkflow uid={model} documentId={document.documentId} />
    ) : (
      <Typography variant="pi" textColor="neutral600">
        {formatMessage({
          id: trId('entry-life.new'),
          defaultMessage: 'Save it first; then choose its category here and send it in.',
        })}
      </Typography>
    ),
  };
};

const EntryWorkflow = ({ uid, documentId }: { uid: string; documentId: string }) => {
  const { data, fulfilledTimeStamp } = useGetEntryQuery({ uid, documentId });
  // What is missing is looked at anew whenever the entry was saved.
  return data?.submission ? (
    <Sending key={fulfilledTimeStamp} documentId={data.submission.documentId} />
  ) : null;
};

const Sending = ({ documentId }: { documentId: string }) => {
  const isModified = useForm('Sending', ({ modified }) => modified);
  const { data } = useGetSubmissionQuery(documentId, { refetchOnMountOrArgChange: true });
  if (!data) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%" data-testid="sending-panel">
      <Flex>
        <StateBadge state={data.state} awaitsSignature={data.signature.requestedAt !== null} />
      </Flex>
      {data.commission ? <CommissionWords documentId={data.commission.documentId} /> : null}
      <CategoryChoice piece={data} />
      <Moves piece={data} isModified={isModified} />
    </Flex>
  );
};
