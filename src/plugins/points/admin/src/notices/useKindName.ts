import { useIntl } from 'react-intl';
import type { NoticeKind } from '../../../shared/contracts';
import { trId } from '../shared/translations';

/** What kinds of notices are called. */
export const useKindName = (): ((kind: NoticeKind) => string) => {
  const { formatMessage } = useIntl();
  return (kind) => formatMessage({ id: trId(`notice.kind.${kind}`), defaultMessage: kind });
};
