import { useState } from 'react';
import { Badge, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ImportCheckResponse, ImportRowView } from '../../../shared/contracts';
import { Amount } from '../shared/Amount';
import { useChannelName } from '../shared/choices';
import { Figure } from '../shared/dense-table';
import { ListTable } from '../shared/ListTable';
import { Notice } from '../shared/Notice';
import { Pager } from '../shared/Pager';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';

type Preview = ImportCheckResponse['data'];

const PAGE_SIZE = 50;

/** What importing would do, row by row, with what is wrong and what is odd, and what it would give. */
export const ImportPreview = ({ preview }: { preview: Preview }) => {
  const { formatMessage } = useIntl();
  const { awards, counts, rows, unknownHeadings } = preview;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Notice variant={counts.refused > 0 ? 'danger' : 'info'}>
        {formatMessage(
          {
            id: trId(counts.refused > 0 ? 'import.counts.wrong' : 'import.counts'),
            defaultMessage: '{fresh} new, {known} there already, {refused} wrong.',
          },
          { fresh: counts.new, known: counts.known, refused: counts.refused }
        )}
      </Notice>
      {unknownHeadings.length > 0 ? (
        <Notice variant="warning">
          {formatMessage(
            {
              id: trId('import.unknown-headings'),
              defaultMessage: 'These columns mean nothing and are not read: {headings}',
            },
            { headings: unknownHeadings.join('、') }
          )}
        </Notice>
      ) : null}
      <Rows rows={rows} onlyWrong={counts.refused > 0} />
      <Awards awards={awards} />
    </Flex>
  );
};

interface RowsProps {
  rows: readonly ImportRowView[];
  /** Whether it begins with what is wrong or odd alone. */
  onlyWrong: boolean;
}

const isTold = ({ problems, notes }: ImportRowView): boolean =>
  problems.length > 0 || notes.length > 0;

const Rows = ({ rows, onlyWrong }: RowsProps) => {
  const { formatMessage } = useIntl();
  const [isNarrowed, setIsNarrowed] = useState(onlyWrong);
  const [page, setPage] = useState(1);
  const shown = isNarrowed ? rows.filter(isTold) : rows;
  const pageCount = Math.ceil(shown.length / PAGE_SIZE);
  const caption = formatMessage({ id: trId('import.rows'), defaultMessage: 'Rows' });
  const headings = [
    formatMessage({ id: trId('import.row'), defaultMessage: 'Row' }),
    formatMessage({ id: trId('import.outcome'), defaultMessage: 'Outcome' }),
    formatMessage({ id: trId('create-submission.field.title'), defaultMessage: 'Title' }),
    formatMessage({ id: trId('recording.channel'), defaultMessage: 'Channel' }),
    formatMessage({ id: trId('recording.day'), defaultMessage: 'Date of adoption' }),
    { figure: formatMessage({ id: trId('bonus.points'), defaultMessage: 'Points' }) },
    formatMessage({ id: trId('import.notes'), defaultMessage: 'What to look at' }),
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Checkbox
        checked={isNarrowed}
        onCheckedChange={(value) => {
          setIsNarrowed(value === true);
          setPage(1);
        }}
      >
        {formatMessage({
          id: trId('import.only-told'),
          defaultMessage: 'Only rows that are wrong or odd',
        })}
      </Checkbox>
      <ListTable caption={caption} headings={headings}>
        {shown.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((row) => (
          <RowOfImport key={row.row} row={row} />
        ))}
      </ListTable>
      <Pager
        pagination={{ page, pageSize: PAGE_SIZE, pageCount, total: shown.length }}
        summary={formatMessage(
          {
            id: trId('import.pages'),
            defaultMessage: '{total} rows, page {page} of {pageCount}',
          },
          { total: shown.length, page, pageCount: Math.max(pageCount, 1) }
        )}
        onChange={setPage}
      />
    </Flex>
  );
};

const VARIANTS = { new: 'success', known: 'secondary', refused: 'danger' } as const;

const RowOfImport = ({ row }: { row: ImportRowView }) => {
  const { formatMessage } = useIntl();
  const nameOf = useChannelName();
  const { adoptedOn, channel, channelName, earned, given, outcome, problems, notes, submission } =
    row;
  return (
    <tr>
      <td>{row.row}</td>
      <td>
        <Badge variant={VARIANTS[outcome]} size="S">
          {formatMessage({ id: trId(`import.outcome.${outcome}`), defaultMessage: outcome })}
        </Badge>
      </td>
      <td>{submission?.title ?? given.title}</td>
      <td>{channel === null ? given.channel : nameOf(channel, channelName)}</td>
      <td>{adoptedOn ?? given.adoptedOn}</td>
      <Figure>{earned === null ? null : <Amount value={earned} />}</Figure>
      <td>
        <Flex tag="ul" direction="column" alignItems="flex-start" gap={1}>
          {problems.map(({ column, message }) => (
            <Typography key={`${column} ${message}`} tag="li" variant="pi" textColor="danger600">
              {message}
            </Typography>
          ))}
          {notes.map(({ column, message }) => (
            <Typography key={`${column} ${message}`} tag="li" variant="pi" textColor="neutral600">
              {message}
            </Typography>
          ))}
        </Flex>
      </td>
    </tr>
  );
};

const Awards = ({ awards }: { awards: Preview['awards'] }) => {
  const { formatMessage } = useIntl();
  const periodLabel = usePeriodLabel();
  if (awards.length === 0) return null;
  return (
    <ListTable
      caption={formatMessage({
        id: trId('import.awards'),
        defaultMessage: 'What it would give',
      })}
      headings={[
        formatMessage({ id: trId('import.month'), defaultMessage: 'Month' }),
        formatMessage({ id: trId('report.unit'), defaultMessage: 'Unit' }),
        { figure: formatMessage({ id: trId('bonus.points'), defaultMessage: 'Points' }) },
      ]}
    >
      {awards.map((award) => (
        <tr key={`${award.month} ${award.unit.documentId}`}>
          <td>{periodLabel(award.month)}</td>
          <td>{award.unit.name}</td>
          <Figure>
            <Amount value={award} />
          </Figure>
        </tr>
      ))}
    </ListTable>
  );
};
