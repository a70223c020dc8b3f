import { useEffect, useRef } from 'react';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Box, Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { Link as RouterLink, useNavigate, useParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { PieceToSign, SubmissionReading } from '../../../shared/contracts';
import { CommissionWords } from '../commissions/CommissionWords';
import { ACTIONS, DESK_PATH, UID } from '../constants';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { DifferenceView } from '../submissions/DifferenceView';
import { Precheck } from '../submissions/Precheck';
import { useGetReadingQuery } from '../submissions/submissions-api';
import { Timeline } from '../submissions/Timeline';
import { MoveButtons } from '../submissions/TransitionButtons';
import { VerdictNotice } from '../submissions/VerdictNotice';
import { PieceToRead } from './PieceToRead';
import { readingOf } from './reading-address';
import { keepOrder, nextOf, previousOf } from './reading-order';

const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 1.6rem;
  align-items: start;

  @media (min-width: 1100px) {
    grid-template-columns: minmax(0, 3fr) minmax(26rem, 1fr);
  }
`;

/** Stays in sight below what is read; on a telephone what decides takes the whole line. */
const Decision = styled(Box)`
  position: sticky;
  bottom: 0;
  z-index: 2;
  display: flex;
  flex-wrap: wrap;
  gap: 1.2rem;
  align-items: center;

  > a {
    max-width: 100%;
  }

  > a span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  @media (max-width: 767px) {
    gap: 0.8rem;

    > div,
    > div > div:not([role]) {
      display: contents;
    }

    button,
    > a {
      flex: 1 1 40%;
      min-width: 0;
      min-height: 4.4rem;
    }

    button:first-of-type {
      flex-basis: 100%;
    }
  }
`;

/** Of use where there is a keyboard. */
const Keys = styled(Typography)`
  @media (max-width: 767px) {
    display: none;
  }
`;

/** A piece as its leader reads it before signing: whole, on one page, and the next one a key away. */
export const ReadingPage = () => {
  const { documentId = '' } = useParams();
  const { formatMessage } = useIntl();
  const placeOf = usePlace();
  const order = useRef<string[]>([]);
  const { currentData, error, refetch } = useGetReadingQuery(documentId, {
    refetchOnMountOrArgChange: true,
  });
  const title = formatMessage({ id: trId('reading.title'), defaultMessage: 'Reading' });
  if (currentData) order.current = keepOrder(order.current, currentData.toSign);
  return (
    <Page.Main>
      <Page.Title>{currentData?.title ?? title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={currentData && placeOf(currentData)}
        navigationAction={
          <Link tag={RouterLink} to={`/${DESK_PATH}`} startIcon={<ArrowLeft />}>
            {formatMessage({ id: trId('reading.back'), defaultMessage: 'Back to my desk' })}
          </Link>
        }
      />
      <Layouts.Content>
        <Loaded
          place="page"
          data={currentData}
          error={error}
          failed={formatMessage({
            id: trId('life.error'),
            defaultMessage: 'The submission could not be read.',
          })}
          loading={formatMessage({ id: trId('life.loading'), defaultMessage: 'Reading' })}
          onRetry={refetch}
        >
          {(piece) => (
            <Reading
              key={piece.documentId}
              piece={piece}
              next={nextOf(order.current, piece.toSign, piece.documentId)}
              onRefused={refetch}
            />
          )}
        </Loaded>
      </Layouts.Content>
    </Page.Main>
  );
};

/** Says which of those that wait a piece is. */
const usePlace = () => {
  const { formatMessage } = useIntl();
  return ({ documentId, toSign }: SubmissionReading): string | undefined => {
    const index = toSign.findIndex((each) => each.documentId === documentId);
    if (index < 0) return undefined;
    return formatMessage(
      { id: trId('reading.place'), defaultMessage: '{place} of {count} to be signed' },
      { place: index + 1, count: toSign.length }
    );
  };
};

interface ReadingProps {
  piece: SubmissionReading;
  next: PieceToSign | null;
  onRefused: () => void;
}

/** Whether a key belongs to what has the focus, or to the browser. */
const isTaken = ({ altKey, ctrlKey, metaKey, target }: KeyboardEvent): boolean =>
  altKey ||
  ctrlKey ||
  metaKey ||
  (target instanceof HTMLElement &&
    target.closest('input, textarea, select, [role="dialog"], [contenteditable]') !== null);

/** `j` leads on and `k` back, as in the office's inbox. */
const useKeys = (next: PieceToSign | null, previous: PieceToSign | null): void => {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const leadsTo = { j: next, k: previous }[event.key.toLowerCase()];
      if (!leadsTo || isTaken(event)) return;
      event.preventDefault();
      navigate(readingOf(leadsTo.documentId));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, next, previous]);
};

const Reading = ({ piece, next, onRefused }: ReadingProps) => {
  const { formatMessage } = useIntl();
  useKeys(next, previousOf(piece.toSign, piece.documentId));
  const isWithUnit = piece.state === 'draft' || piece.state === 'returned';
  return (
    <Columns>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {piece.verdict ? <VerdictNotice verdict={piece.verdict} /> : null}
        <PieceToRead piece={piece} />
        <Decide piece={piece} next={next} onRefused={onRefused} />
      </Flex>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {isWithUnit ? <Precheck documentId={piece.documentId} /> : null}
        <Asked piece={piece} />
        {piece.difference ? (
          <Card title={formatMessage({ id: trId('life.difference'), defaultMessage: 'Changes' })}>
            <DifferenceView difference={piece.difference} />
          </Card>
        ) : null}
        <Card title={formatMessage({ id: trId('life.history'), defaultMessage: 'What was done' })}>
          <Timeline lines={piece.history} />
        </Card>
      </Flex>
    </Columns>
  );
};

/** What the commission asks that the piece answers. */
const Asked = ({ piece: { commission } }: { piece: SubmissionReading }) => {
  const { formatMessage } = useIntl();
  const mayRead = useAllowed(ACTIONS.readDocument, UID.commission);
  if (!commission || !mayRead) return null;
  return (
    <Card title={formatMessage({ id: trId('commission.words'), defaultMessage: 'What is asked' })}>
      <CommissionWords documentId={commission.documentId} />
    </Card>
  );
};

const Decide = ({ piece, next, onRefused }: ReadingProps) => {
  const { formatMessage } = useIntl();
  const link = useRef<HTMLAnchorElement>(null);
  const wasDecided = useRef(false);
  const maySign = useAllowed(ACTIONS.sign);
  // What nobody was asked to sign, or what was just sent back, is not decided on here.
  const isDecided = maySign && piece.signature.requestedAt === null;
  const onDone = () => {
    wasDecided.current = true;
  };
  // The button that was pressed is gone with the decision: the keyboard goes on to the next piece.
  useEffect(() => {
    if (isDecided && wasDecided.current) link.current?.focus();
  }, [isDecided]);
  return (
    <Decision
      background="neutral0"
      borderColor="neutral200"
      hasRadius
      padding={4}
      shadow="tableShadow"
      data-testid="decision"
    >
      {isDecided ? null : (
        <div>
          <MoveButtons piece={piece} size="M" onDone={onDone} onRefused={onRefused} />
        </div>
      )}
      {next ? (
        <LinkButton
          ref={link}
          tag={RouterLink}
          to={readingOf(next.documentId)}
          size="M"
          variant={isDecided ? 'default' : 'tertiary'}
        >
          {formatMessage(
            { id: trId('reading.next'), defaultMessage: 'Next: {title}' },
            { title: next.title }
          )}
        </LinkButton>
      ) : (
        <Typography textColor="neutral600">
          {isDecided
            ? formatMessage({
                id: trId('reading.none-left'),
                defaultMessage: 'Nothing else waits for your signature.',
              })
            : null}
        </Typography>
      )}
      {next ? (
        <Keys variant="pi" textColor="neutral600">
          {formatMessage({ id: trId('reading.keys'), defaultMessage: 'Keys: j next, k previous' })}
        </Keys>
      ) : null}
      {piece.editable ? (
        <Link
          tag={RouterLink}
          to={`/content-manager/collection-types/${UID.submission}/${piece.documentId}`}
        >
          {formatMessage({ id: trId('reading.form'), defaultMessage: 'Open the form' })}
        </Link>
      ) : null}
    </Decision>
  );
};
