import { useTable } from '@strapi/strapi/admin';
import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { ACTIONS } from '../constants';
import { useGetEntryPointsQuery } from '../shared/points-api';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { Amount } from '../shared/Amount';

interface PointsCellProps {
  uid: string;
  documentId: string;
}

const documentIdOf = (row: object): string[] =>
  'documentId' in row && typeof row.documentId === 'string' ? [row.documentId] : [];

/**
 * What an entry earned, in the Content Manager's list. Every row asks for the whole page in the
 * same words, so that one request answers them all.
 */
export const PointsCell = ({ uid, documentId }: PointsCellProps) => {
  const { formatMessage } = useIntl();
  const rows = useTable('PointsCell', (state) => state.rows);
  const canRead = useAllowed(ACTIONS.readEntry);
  const documentIds = rows.flatMap(documentIdOf);
  const { data, isError } = useGetEntryPointsQuery(
    { uid, documentIds },
    { skip: !canRead || documentIds.length === 0, refetchOnMountOrArgChange: 5 }
  );
  if (isError) {
    return (
      <Typography textColor="danger600">
        {formatMessage({ id: trId('column.points.error'), defaultMessage: 'Not read' })}
      </Typography>
    );
  }
  const points = data?.[documentId];
  if (!points || points.exact === '0') return <Typography textColor="neutral600">-</Typography>;
  return <Amount value={points} />;
};
