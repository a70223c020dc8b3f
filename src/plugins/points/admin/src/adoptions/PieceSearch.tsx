import { useState, type FormEvent } from 'react';
import { Button, Flex, Searchbar, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { AdoptablesResponse, AdoptableView } from '../../../shared/contracts';
import { Loaded } from '../shared/Loaded';
import { ListTable } from '../shared/ListTable';
import { Pages } from '../shared/Pages';
import { trId } from '../shared/translations';
import { StateBadge } from '../submissions/StateBadge';
import { useGetAdoptablesQuery } from './adoptions-api';
import type { AdoptionsState } from './adoptions-state';
import { NewPiece } from './NewPiece';

interface PieceSearchProps {
  state: AdoptionsState;
  onChange: (change: Partial<AdoptionsState>) => void;
}

const PAGE_SIZE = 10;

/** Chooses the piece whose adoptions are recorded, or makes the one that never came through the system. */
export const PieceSearch = ({ state, onChange }: PieceSearchProps) => {
  const { formatMessage } = useIntl();
  const text = state.text.trim();
  const { data, error, refetch } = useGetAdoptablesQuery(
    { page: state.page, pageSize: PAGE_SIZE, ...(text !== '' && { text }) },
    { refetchOnMountOrArgChange: true }
  );
  const choose = (submission: string) => onChange({ submission });
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={4} wrap="wrap" justifyContent="space-between">
        <TitleSearch text={state.text} onSearch={(words) => onChange({ text: words, page: 1 })} />
        <NewPiece title={state.text} onMade={choose} />
      </Flex>
      <Loaded
        place="page"
        data={data}
        error={error}
        failed={formatMessage({
          id: trId('recording.pieces-error'),
          defaultMessage: 'The pieces could not be read.',
        })}
        loading={formatMessage({
          id: trId('recording.pieces-loading'),
          defaultMessage: 'Reading the pieces',
        })}
        empty={{
          when: (pieces) => pieces.data.length === 0,
          text: formatMessage({
            id: trId('recording.no-pieces'),
            defaultMessage:
              'No piece with these words is with the office or accepted. If it never came through the system, make it.',
          }),
        }}
        onRetry={refetch}
      >
        {(pieces) => (
          <Pieces pieces={pieces} onChoose={choose} onPage={(page) => onChange({ page })} />
        )}
      </Loaded>
    </Flex>
  );
};

interface TitleSearchProps {
  text: string;
  onSearch: (text: string) => void;
}

const TitleSearch = ({ text, onSearch }: TitleSearchProps) => {
  const { formatMessage } = useIntl();
  const [words, setWords] = useState(text);
  const label = formatMessage({
    id: trId('recording.search'),
    defaultMessage: 'Words of the title, or the number of the piece',
  });
  const search = (event: FormEvent) => {
    event.preventDefault();
    onSearch(words);
  };
  return (
    <form role="search" onSubmit={search} style={{ width: '32rem', maxWidth: '100%' }}>
      <Searchbar
        name="text"
        size="S"
        value={words}
        placeholder={label}
        clearLabel={formatMessage({ id: trId('choice-input.clear'), defaultMessage: 'Clear' })}
        onChange={(event) => setWords(event.target.value)}
        onClear={() => {
          setWords('');
          onSearch('');
        }}
      >
        {label}
      </Searchbar>
    </form>
  );
};

interface PiecesProps {
  pieces: AdoptablesResponse;
  onChoose: (documentId: string) => void;
  onPage: (page: number) => void;
}

const Pieces = ({ pieces: { data, meta }, onChoose, onPage }: PiecesProps) => {
  const { formatMessage } = useIntl();
  const title = formatMessage({
    id: trId('create-submission.field.title'),
    defaultMessage: 'Title',
  });
  const units = formatMessage({
    id: trId('create-submission.field.units'),
    defaultMessage: 'Units',
  });
  const received = formatMessage({ id: trId('recording.received'), defaultMessage: 'Received' });
  const state = formatMessage({ id: trId('bonus.state'), defaultMessage: 'State' });
  const choose = formatMessage({ id: trId('recording.choose'), defaultMessage: 'Choose' });
  return (
    <Pages
      pagination={meta.pagination}
      summary={{
        id: trId('recording.pages'),
        defaultMessage: '{total} pieces, page {page} of {pageCount}',
      }}
      onChange={onPage}
    >
      <ListTable
        caption={formatMessage({ id: trId('recording.pieces'), defaultMessage: 'Pieces' })}
        headings={[title, units, received, state, { unseen: choose }]}
      >
        {data.map((piece) => (
          <PieceRow key={piece.documentId} piece={piece} choose={choose} onChoose={onChoose} />
        ))}
      </ListTable>
    </Pages>
  );
};

interface PieceRowProps {
  piece: AdoptableView;
  choose: string;
  onChoose: (documentId: string) => void;
}

const PieceRow = ({ piece, choose, onChoose }: PieceRowProps) => {
  const { formatDate } = useIntl();
  const { contributors, documentId, receivedAt, state, title } = piece;
  return (
    <tr>
      <td>
        <Typography fontWeight="semiBold">{title}</Typography>
      </td>
      <td>{contributors.map(({ unit }) => unit.name).join('、')}</td>
      <td>{receivedAt === null ? '' : formatDate(receivedAt, { dateStyle: 'medium' })}</td>
      <td>
        <StateBadge state={state} />
      </td>
      <td>
        <Button
          size="S"
          variant="secondary"
          aria-label={`${choose} ${title}`}
          onClick={() => onChoose(documentId)}
        >
          {choose}
        </Button>
      </td>
    </tr>
  );
};
