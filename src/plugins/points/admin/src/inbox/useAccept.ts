import { useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { InboxItem } from '../../../shared/contracts';
import { sentenceOf } from '../shared/errors';
import { trId } from '../shared/translations';
import { useMoveSubmissionMutation } from '../submissions/submissions-api';

/** Accepts one piece and says how it went; gives whether it was accepted. */
export const useAccept = (): ((item: InboxItem) => Promise<boolean>) => {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  const [move] = useMoveSubmissionMutation();
  return async ({ documentId, title }) => {
    const result = await move({ documentId, action: 'accept', body: {} });
    if ('error' in result) {
      toggleNotification({
        type: 'danger',
        message:
          sentenceOf(result.error) ??
          formatMessage({ id: trId('life.failed'), defaultMessage: 'That could not be done.' }),
      });
      return false;
    }
    toggleNotification({
      type: 'success',
      message: formatMessage(
        { id: trId('inbox.accepted'), defaultMessage: 'Accepted: {title}' },
        { title }
      ),
    });
    return true;
  };
};
