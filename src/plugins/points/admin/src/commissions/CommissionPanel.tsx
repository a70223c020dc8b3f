import { useForm } from '@strapi/strapi/admin';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useIntl } from 'react-intl';
import { ACTIONS, UID } from '../constants';
import { valueOf } from '../shared/forms';
import { useAllowed } from '../shared/permissions';
import { changedRelation } from '../shared/relations';
import { trId } from '../shared/translations';
import { useGetSubmissionQuery } from '../submissions/submissions-api';
import { CommissionWords } from './CommissionWords';

/** Beside a submission, also one that is only being written: what the commission that it answers asks. */
export const CommissionPanel: PanelComponent = ({ document, model }) => {
  const { formatMessage } = useIntl();
  const mayRead = useAllowed(ACTIONS.readDocument, UID.commission);
  const isSubmission = model === UID.submission;
  const documentId = document?.documentId ?? '';
  const { currentData } = useGetSubmissionQuery(documentId, {
    skip: !isSubmission || documentId === '',
  });
  const chosen = useForm('CommissionPanel', ({ values }) =>
    changedRelation(valueOf(values, 'commission'))
  );
  const asked = chosen ?? currentData?.commission?.documentId ?? '';
  if (!isSubmission || !mayRead || asked === '') return null;
  return {
    title: formatMessage({ id: trId('commission.words'), defaultMessage: 'What is asked' }),
    content: <CommissionWords key={asked} documentId={asked} />,
  };
};
