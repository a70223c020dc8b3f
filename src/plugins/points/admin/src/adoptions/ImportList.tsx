import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { ImportsResponse, ImportView } from '../../../shared/contracts';
import { ACTIONS } from '../constants';
import { Figure } from '../shared/dense-table';
import { ListTable } from '../shared/ListTable';
import { Loaded } from '../shared/Loaded';
import { Pages } from '../shared/Pages';
import { useEmptyText } from '../shared/useEmptyText';
import { trId } from '../shared/translations';
import { useSaveFile } from '../shared/useSaveFile';
import { useGetImportsQuery } from './adoptions-api';

const PAGE_SIZE = 10;

/** The imports that were done, each with its report. */
export const ImportList = () => {
  const { formatMessage } = useIntl();
  const empty = useEmptyText('import.none', ACTIONS.recordAdoptions, 'None so far.');
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useGetImportsQuery(
    { page, pageSize: PAGE_SIZE },
    { refetchOnMountOrArgChange: true }
  );
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={3}>
      <Typography variant="delta" tag="h2">
        {formatMessage({ id: trId('import.list'), defaultMessage: 'Earlier imports' })}
      </Typography>
      <Loaded
        place="panel"
        data={data}
        error={error}
        failed={formatMessage({
          id: trId('import.list-error'),
          defaultMessage: 'The imports could not be read.',
        })}
        loading={formatMessage({
          id: trId('import.list-loading'),
          defaultMessage: 'Reading the imports',
        })}
        empty={{
          when: (imports) => imports.data.length === 0,
          text: empty,
        }}
        onRetry={refetch}
      >
        {(imports) => <Imports imports={imports} onPage={setPage} />}
      </Loaded>
    </Flex>
  );
};

interface ImportsProps {
  imports: ImportsResponse;
  onPage: (page: number) => void;
}

const Imports = ({ imports: { data, meta }, onPage }: ImportsProps) => {
  const { formatDate, formatMessage } = useIntl();
  const report = formatMessage({ id: trId('import.report'), defaultMessage: 'Report' });
  return (
    <Pages
      pagination={meta.pagination}
      summary={{
        id: trId('import.list-pages'),
        defaultMessage: '{total} imports, page {page} of {pageCount}',
      }}
      onChange={onPage}
    >
      <ListTable
        caption={formatMessage({ id: trId('import.list'), defaultMessage: 'Earlier imports' })}
        headings={[
          formatMessage({ id: trId('import.when'), defaultMessage: 'When' }),
          formatMessage({ id: trId('import.file'), defaultMessage: 'File' }),
          formatMessage({ id: trId('import.by'), defaultMessage: 'By' }),
          { figure: formatMessage({ id: trId('import.recorded'), defaultMessage: 'Recorded' }) },
          { figure: formatMessage({ id: trId('import.known'), defaultMessage: 'There already' }) },
          { unseen: report },
        ]}
      >
        {data.map((imported) => (
          <tr key={imported.documentId}>
            <td>{formatDate(imported.importedAt, { dateStyle: 'medium', timeStyle: 'short' })}</td>
            <td>{imported.fileName}</td>
            <td>{imported.importedBy}</td>
            <Figure>{imported.recorded}</Figure>
            <Figure>{imported.known}</Figure>
            <td>
              <ReportButton imported={imported} />
            </td>
          </tr>
        ))}
      </ListTable>
    </Pages>
  );
};

/** Downloads what an import did, row by row. */
export const ReportButton = ({ imported: { documentId } }: { imported: ImportView }) => {
  const { formatMessage } = useIntl();
  const { isSaving, save } = useSaveFile();
  return (
    <Button
      size="S"
      variant="tertiary"
      startIcon={<Download />}
      loading={isSaving}
      onClick={() => save(`/points/adoptions/imports/${documentId}/report`, {})}
    >
      {formatMessage({ id: trId('import.report'), defaultMessage: 'Report' })}
    </Button>
  );
};
