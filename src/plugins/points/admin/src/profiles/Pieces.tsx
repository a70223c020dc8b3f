import { useState } from 'react';
import { Badge, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { PieceLine, PieceStep } from '../../../shared/contracts';
import { readable } from '../../../shared/points-text';
import { ACTIONS, UID } from '../constants';
import { ledgerAddress } from '../shared/addresses';
import { Amount } from '../shared/Amount';
import { Card } from '../shared/Card';
import { useChannelName, useChoiceLabel } from '../shared/choices';
import { Figure } from '../shared/dense-table';
import { EntityLink } from '../shared/EntityLink';
import { ListTable } from '../shared/ListTable';
import { Loaded } from '../shared/Loaded';
import { Pager } from '../shared/Pager';
import { useMayRead } from '../shared/permissions';
import { useGetPiecesQuery } from '../shared/points-api';
import { useEmptyText } from '../shared/useEmptyText';
import { trId } from '../shared/translations';

const PAGE_SIZE = 10;

interface PiecesProps {
  of: 'unit' | 'person';
  documentId: string;
}

/** What was sent in, the newest first: how far each piece came, and what it earned. */
export const Pieces = ({ of, documentId }: PiecesProps) => {
  const { formatMessage } = useIntl();
  const empty = useEmptyText(
    'profile.pieces.none',
    ACTIONS.submit,
    'Nothing has been sent in yet.'
  );
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useGetPiecesQuery(
    { of, documentId, page, pageSize: PAGE_SIZE },
    { refetchOnMountOrArgChange: true }
  );
  const title = formatMessage({ id: trId('profile.pieces'), defaultMessage: 'Pieces sent in' });
  return (
    <Card title={title}>
      <Loaded
        place="panel"
        data={data}
        error={error}
        failed={formatMessage({
          id: trId('profile.pieces.error'),
          defaultMessage: 'The pieces could not be read.',
        })}
        loading={formatMessage({
          id: trId('profile.pieces.loading'),
          defaultMessage: 'Reading the pieces',
        })}
        empty={{
          when: ({ meta }) => meta.pagination.total === 0,
          text: empty,
        }}
        onRetry={refetch}
      >
        {({ data: pieces, meta: { pagination } }) => (
          <>
            <ListTable
              caption={title}
              headings={[
                formatMessage({ id: trId('profile.piece'), defaultMessage: 'Piece' }),
                formatMessage({ id: trId('profile.received'), defaultMessage: 'Received' }),
                formatMessage({ id: trId('profile.way'), defaultMessage: 'How far it came' }),
                { figure: formatMessage({ id: trId('panel.title'), defaultMessage: 'Points' }) },
              ]}
            >
              {pieces.map((piece) => (
                <Piece key={piece.documentId} piece={piece} of={of} owner={documentId} />
              ))}
            </ListTable>
            <Pager
              pagination={pagination}
              summary={formatMessage(
                {
                  id: trId('profile.pieces.pages'),
                  defaultMessage: '{total} pieces, page {page} of {pageCount}',
                },
                { ...pagination }
              )}
              onChange={setPage}
            />
          </>
        )}
      </Loaded>
    </Card>
  );
};

interface PieceProps {
  piece: PieceLine;
  of: 'unit' | 'person';
  /** documentId of the unit or person. */
  owner: string;
}

const Piece = ({ piece, of, owner }: PieceProps) => {
  const { formatDate, formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const canRead = useMayRead(UID.submission);
  return (
    <tr>
      <th scope="row" style={{ minWidth: '18rem' }}>
        {canRead ? (
          <EntityLink uid={UID.submission} documentId={piece.documentId}>
            {piece.title}
          </EntityLink>
        ) : (
          piece.title
        )}
        {piece.units > 1 ? (
          <Typography variant="pi" textColor="neutral600" tag="p">
            {formatMessage(
              { id: trId('profile.joint'), defaultMessage: 'joint, {units} units' },
              { units: piece.units }
            )}
          </Typography>
        ) : null}
      </th>
      <td style={{ whiteSpace: 'nowrap' }}>
        {formatDate(`${piece.receivedOn}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' })}
      </td>
      <td>
        {piece.steps.length === 0 ? <Badge size="S">{labelOf(piece.state)}</Badge> : null}
        <Way steps={piece.steps} />
      </td>
      <Figure>
        <Earned piece={piece} of={of} owner={owner} />
      </Figure>
    </tr>
  );
};

/** The steps of a piece in the order of their days, an arrow between each two. */
const Way = ({ steps }: { steps: readonly PieceStep[] }) => {
  const { formatMessage } = useIntl();
  const nameOf = useChannelName();
  return (
    <Flex tag="ol" gap={2} wrap="wrap">
      {steps.map((step, index) => (
        <li key={`${step.channel} ${step.adoptedOn} ${index}`}>
          {index > 0 ? <span aria-hidden>→ </span> : null}
          <Badge
            size="S"
            variant="success"
            title={`${nameOf(step.channel, step.channelName)} · ${step.adoptedOn}`}
          >
            {formatMessage({ id: trId(`stage.${step.stage}`), defaultMessage: step.stage })}{' '}
            {readable(step, true)}
          </Badge>
        </li>
      ))}
    </Flex>
  );
};

const Quiet = styled(Link)`
  color: ${({ theme }) => theme.colors.primary700};
`;

/** What the unit, or the person, earned by a piece, which leads to its postings. */
const Earned = ({ piece, of, owner }: PieceProps) => {
  const { formatMessage } = useIntl();
  if (piece.steps.length === 0) return <Amount value={piece} />;
  const { documentId: submission, points, title } = piece;
  const whose = of === 'unit' ? { unit: owner } : { officer: owner };
  return (
    <Quiet
      to={ledgerAddress({ submission, ...whose })}
      aria-label={formatMessage(
        {
          id: trId('report.open'),
          defaultMessage: '{subject}: {points} points. Show the postings',
        },
        { subject: title, points }
      )}
    >
      <Amount value={piece} textColor="primary700" />
    </Quiet>
  );
};
