import { useIntl } from 'react-intl';
import { Notice } from '../shared/Notice';
import { useGetPrecheckQuery } from './submissions-api';
import { trId } from '../shared/translations';

/** What a submission lacks before it is sent; errors hinder sending, warnings do not. */
export const Precheck = ({ documentId }: { documentId: string }) => {
  const { formatMessage } = useIntl();
  const { data } = useGetPrecheckQuery(documentId, { refetchOnMountOrArgChange: true });
  if (!data) return null;
  return (
    <>
      {(['errors', 'warnings'] as const).map((kind) =>
        data[kind].length > 0 ? (
          <Notice key={kind} variant={kind === 'errors' ? 'danger' : 'warning'}>
            {formatMessage({ id: trId(`precheck.${kind}`), defaultMessage: kind })}
            {data[kind].map(({ code, field, message, place }) => (
              <div key={`${field}-${code}-${String(place?.start)}`}>{message}</div>
            ))}
          </Notice>
        ) : null
      )}
    </>
  );
};
