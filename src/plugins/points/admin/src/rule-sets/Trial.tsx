import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { UNIT_KINDS, type RuleSetTrial, type TrialUnit } from '../../../shared/contracts';
import { UID } from '../constants';
import { Amount } from '../shared/Amount';
import { Card } from '../shared/Card';
import { Figure, Name, Rank } from '../shared/dense-table';
import { EntityLink } from '../shared/EntityLink';
import { ErrorNotice } from '../shared/ErrorNotice';
import { ListTable } from '../shared/ListTable';
import { Notice } from '../shared/Notice';
import { trId } from '../shared/translations';
import { useTryRuleSetMutation } from './rule-sets-api';

interface TrialProps {
  documentId: string;
  /** Why it cannot be tried now: it has mistakes, or is not saved. */
  hindrance: string | null;
}

/** Tries a draft on the last twelve months: nothing is written. */
export const Trial = ({ documentId, hindrance }: TrialProps) => {
  const { formatMessage } = useIntl();
  const [run, { data, error, isLoading }] = useTryRuleSetMutation();
  return (
    <Card title={formatMessage({ id: trId('rule-set.trial'), defaultMessage: 'Try it' })}>
      <Flex gap={4} alignItems="center" wrap="wrap">
        <Button
          variant="secondary"
          disabled={hindrance !== null}
          loading={isLoading}
          onClick={() => void run({ documentId, body: {} })}
        >
          {formatMessage({
            id: trId('rule-set.try'),
            defaultMessage: 'Score the last twelve months by it',
          })}
        </Button>
        <Typography textColor="neutral600">
          {hindrance ??
            formatMessage({
              id: trId('rule-set.try-hint'),
              defaultMessage: 'Nothing is written: the ledger stays as it is.',
            })}
        </Typography>
      </Flex>
      {error ? (
        <ErrorNotice
          error={error}
          fallback={formatMessage({
            id: trId('rule-set.try-failed'),
            defaultMessage: 'The months could not be scored.',
          })}
        />
      ) : null}
      {data && hindrance === null ? <Outcome trial={data} /> : null}
    </Card>
  );
};

const Outcome = ({
  trial: { from, hasPeriods, submissions, to, units },
}: {
  trial: RuleSetTrial;
}) => {
  const { formatMessage } = useIntl();
  const changed = units.filter(({ difference }) => difference.exact !== '0').length;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>
        {formatMessage(
          {
            id: trId('rule-set.tried'),
            defaultMessage:
              '{from} to {to}: {submissions} pieces were adopted. {changed} units would have other points.',
          },
          { from, to, submissions, changed }
        )}
      </Typography>
      {hasPeriods ? (
        <Notice variant="info">
          {formatMessage({
            id: trId('rule-set.with-periods'),
            defaultMessage:
              'Quotas, caps and other rules over a period are reckoned before and after, of every period that lies wholly in these months.',
          })}
        </Notice>
      ) : null}
      {UNIT_KINDS.map((kind) => (
        <TrialTable
          key={kind}
          caption={formatMessage({ id: trId(`report.kind.${kind}`), defaultMessage: kind })}
          units={units.filter(({ unit }) => unit.kind === kind)}
        />
      ))}
    </Flex>
  );
};

interface TrialTableProps {
  caption: string;
  units: readonly TrialUnit[];
}

const byNewRank = (one: TrialUnit, other: TrialUnit): number => one.after.rank - other.after.rank;

const TrialTable = ({ caption, units }: TrialTableProps) => {
  const { formatMessage } = useIntl();
  if (units.length === 0) return null;
  return (
    <>
      <Typography variant="sigma" textColor="neutral600" tag="h3">
        {caption}
      </Typography>
      <ListTable
        caption={caption}
        headings={[
          formatMessage({ id: trId('rule-set.new-place'), defaultMessage: 'New place' }),
          formatMessage({ id: trId('report.unit'), defaultMessage: 'Unit' }),
          {
            figure: formatMessage({ id: trId('rule-set.old-place'), defaultMessage: 'Place now' }),
          },
          { figure: formatMessage({ id: trId('rule-set.before'), defaultMessage: 'Before' }) },
          { figure: formatMessage({ id: trId('rule-set.after'), defaultMessage: 'After' }) },
          {
            figure: formatMessage({
              id: trId('rule-set.difference'),
              defaultMessage: 'Difference',
            }),
          },
          {
            figure: formatMessage({
              id: trId('rule-set.changed-pieces'),
              defaultMessage: 'Pieces that change',
            }),
          },
        ]}
      >
        {[...units].sort(byNewRank).map((unit) => (
          <TrialRow key={unit.unit.documentId} row={unit} />
        ))}
      </ListTable>
    </>
  );
};

const TrialRow = ({ row }: { row: TrialUnit }) => {
  const { formatMessage } = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  const { after, before, changed, difference, pieces, unit } = row;
  return (
    <>
      <tr>
        <Rank>{after.rank}</Rank>
        <Name>{unit.name}</Name>
        <Figure>{before.rank}</Figure>
        <Figure>
          <Amount value={before} />
        </Figure>
        <Figure>
          <Amount value={after} />
        </Figure>
        <Figure>
          <Amount value={difference} />
        </Figure>
        <Figure>
          {changed === 0 ? (
            0
          ) : (
            <Button
              variant="ghost"
              size="S"
              aria-expanded={isOpen}
              onClick={() => setIsOpen(!isOpen)}
            >
              {formatMessage(
                { id: trId('rule-set.show-pieces'), defaultMessage: '{count}: why?' },
                { count: changed }
              )}
            </Button>
          )}
        </Figure>
      </tr>
      {isOpen
        ? pieces.map((piece) => (
            <tr key={piece.submission.documentId}>
              <Rank />
              <Name as="td" colSpan={2}>
                <EntityLink uid={UID.submission} documentId={piece.submission.documentId}>
                  {piece.submission.title}
                </EntityLink>
              </Name>
              <Figure>
                <Amount value={piece.before} />
              </Figure>
              <Figure>
                <Amount value={piece.after} />
              </Figure>
              <Figure>
                <Amount value={piece.difference} />
              </Figure>
              <Figure />
            </tr>
          ))
        : null}
    </>
  );
};
