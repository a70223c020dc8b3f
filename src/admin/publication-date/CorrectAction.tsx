import { useCallback } from 'react';
import type { DocumentActionComponent } from '@strapi/content-manager/strapi-admin';
import { Clock } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { useAllowed } from '../../plugins/points/admin/src/shared/permissions';
import { CorrectForm } from './CorrectForm';

const CORRECT = 'api::publication-date.correct';

/** Corrects the date of an entry's first publication, which nobody can simply write. */
export const CorrectAction: DocumentActionComponent = ({ document, documentId, model }) => {
  const { formatMessage } = useIntl();
  const canCorrect = useAllowed(CORRECT);
  const publicationDate: unknown = document?.publicationDate;
  const date = typeof publicationDate === 'string' ? publicationDate : undefined;
  // One identity while the dialog is open: a new one would mount it afresh and lose what is typed.
  const Content = useCallback(
    ({ onClose }: { onClose: () => void }) =>
      documentId !== undefined && date !== undefined ? (
        <CorrectForm uid={model} documentId={documentId} publicationDate={date} onClose={onClose} />
      ) : null,
    [documentId, date, model]
  );

  if (!model.startsWith('api::') || !documentId || date === undefined || !canCorrect) return null;
  const title = formatMessage({ id: 'site.correction.action' });
  return {
    label: title,
    icon: <Clock />,
    position: 'header',
    dialog: { type: 'modal', title, content: Content },
  };
};
