import { useState } from 'react';
import { Button, Checkbox, Flex, Link } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { DeskGroup, DeskSignResponse, DeskSubmission } from '../../../shared/contracts';
import { Notice } from '../shared/Notice';
import { trId } from '../shared/translations';
import { FailedAction } from '../submissions/FailedAction';
import { useSignPiecesMutation } from '../submissions/submissions-api';
import { DeskCard } from './DeskCard';
import { PieceFacts } from './PieceFacts';
import { readingOf } from './reading-address';

/** Beside each other where there is room; on a telephone below, with buttons as wide as the screen. */
const Row = styled.div`
  display: grid;
  grid-template-columns: auto minmax(0, 1fr) auto;
  gap: 1.2rem;
  align-items: center;

  @media (max-width: 767px) {
    grid-template-columns: auto minmax(0, 1fr);

    > button:not([role='checkbox']) {
      grid-column: 1 / -1;
      width: 100%;
      min-height: 4.4rem;
    }
  }
`;

const Bar = styled(Flex)`
  @media (max-width: 767px) {
    > button:not([role='checkbox']) {
      width: 100%;
      min-height: 4.4rem;
    }
  }
`;

type Results = DeskSignResponse['data'];

interface Told {
  results: Results;
  titles: ReadonlyMap<string, string>;
}

/** What waits for the person's signature: read there, signed here, one or several at once. */
export const ToSignCard = ({ group }: { group: DeskGroup }) => {
  const { formatMessage } = useIntl();
  const [sign, { error, isLoading }] = useSignPiecesMutation();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<Told | null>(null);
  const chosen = group.items.filter(({ documentId }) => selected.has(documentId));

  const toggle = (documentId: string) => {
    const others = [...selected].filter((each) => each !== documentId);
    setSelected(new Set(selected.has(documentId) ? others : [...others, documentId]));
  };

  const run = async (pieces: readonly DeskSubmission[]) => {
    const result = await sign(
      pieces.map(({ documentId, version }) => ({ documentId, version: version ?? '' }))
    );
    if ('error' in result) return;
    setTold({
      results: result.data,
      titles: new Map(pieces.map(({ documentId, title }) => [documentId, title])),
    });
    setSelected(new Set());
  };

  return (
    <DeskCard
      title={formatMessage({ id: trId('desk.group.toSign'), defaultMessage: 'To be signed' })}
      total={group.total}
      items={group.items.map((submission) => ({
        key: submission.documentId,
        content: (
          <PieceRow
            submission={submission}
            isSelected={selected.has(submission.documentId)}
            isSigning={isLoading}
            onSelect={() => toggle(submission.documentId)}
            onSign={() => run([submission])}
          />
        ),
      }))}
    >
      <FailedAction error={error} />
      {told ? <Summary told={told} /> : null}
      {group.items.length > 1 ? (
        <Bar gap={3} wrap="wrap" alignItems="center">
          <Checkbox
            checked={
              chosen.length === group.items.length
                ? true
                : chosen.length > 0
                  ? 'indeterminate'
                  : false
            }
            onCheckedChange={(isChecked) =>
              setSelected(
                new Set(isChecked === true ? group.items.map(({ documentId }) => documentId) : [])
              )
            }
          >
            {formatMessage({ id: trId('sign.select-all'), defaultMessage: 'Select all' })}
          </Checkbox>
          <Button
            variant="secondary"
            disabled={chosen.length === 0 || isLoading}
            onClick={() => run(chosen)}
          >
            {formatMessage(
              { id: trId('sign.selected'), defaultMessage: 'Sign the {count} selected' },
              { count: chosen.length }
            )}
          </Button>
        </Bar>
      ) : null}
    </DeskCard>
  );
};

interface PieceRowProps {
  submission: DeskSubmission;
  isSelected: boolean;
  isSigning: boolean;
  onSelect: () => void;
  onSign: () => void;
}

const PieceRow = ({ submission, isSelected, isSigning, onSelect, onSign }: PieceRowProps) => {
  const { formatMessage } = useIntl();
  const { documentId, title } = submission;
  return (
    <Row>
      <Checkbox
        aria-label={formatMessage(
          { id: trId('inbox.select-one'), defaultMessage: 'Select {title}' },
          { title }
        )}
        checked={isSelected}
        onCheckedChange={onSelect}
      />
      <Flex direction="column" alignItems="stretch" gap={1}>
        <Link tag={RouterLink} to={readingOf(documentId)} style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Link>
        <PieceFacts {...submission} />
      </Flex>
      <Button
        disabled={isSigning}
        onClick={onSign}
        aria-label={formatMessage(
          { id: trId('sign.one'), defaultMessage: 'Sign {title}' },
          { title }
        )}
      >
        {formatMessage({ id: trId('life.action.sign'), defaultMessage: 'Sign' })}
      </Button>
    </Row>
  );
};

/** What became of each piece that was to be signed. */
const Summary = ({ told: { results, titles } }: { told: Told }) => {
  const { formatMessage } = useIntl();
  const failed = results.filter(({ signed }) => !signed).length;
  return (
    <div data-testid="sign-summary">
      <Notice variant={failed > 0 ? 'warning' : 'info'}>
        {formatMessage(
          { id: trId('sign.result'), defaultMessage: '{signed} signed, {failed} not.' },
          { signed: results.length - failed, failed }
        )}
        {results.map(({ documentId, message, sent, signed }) => (
          <div key={documentId}>
            {signed
              ? formatMessage(
                  {
                    id: trId(sent ? 'sign.sent' : 'sign.waits'),
                    defaultMessage: '“{title}”: signed',
                  },
                  { title: titles.get(documentId) ?? '' }
                )
              : message}
          </div>
        ))}
      </Notice>
    </div>
  );
};
