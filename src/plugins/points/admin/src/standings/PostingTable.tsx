import { Badge, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import {
  BONUS,
  type AdoptionPostingView,
  type BonusPostingView,
  type PostingView,
} from '../../../shared/contracts';
import { Amount } from '../shared/Amount';
import { ClauseText } from '../shared/ClauseText';
import { EntityLink } from '../shared/EntityLink';
import { Split } from '../points/ShareList';
import { UID } from '../constants';
import { useChoiceLabel } from '../shared/choices';
import { trId } from '../shared/translations';
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
  postings: PostingView[];
  isFetching: boolean;
}

/** Lines of the ledger: how much, to whom, through what, on which ground, from which submission or for what. */
export const PostingTable = ({ postings, isFetching }: PostingTableProps) => {
  const { formatMessage } = useIntl();
  const caption = formatMessage({ id: trId('ledger.caption'), defaultMessage: 'Postings' });
  return (
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
          </tr>
        </thead>
        <tbody>
          {postings.map((posting) => (
            <Line key={posting.key} posting={posting} />
          ))}
        </tbody>
      </Lines>
    </Scroller>
  );
};

const Line = ({ posting }: { posting: PostingView }) => {
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
          {posting.channel === BONUS ? null : (
            <Typography variant="pi" textColor="neutral600">
              <Split full={posting.why.full} split={posting.why.split} />
            </Typography>
          )}
        </Flex>
      </td>
      {posting.channel === BONUS ? (
        <Given posting={posting} />
      ) : (
        <>
          <Ground posting={posting} />
          <Adopted posting={posting} />
        </>
      )}
    </tr>
  );
};

/** A posting counts in another month than its adoption's or bonus's only when that one was sealed. */
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
  const labelOf = useChoiceLabel();
  const { adoption, clause, ruleSet } = posting.why;
  const evidence = [adoption.organ, adoption.reference].filter(Boolean).join(' ');
  return (
    <td>
      <Flex direction="column" alignItems="flex-start">
        <Typography variant="omega">
          {isHandMade(posting) ? (
            <EntityLink uid={UID.adoption} documentId={adoption.documentId}>
              {labelOf(posting.channel)}
            </EntityLink>
          ) : (
            labelOf(posting.channel)
          )}
        </Typography>
        {evidence ? <Typography variant="pi">{evidence}</Typography> : null}
        <ClauseText clause={clause} />
        <Typography variant="pi" textColor="neutral600">
          {formatMessage(
            { id: trId('posting.cause'), defaultMessage: '{ruleSet} · {cause}' },
            {
              ruleSet: ruleSet.name,
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
