import { TakenDown } from '../shared/TakenDown';
import { Badge, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import {
  BONUS,
  type AdoptionPostingView,
  CORRECTION,
  type BonusPostingView,
  type CorrectionPostingView,
  type LedgerResponse,
  type PostingView,
} from '../../../shared/contracts';
import { Amount } from '../shared/Amount';
import { ClauseText } from '../shared/ClauseText';
import { EntityLink } from '../shared/EntityLink';
import { Split } from '../points/ShareList';
import { UnreadablePostings } from '../points/UnreadablePostings';
import { ObjectToLine } from '../objections/ObjectTo';
import { ACTIONS, UID } from '../constants';
import { useChannelName, useChoiceLabel } from '../shared/choices';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { ChainPlace } from './ChainPlace';
import { DenseTable, Figure, Scroller } from '../shared/dense-table';

const Lines = styled(DenseTable)`
  td {
    vertical-align: top;
  }

  tr.reversal > td {
    background: ${({ theme }) => theme.colors.danger100};
  }
`;

interface PostingTableProps {
  ledger: LedgerResponse;
  isFetching: boolean;
}

/** Lines of the ledger: how much, to whom, through what, on which ground, from which submission or for what. */
export const PostingTable = ({ ledger: { data, meta }, isFetching }: PostingTableProps) => {
  const { formatMessage } = useIntl();
  const canObject = useAllowed(ACTIONS.fileObjections);
  const caption = formatMessage({ id: trId('ledger.caption'), defaultMessage: 'Postings' });
  return (
    <>
      <UnreadablePostings postings={meta.unreadable} />
      <Scroller role="region" aria-label={caption} tabIndex={0} aria-busy={isFetching}>
        <Lines>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <Figure as="th" scope="col">
                {formatMessage({ id: trId('ledger.points'), defaultMessage: 'Points' })}
              </Figure>
              <th scope="col">
                {formatMessage({ id: trId('ledger.date'), defaultMessage: 'Adopted on' })}
              </th>
              <th scope="col">
                {formatMessage({ id: trId('ledger.to'), defaultMessage: 'Given to' })}
              </th>
              <th scope="col">
                {formatMessage({
                  id: trId('ledger.why'),
                  defaultMessage: 'Adopted by, and the clause',
                })}
              </th>
              <th scope="col">
                {formatMessage({ id: trId('ledger.what'), defaultMessage: 'What was adopted' })}
              </th>
              <th scope="col">
                {formatMessage({ id: trId('ledger.chain'), defaultMessage: 'Seal and hash' })}
              </th>
              {canObject ? (
                <th scope="col">
                  {formatMessage({ id: trId('objection.heading'), defaultMessage: 'Objection' })}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {data.map((posting) => (
              <Line
                key={posting.key}
                posting={posting}
                objections={canObject ? meta.objections : null}
              />
            ))}
          </tbody>
        </Lines>
      </Scroller>
    </>
  );
};

interface LineProps {
  posting: PostingView;
  /** Until when lines can be objected to; `null` for who may not. */
  objections: LedgerResponse['meta']['objections'] | null;
}

const Line = ({ posting, objections }: LineProps) => {
  const { formatDate, formatMessage } = useIntl();
  const isReversal = posting.kind === 'reversal';
  return (
    <tr className={isReversal ? 'reversal' : undefined}>
      <Figure>
        <Amount value={posting} signed fontWeight="bold" />
        {isReversal ? (
          <div>
            <Badge variant="danger" size="S">
              {formatMessage({ id: trId('posting.reversal'), defaultMessage: 'Reversal' })}
            </Badge>
          </div>
        ) : null}
      </Figure>
      <td>
        <Typography variant="omega" style={{ whiteSpace: 'nowrap' }}>
          {formatDate(`${posting.adoptedOn}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' })}
        </Typography>
        <Late posting={posting} />
      </td>
      <td>
        <Flex direction="column" alignItems="flex-start">
          <Typography variant="omega">
            {posting.unitName}
            {posting.officerName ? ` · ${posting.officerName}` : ''}
          </Typography>
          {'split' in posting.why ? (
            <Typography variant="pi" textColor="neutral600">
              <Split full={posting.why.full} split={posting.why.split} />
            </Typography>
          ) : null}
        </Flex>
      </td>
      <Why posting={posting} />
      <td>
        <ChainPlace posting={posting} />
      </td>
      {objections ? (
        <td>
          <ObjectToLine posting={posting} objections={objections} />
        </td>
      ) : null}
    </tr>
  );
};

/** On which ground, and from which submission or for what. */
const Why = ({ posting }: { posting: PostingView }) => {
  switch (posting.channel) {
    case BONUS:
      return <Given posting={posting} />;
    case CORRECTION:
      return <Corrected posting={posting} />;
    default:
      return (
        <>
          <Ground posting={posting} />
          <Adopted posting={posting} />
        </>
      );
  }
};

/** By whom a correction was decided, and what it corrects. */
const Corrected = ({ posting }: { posting: CorrectionPostingView }) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const { objection } = posting.why;
  return (
    <>
      <td>
        <Flex direction="column" alignItems="flex-start">
          <Typography variant="omega">{labelOf(posting.channel)}</Typography>
          <Typography variant="pi">
            {formatMessage(
              { id: trId('bonus.decided-by'), defaultMessage: 'Decided by {decidedBy}' },
              { decidedBy: objection.decidedBy }
            )}
          </Typography>
        </Flex>
      </td>
      <td>
        <Flex direction="column" alignItems="flex-start">
          <Typography variant="omega">{objection.reason}</Typography>
          <Typography variant="pi" textColor="neutral600">
            {formatMessage(
              { id: trId('objection.corrects'), defaultMessage: 'Corrects: {title}' },
              { title: objection.title }
            )}
          </Typography>
        </Flex>
      </td>
    </>
  );
};

/** A posting counts in another month than its own only when that one was sealed. */
const Late = ({ posting }: { posting: PostingView }) => {
  const { formatMessage } = useIntl();
  if (posting.month === posting.belongsTo) return null;
  return (
    <Typography variant="pi" textColor="warning700">
      {formatMessage(
        {
          id: trId('posting.late'),
          defaultMessage: 'Counts in {month}, because {belongsTo} was sealed',
        },
        { month: posting.month, belongsTo: posting.belongsTo }
      )}
    </Typography>
  );
};

/** By whom a bonus was decided, and for what. */
const Given = ({ posting }: { posting: BonusPostingView }) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const { bonus, clause } = posting.why;
  return (
    <>
      <td>
        <Flex direction="column" alignItems="flex-start">
          <Typography variant="omega">{labelOf(posting.channel)}</Typography>
          <Typography variant="pi">
            {formatMessage(
              { id: trId('bonus.decided-by'), defaultMessage: 'Decided by {decidedBy}' },
              { decidedBy: bonus.decidedBy }
            )}
          </Typography>
          <ClauseText clause={clause} />
        </Flex>
      </td>
      <td>
        <Typography variant="omega">{bonus.reason}</Typography>
      </td>
    </>
  );
};

const Ground = ({ posting }: { posting: AdoptionPostingView }) => {
  const { formatMessage } = useIntl();
  const nameOf = useChannelName();
  const { adoption, channelName, clause, ruleSet } = posting.why;
  /** Versions may share a name, and differ in their first day. */
  const versionOf = ({ effectiveFrom, name }: typeof ruleSet): string =>
    effectiveFrom === null
      ? name
      : formatMessage(
          { id: trId('posting.version'), defaultMessage: '{name} (from {effectiveFrom})' },
          { name, effectiveFrom }
        );
  const evidence = [adoption.organ, adoption.reference].filter(Boolean).join(' ');
  return (
    <td>
      <Flex direction="column" alignItems="flex-start">
        <Typography variant="omega">
          {isHandMade(posting) ? (
            <EntityLink uid={UID.adoption} documentId={adoption.documentId}>
              {nameOf(posting.channel, channelName)}
            </EntityLink>
          ) : (
            nameOf(posting.channel, channelName)
          )}
        </Typography>
        {evidence ? <Typography variant="pi">{evidence}</Typography> : null}
        <ClauseText clause={clause} />
        <TakenDown posting={posting} />
        <Typography variant="pi" textColor="neutral600">
          {formatMessage(
            { id: trId('posting.cause'), defaultMessage: '{ruleSet} · {cause}' },
            {
              ruleSet: versionOf(ruleSet),
              cause: formatMessage({
                id: trId(`cause.${posting.cause}`),
                defaultMessage: posting.cause,
              }),
            }
          )}
        </Typography>
      </Flex>
    </td>
  );
};

const isHandMade = ({ why }: AdoptionPostingView): boolean => why.entry === null;

const Adopted = ({ posting }: { posting: AdoptionPostingView }) => {
  const { formatMessage } = useIntl();
  const { entry, submission } = posting.why;
  return (
    <td>
      <Flex direction="column" alignItems="flex-start">
        <EntityLink uid={UID.submission} documentId={submission.documentId}>
          {submission.title}
        </EntityLink>
        {entry ? (
          <EntityLink uid={entry.uid} documentId={entry.documentId}>
            {entry.title === null || entry.title === submission.title
              ? formatMessage({ id: trId('ledger.entry'), defaultMessage: 'Go to the entry' })
              : formatMessage(
                  { id: trId('ledger.entry-titled'), defaultMessage: 'Entry: {title}' },
                  { title: entry.title }
                )}
          </EntityLink>
        ) : null}
      </Flex>
    </td>
  );
};
