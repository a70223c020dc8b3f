import { useIntl } from 'react-intl';
import type { MarkNoticesBody } from '../../../shared/contracts';
import { trId } from '../shared/translations';
import { useUndoable } from '../shared/useUndoable';
import { useMarkNoticesMutation } from './notices-api';

/** Marks notices as read, which can be undone for a while. */
export const useMarking = () => {
  const { formatMessage } = useIntl();
  const [mark, { isLoading }] = useMarkNoticesMutation();
  const sayUndoable = useUndoable();
  const read = async (body: Pick<MarkNoticesBody, 'documentIds'>): Promise<void> => {
    const marked = await mark(body);
    if ('error' in marked || marked.data.documentIds.length === 0) return;
    const { documentIds } = marked.data;
    sayUndoable(
      formatMessage(
        {
          id: trId('notice.marked'),
          defaultMessage:
            '{count, plural, one {# notice is} other {# notices are}} marked as read.',
        },
        { count: documentIds.length }
      ),
      () => mark({ documentIds, read: false })
    );
  };
  return { read, isLoading };
};
