import { useCallback } from 'react';
import type { DocumentActionComponent } from '@strapi/content-manager/strapi-admin';
import { Cross } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { isSiteChannel } from '../../../shared/contracts';
import { ACTIONS, UID } from '../constants';
import { adoptionOf } from './adoption';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { SiteAdoptionExplanation } from './SiteAdoptionExplanation';
import { WithdrawForm } from './WithdrawForm';

/** Withdraws an adoption with a reason: what has postings is withdrawn, never deleted. */
export const WithdrawAction: DocumentActionComponent = ({ document, documentId, model }) => {
  const { formatMessage } = useIntl();
  const canWithdraw = useAllowed(ACTIONS.withdrawAdoption);

  const adoption = document ? adoptionOf(document) : undefined;
  const isSite =
    adoption !== undefined &&
    (adoption.entryDocumentId !== null || isSiteChannel(adoption.channel));
  const entryUid = adoption?.entryUid ?? null;
  const entryDocumentId = adoption?.entryDocumentId ?? null;
  // One identity while the dialog is open: a new one would mount it afresh and lose what is typed.
  const Content = useCallback(
    ({ onClose }: { onClose: () => void }) =>
      isSite || !documentId ? (
        <SiteAdoptionExplanation
          entryUid={entryUid}
          entryDocumentId={entryDocumentId}
          onClose={onClose}
        />
      ) : (
        <WithdrawForm documentId={documentId} onClose={onClose} />
      ),
    [documentId, entryDocumentId, entryUid, isSite]
  );

  if (model !== UID.adoption || !documentId || !adoption || !canWithdraw) return null;
  if (adoption.withdrawnAt) return null;

  return {
    label: formatMessage({ id: trId('withdraw.action'), defaultMessage: 'Withdraw the adoption' }),
    icon: <Cross />,
    position: 'panel',
    variant: 'danger-light',
    dialog: {
      type: 'modal',
      title: formatMessage({ id: trId('withdraw.title'), defaultMessage: 'Withdraw the adoption' }),
      content: Content,
    },
  };
};
